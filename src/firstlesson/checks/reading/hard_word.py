"""Words of offices and specialists in texts for families."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._index import texts_with
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks.reading._measure import easy_texts, reader_of
from firstlesson.checks.reading._words import word_list
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_KINDS = ("paragraph", "cell", "short", "heading")


@check(
    "TXT023",
    severity=Severity.ADVICE,
    by_text=True,
    why=Text(
        sq="Një fjalë zyrash e largon atë që kërkon ndihmë: mendon se faqja nuk është për të.",
        en="A word of offices turns away anyone who seeks help: it looks as if the page were for others.",
    ),
)
def hard_word(course: Course) -> Iterator[Finding]:
    """A hard word for which there is a plain one; fine where it links to the glossary."""
    known = explained(course)
    keys = {language: word_list("hard", language).keys for language in course.languages}
    for said in texts_with(course, keys):
        if said.text.kind not in _KINDS or not _for_family(said, course):
            continue
        yield from _words_in(said, "hard", known)


@check(
    "TXT030",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Fjalët e huaja nuk i kupton kush lexon me mundim; rregulli i tekstit të lehtë i shmang.",
        en="Anyone who reads with effort does not know foreign words; the rules of easy reading avoid them.",
    ),
)
def foreign_word_in_easy_text(course: Course) -> Iterator[Finding]:
    """A word of another language on an easy page."""
    known = explained(course)
    for said in easy_texts(course):
        yield from _words_in(said, "foreign", known)


@check(
    "TXT029",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Kush i merr fjalët ashtu siç thuhen, nuk e kupton një shprehje të figurshme, ose frikësohet prej saj.",
        en="Anyone who takes words as they are said does not understand a figure of speech, or is frightened by it.",
    ),
)
def figure_of_speech_in_easy_text(course: Course) -> Iterator[Finding]:
    """A figure of speech on an easy page."""
    for said in easy_texts(course):
        yield from _words_in(said, "figures", {})


def _words_in(said: Said, name: str, explained: dict[str, list[Span]]) -> Iterator[Finding]:
    listed = word_list(name, said.language)
    if listed.pattern is None:
        return
    for match in listed.pattern.finditer(said.folded):
        at = said.span(*match.span())
        if not any(around(span, at) for span in explained.get(at.path, ())):
            word, instead = said.folded[slice(*match.span())], listed.instead_of(match)
            yield Finding(at, _TOLD[name](word), _instead(instead))


def _instead(instead: str) -> Text:
    return Text(sq=f"thoni më thjesht: {instead}", en=f"say it more plainly: {instead}")


def _hard(word: str) -> Text:
    return Text(sq=f"“{word}” është fjalë e vështirë", en=f"“{word}” is a hard word")


def _foreign(word: str) -> Text:
    return Text(sq=f"“{word}” është fjalë e huaj", en=f"“{word}” is a foreign word")


def _figure(word: str) -> Text:
    return Text(sq=f"“{word}” është shprehje e figurshme", en=f"“{word}” is a figure of speech")


_TOLD = {"hard": _hard, "foreign": _foreign, "figures": _figure}


def _for_family(said: Said, course: Course) -> bool:
    if reader_of(said, course).age is not None:
        return True
    audience = course.audiences.get(said.audience)
    return audience is not None and audience.educational_role == "parent"


def explained(course: Course) -> dict[str, list[Span]]:
    """Where a link leads to the glossary, a contact or a source: there a hard word may stand."""
    found: dict[str, list[Span]] = {}
    for prose in course.prose:
        for link in prose.document.links:
            target = parse_target(link.target)
            if target and target.kind in ("term", "contact", "source", "page"):
                found.setdefault(prose.path, []).append(link.span)
    return found


def around(outer: Span, inner: Span) -> bool:
    """Whether one place lies within another."""
    return (outer.line, outer.column) <= (inner.line, inner.column) and (
        inner.end_line,
        inner.end_column,
    ) <= (outer.end_line, outer.end_column)
