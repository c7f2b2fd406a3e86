"""Sentences longer than their readers can take in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.reading._measure import (
    Reader,
    count_words,
    has_only_short_sentences,
    limit_for,
    reader_of,
    sentences,
    without_pictures,
)
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.remembered import remembered

_EASY = 12
_Long: TypeAlias = tuple[Said, int, int, int, Reader]
_SHORTEST = 9
_KINDS = ("paragraph", "cell", "short")
_SLACK = 1.2
_FAR = 1.6
_FAR_IN_EASY = 16
_WHY = Text(
    sq="Kush sapo ka mësuar të lexojë, ose lexon me mundim, e humb fillin e një fjalie të gjatë, "
    "dhe bashkë me të këshillën që ajo jep.",
    en="Anyone who has just learned to read, or reads with effort, loses the thread of a long sentence, "
    "and with it the advice it gives.",
)


@check("TXT020", severity=Severity.ADVICE, why=_WHY)
def long_sentence(course: Course) -> Iterator[Finding]:
    """A sentence somewhat longer than its readers take in easily."""
    return _found(course, easy=False, far=False)


@check("TXT021", severity=Severity.WARNING, why=_WHY)
def very_long_sentence(course: Course) -> Iterator[Finding]:
    """A sentence far longer than its readers take in."""
    return _found(course, easy=False, far=True)


@check("TXT024", severity=Severity.WARNING, why=_WHY)
def very_long_easy_sentence(course: Course) -> Iterator[Finding]:
    """A sentence of the easy edition that is far too long for it."""
    return _found(course, easy=True, far=True)


@check("TXT025", severity=Severity.ADVICE, why=_WHY)
def long_easy_sentence(course: Course) -> Iterator[Finding]:
    """A sentence of the easy edition that is somewhat too long for it."""
    return _found(course, easy=True, far=False)


def _found(course: Course, *, easy: bool, far: bool) -> Iterator[Finding]:
    for said, start, end, number, reader in _measured(course):
        most = _EASY if easy else limit_for(reader)
        if reader.easy is easy and _is_far(number, most, reader) is far:
            yield Finding(
                said.text.span(start, end), *_message(number, most, adult=reader.age is None)
            )


_last: list[tuple[Course, list[_Long]]] = []


def _measured(course: Course) -> list[_Long]:
    """Every sentence that is too long, found once for all four checks."""
    if not _last or _last[0][0] is not course:
        _last[:] = [(course, list(_too_long(course)))]
    return _last[0][1]


def _too_long(course: Course) -> Iterator[_Long]:
    for said, spaces in texts_in_which(course, _spaces_in):
        if said.text.kind not in _KINDS:
            continue
        reader = reader_of(said, course)
        most = _EASY if reader.easy else limit_for(reader)
        if spaces >= most:  # no sentence has more words than its text
            for start, end, number in _long_ones(said.text.text, most):
                yield said, start, end, number, reader


def _spaces_in(one: Wording) -> int:
    """How many spaces stand in a text; none where there are too few for anybody."""
    spaces = one.text.count(" ")
    return spaces if spaces >= _SHORTEST else 0


@remembered(8192)
def _long_ones(text: str, most: int) -> Sequence[tuple[int, int, int]]:
    """Where the sentences begin and end that have more words than that, and how many."""
    if not _is_over(len(text.split()), most):
        return ()
    text = without_pictures(text)
    if has_only_short_sentences(text, _most_words(most)):
        return ()
    found = []
    for start, end in sentences(text):
        number = count_words(text, start, end) if end - start > most * 2 else 0
        if number > most and _is_over(number, most):
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append((first, end, number))
    return found


def _is_over(number: int, most: int) -> bool:
    return number > _most_words(most)


def _most_words(most: int) -> float:
    return min(most * _SLACK, most + 1) if most == _EASY else most * _SLACK


def _is_far(number: int, most: int, reader: Reader) -> bool:
    return number >= _FAR_IN_EASY if reader.easy else number > most * _FAR


def _message(number: int, most: int, *, adult: bool) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"fjalia ka {number} fjalë; këta lexues marrin deri në {most} njëherësh",
            en=f"the sentence has {number} words; these readers take in up to {most} at once",
        ),
        Text(
            sq="ndajeni në dy fjali" if adult else "ndajeni: një mendim, një fjali",
            en="make two sentences of it" if adult else "divide it: one thought, one sentence",
        ),
    )
