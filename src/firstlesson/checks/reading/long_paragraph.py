"""Paragraphs that look like walls."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.reading._measure import (
    count_words,
    easy_texts,
    reader_of,
    sentences,
    without_pictures,
)
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_MOST = ((8.6, 45), (11.6, 70), (15, 90), (99, 110))
_FEWEST = _MOST[0][1]
_ADULTS = 150
_LONG = 200
"""Characters of which a text has more if it has too many words."""
_EASY_WORDS = 30
_EASY_SENTENCES = 4
_WHY = Text(
    sq="Një paragraf si mur kapërcehet; ai që lexon ngadalë e humb rreshtin.",
    en="A paragraph like a wall is skipped; a slow reader loses the line.",
)


@check("TXT031", severity=Severity.ADVICE, why=_WHY)
def long_paragraph(course: Course) -> Iterator[Finding]:
    """A paragraph longer than its readers take in."""
    for said, words in texts_in_which(course, _words_in):
        if said.text.kind != "paragraph":
            continue
        reader = reader_of(said, course)
        if reader.easy or said.text.owner == "docs":
            continue
        age = reader.age
        most = _ADULTS if age is None else next(most for below, most in _MOST if age < below)
        if words <= most:
            continue  # no two words stand together without a space
        number = count_words(without_pictures(said.text.text))
        if number > most:
            yield Finding(
                said.text.span(0, len(said.text.text)),
                Text(
                    sq=f"paragrafi ka {number} fjalë; mjaftojnë {most}",
                    en=f"the paragraph has {number} words; {most} are enough",
                ),
                Text(
                    sq="ndajeni në dy, ose bëni një listë",
                    en="divide it in two, or make a list of it",
                ),
            )


@check(
    "TXT032",
    severity=Severity.WARNING,
    why=Text(
        sq="Në një tekst të lehtë çdo mendim qëndron më vete: kush lexon me mundim pushon te rreshti i ri.",
        en="In an easy text every thought stands apart: anyone who reads with effort rests at the new line.",
    ),
)
def crowded_easy_paragraph(course: Course) -> Iterator[Finding]:
    """A paragraph of the easy edition that holds several thoughts."""
    for said in easy_texts(course):
        if said.text.kind != "paragraph" or len(said.text.text) < 60:
            continue
        if not reader_of(said, course).easy:
            continue
        text = without_pictures(said.text.text)
        parts = [count_words(text, *part) for part in sentences(text)]
        if len(parts) > _EASY_SENTENCES or (len(parts) > 1 and sum(parts) > _EASY_WORDS):
            yield Finding(
                said.text.span(0, len(said.text.text.rstrip())),
                Text(
                    sq=f"paragrafi i lehtë ka {len(parts)} fjali dhe {sum(parts)} fjalë",
                    en=f"the easy paragraph has {len(parts)} sentences and {sum(parts)} words",
                ),
                Text(
                    sq="lini një rresht bosh pas çdo mendimi",
                    en="leave an empty line after each thought",
                ),
            )


def _words_in(one: Wording) -> int:
    """How many words a long text has; none where there are few enough for everybody."""
    words = len(one.text.split()) if len(one.text) >= _LONG else 0
    return words if words > _FEWEST else 0
