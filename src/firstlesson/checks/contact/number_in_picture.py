"""Telephone numbers in pictures, captions and transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.contact._numbers import digits, numbers_in
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Passage
from firstlesson.source.media import MediaFile

_RUN = re.compile(r"\d+")
_LONGEST = 9
"""More digits are no mark on an axis."""
_LETTER = re.compile(r"[^\W\d_]")


@check(
    "CON004",
    severity=Severity.ERROR,
    why=Text(
        sq="Numri në një figurë nuk ndreqet bashkë me `data/contacts.yml`, nuk thirret me një prekje dhe nuk "
        "lexohet nga të gjithë. Një numër i vjetër në një figurë e lë pa ndihmë një fëmijë.",
        en="A number in a picture is not mended together with `data/contacts.yml`, is not called with a tap and "
        "not everybody can read it. An old number in a picture leaves a child without help.",
    ),
    locked=True,
)
def number_in_picture(course: Course) -> Iterator[Finding]:
    """No telephone number is drawn in a picture; captions and transcripts hold only the registry's."""
    known = {digits(one.telephone): one.id for one in course.contacts.values() if one.telephone}
    for file in course.media.values():
        told: set[int] = set()
        for passage, start, end, number in _numbers(file, known):
            at = passage.span(start, end)
            if at.line in told or (file.form != "svg" and number in known):
                continue
            told.add(at.line)
            yield Finding(at, _DRAWN if file.form == "svg" else _SAID, _hint(known.get(number)))


def _numbers(file: MediaFile, known: Mapping[str, str]) -> Iterator[tuple[Passage, int, int, str]]:
    """The numbers in each run of words, or the registry's that several runs make together."""
    apart = False
    for passage in file.passages:
        for start, end, number in numbers_in(passage.text, known):
            if number in known or not _counts_up(passage.text[start:end]):
                apart = True
                yield passage, start, end, number
    if apart or file.form != "svg":
        return
    whole = "\n".join(one.text.strip() for one in file.passages)
    found = [number for _, _, number in numbers_in(whole, known) if number in known]
    if digits(whole) in known and not _LETTER.search(whole):
        found.append(digits(whole))
    if found:
        first = next((one for one in file.passages if _RUN.search(one.text)), file.passages[0])
        yield first, 0, len(first.text), found[0]


def _counts_up(text: str) -> bool:
    """Whether numbers stand at even steps, as along an axis."""
    run = [int(one[:_LONGEST]) for one in _RUN.findall(text)]
    steps = {b - a for a, b in zip(run, run[1:], strict=False)}
    return len(run) > 2 and len(steps) == 1 and steps != {0}


_DRAWN = Text(
    sq="në këtë figurë është vizatuar një numër telefoni",
    en="a telephone number is drawn in this picture",
)
_SAID = Text(
    sq="ky numër telefoni nuk është te kontaktet",
    en="this telephone number is not among the contacts",
)


def _hint(contact: str | None) -> Text:
    if contact:
        return Text(
            sq=f"hiqeni nga figura dhe shkruani pranë saj një lidhje: `[…](contact:{contact})`",
            en=f"take it out of the picture and write a link beside it: `[…](contact:{contact})`",
        )
    return Text(
        sq="hiqeni; numrat shkruhen te `data/contacts.yml` me burimin e tyre, dhe në tekst vihet `[…](contact:…)`",
        en="take it out; numbers stand in `data/contacts.yml` with their source, and the text has `[…](contact:…)`",
    )
