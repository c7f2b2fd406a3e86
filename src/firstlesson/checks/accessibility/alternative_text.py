"""Alternative texts that say nothing, or say it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold, said_in
from firstlesson.checks.accessibility._words import any_language, pattern_of
from firstlesson.course.model import Course, Prose
from firstlesson.course.texts import ReaderText
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_FILE = re.compile(
    r"(?:.*[/\\])?[\w .()-]+\.(?:svg|png|jpe?g|gif|webp|bmp|tiff?|avif|heic)|(?:img|dsc|dscn|pic|photo|image|screenshot|foto|imazh|figura?|whatsapp image)[-_ ]?\d[\w-]*"
    r"|[a-z0-9]+(?:[-_][a-z0-9]+)+",
    re.IGNORECASE,
)
_LONGEST = 250
_HINT = Text(
    sq="thoni me një fjali çfarë tregon figura për këtë mësim",
    en="say in one sentence what the picture shows for this lesson",
)


@dataclass(frozen=True, slots=True)
class _Alternative:
    text: str
    language: str
    at: Span
    target: str
    prose: Prose | None


@check(
    "ACC007",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Kush nuk e sheh figurën dëgjon “img 04 png” ose “foto”, dhe nuk mëson asgjë.",
        en="Anyone who cannot see the picture hears “img 04 png” or “photo”, and learns nothing.",
    ),
)
def alternative_text_says_nothing(course: Course) -> Iterator[Finding]:
    """An alternative text says what the picture shows; a file's name or “photo” does not."""
    for one in _alternatives(course):
        words = one.text.strip()
        if not words or len(words) > _LONGEST:
            continue
        name = re.sub(r".*/|\.\w+$", "", one.target).lower()
        if (
            _FILE.fullmatch(words)
            or any_language("generic").fullmatch(fold(words).strip(" .!?:"))
            or (name and " " not in words and words.lower() == name)
        ):
            yield Finding(
                one.at,
                Text(
                    sq=f"“{words}” nuk thotë çfarë tregon figura",
                    en=f"“{words}” does not say what the picture shows",
                ),
                _HINT,
            )


@check(
    "ACC008",
    severity=Severity.ADVICE,
    by_text=True,
    why=Text(
        sq="Lexuesi i ekranit thotë vetë “figurë”; kush dëgjon e dëgjon dy herë.",
        en="A screen reader says “image” itself; anyone who listens hears it twice.",
    ),
)
def alternative_text_announces_itself(course: Course) -> Iterator[Finding]:
    """An alternative text begins with what is seen, not with “a picture of”."""
    for one in _alternatives(course):
        match = pattern_of("announces", one.language).match(fold(one.text.strip()))
        if match:
            yield Finding(
                one.at,
                Text(
                    sq=f"“{one.text.strip()[: match.end()]}” është e tepërt",
                    en=f"“{one.text.strip()[: match.end()]}” is superfluous",
                ),
                Text(sq="filloni me atë që shihet", en="begin with what is seen"),
            )


@check(
    "ACC009",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Teksti i një figure dëgjohet pa pushim dhe pa u kthyer dot; kur është i gjatë, humbet.",
        en="A picture's text is heard without a pause and without a way back; a long one is lost.",
    ),
)
def long_alternative_text(course: Course) -> Iterator[Finding]:
    """An alternative text is short; what needs more belongs in the text."""
    for one in _alternatives(course):
        if len(one.text) > _LONGEST:
            yield Finding(
                one.at,
                Text(
                    sq=f"teksti i figurës ka {len(one.text)} shenja; mjaftojnë {_LONGEST}",
                    en=f"the picture's text has {len(one.text)} characters; {_LONGEST} are enough",
                ),
                Text(
                    sq="shkruani shkurt këtu dhe pjesën tjetër në tekst",
                    en="be short here and write the rest in the text",
                ),
            )


@check(
    "ACC010",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Kush dëgjon faqen i dëgjon të njëjtat fjalë dy herë dhe ende nuk e di çfarë tregon figura.",
        en="Anyone who listens hears the same words twice and still does not know what the picture shows.",
    ),
)
def alternative_text_repeats(course: Course) -> Iterator[Finding]:
    """An alternative text does not repeat the heading or the line beside the picture."""
    for one in _alternatives(course):
        if one.prose is None or len(one.text.split()) < 3:
            continue
        same = _plain(one.text)
        for passage in one.prose.document.passages:
            line = passage.starts[0][1]
            near = one.at.line - 4 <= line <= one.at.line + 3
            words = re.sub(r"!\[[^\]\n]*?(?=\s{4}|\]|$)", "", passage.text)
            if near and _plain(words) == same:
                yield Finding(
                    one.at,
                    Text(
                        sq="teksti i figurës përsërit fjalët pranë saj",
                        en="the picture's text repeats the words beside it",
                    ),
                    Text(
                        sq="thoni çfarë shihet; ose, nëse figura vetëm zbukuron, `![](…){.decorative}`",
                        en="say what is seen; or, if the picture only decorates, `![](…){.decorative}`",
                    ),
                )
                break


@check(
    "ACC012",
    severity=Severity.WARNING,
    why=Text(
        sq="Një figurë që vetëm zbukuron nuk duhet dëgjuar; një figurë që thotë diçka nuk është zbukurim.",
        en="A picture that only decorates should not be heard; a picture that says something is no decoration.",
    ),
)
def decoration_with_text(prose: Prose) -> Iterator[Finding]:
    """A picture either has a text or is `.decorative`."""
    for image in prose.document.images:
        if ".decorative" in image.attributes.split() and image.text.strip():
            yield Finding(
                image.span,
                Text(
                    sq="kjo figurë ka tekst dhe njëkohësisht është `.decorative`",
                    en="this picture has a text and is `.decorative` at once",
                ),
                Text(
                    sq="hiqni tekstin ose `{.decorative}`",
                    en="remove the text or `{.decorative}`",
                ),
            )


def _alternatives(course: Course) -> Iterator[_Alternative]:
    for prose in course.prose:
        for image in prose.document.images:
            yield _Alternative(image.text, prose.language, image.span, image.target, prose)
    for text in _short_alternatives(course):
        at = text.span(0, len(text.text))
        yield _Alternative(text.text, text.language, at, "", None)


_last: list[tuple[Course, list[ReaderText]]] = []


def _short_alternatives(course: Course) -> list[ReaderText]:
    """The alternative texts of scenes."""
    if not _last or _last[0][0] is not course:
        texts = (said.text for said in said_in(course))
        found = [one for one in texts if one.passage is None and "alt" in one.route[-2:]]
        _last[:] = [(course, found)]
    return _last[0][1]


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
