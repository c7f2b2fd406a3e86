"""Numbers that differ between the languages of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.contact._numbers import digits
from firstlesson.checks.contact._numbers import numbers_in as telephones_in
from firstlesson.checks.translation._numbers import (
    MEASURES,
    Number,
    left_over,
    numbers_in,
    same_measure,
    spelled_in,
)
from firstlesson.checks.translation._sides import Side, short_texts, sides, without_labels
from firstlesson.checks.translation.number_words import digits_that_differ, told_by_sentence
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.course.texts import ReaderText
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Passage
from firstlesson.span import Span

_WEIGHTS = (*MEASURES, 100, 1000)
"""How many of one measure make another: 90 minutes and 1.5 hours are the same."""


@check(
    "TRN016",
    severity=Severity.ERROR,
    why=Text(
        sq="Një moshë, një orar ose një numër hapash që ndryshon nga gjuha në gjuhë mashtron njërin nga lexuesit.",
        en="An age, a time or a number of steps that differs between languages deceives one of the readers.",
    ),
)
def numbers_differ(course: Course) -> Iterator[Finding]:
    """Where one language has a number, the other does not have another in its place."""
    told: set[Span] = set()
    by_sentence = told_by_sentence(course)
    for first, second, places in _compared(course):
        over, instead = first, second
        if over and places[-1 - over[0].start] in by_sentence:
            continue
        if (
            over
            and instead
            and not any(
                same_measure(one.value, other.value, _WEIGHTS) for one in over for other in instead
            )
        ):
            told |= {*places.values()}
            at, other = places[instead[0].start], places[-1 - over[0].start]
            yield _instead(at, instead, other, over)
    yield from _differing_in_labels(course)
    yield from (one for one in digits_that_differ(course) if one.at not in told)


@check(
    "TRN017",
    severity=Severity.WARNING,
    why=Text(
        sq="Një numër që mungon në një gjuhë ose nuk duhej, ose i mungon lexuesit të saj.",
        en="A number that is missing in one language was either not needed, or is missed by its reader.",
    ),
)
def number_missing(course: Course) -> Iterator[Finding]:
    """A number in one language stands in the other too, in digits or in words."""
    by_sentence = told_by_sentence(course)
    for first, second, places in _compared(course):
        if first and second:
            continue  # one stands in the other's place
        one = next((one for one in (*first, *second) if one.value not in _SAYS_LITTLE), None)
        if one is None:
            continue
        at = places[one.start] if second else places[-1 - one.start]
        if at in by_sentence:
            continue
        yield Finding(
            at,
            Text(
                sq=f"numri {_shown([one])} mungon në gjuhën tjetër",
                en=f"the number {_shown([one])} is missing in the other language",
            ),
            Text(
                sq="shtojeni ose hiqeni, me shifra ose me fjalë",
                en="add or remove it, in digits or in words",
            ),
        )


def _differing_in_labels(course: Course) -> Iterator[Finding]:
    """The words of links to the same source, which are left out elsewhere: they may be a title."""
    for source, target in sides(course):
        theirs = target.targets("source")
        for name, link in source.targets("source").items():
            if name in theirs and _DIGIT.search(link.text) and _DIGIT.search(theirs[name].text):
                first = numbers_in(link.text, source.language)
                second = numbers_in(theirs[name].text, target.language)
                over, instead = left_over(first, second, list), left_over(second, first, list)
                if over and instead:
                    yield _instead(theirs[name].span, instead, link.span, over)


def _instead(at: Span, instead: list[Number], other: Span, over: list[Number]) -> Finding:
    return Finding(
        at,
        Text(
            sq=f"këtu është {_shown(instead)}, në gjuhën tjetër {_shown(over)}",
            en=f"here it is {_shown(instead)}, in the other language {_shown(over)}",
        ),
        Text(
            sq="krahasoni të dyja gjuhët dhe ndrequni atë që është gabim",
            en="compare both languages and correct the wrong one",
        ),
        related=(other,),
    )


Places = Mapping[int, Span]
_Compared = tuple[list[Number], list[Number], Places]
_SAYS_LITTLE = ("0", "1")
"""One thing is often not counted: `a box`, `1 box`."""
_DIGIT = re.compile(r"[0-9]")
_LONG = re.compile(r"[0-9].?[0-9].?[0-9]")


@once_for_a_course
def _compared(course: Course) -> Iterator[_Compared]:
    """For each text the numbers only in the source and only in the translation, with their places.

    A place is found by the number's start; those of the source by `-1 - start`.
    """
    yield from _of_sections(course)
    yield from _of_short_texts(course)


def _of_sections(course: Course) -> Iterator[_Compared]:
    known = {digits(one.telephone) for one in course.contacts.values() if one.telephone}
    for source, target in sides(course):
        first, first_places = _numbers_of(source, known)
        second, second_places = _numbers_of(target, known)
        if not first and not second:
            continue
        over = left_over(first, second, partial(_spelled_in, target))
        instead = left_over(second, first, partial(_spelled_in, source))
        over, instead = _not_repeated(over, second), _not_repeated(instead, first)
        if over or instead:
            places = {-1 - at: span for at, span in first_places.items()} | second_places
            yield over, instead, places


def _spelled_in(side: Side) -> set[str]:
    return spelled_in("\n".join(_text_of(side, one) for one in side.passages), side.language)


def _text_of(side: Side, passage: Passage) -> str:
    return without_labels(side, passage, "contact", "source", "web")


def _numbers_of(side: Side, known: set[str]) -> tuple[list[Number], dict[int, Span]]:
    found: list[Number] = []
    places: dict[int, Span] = {}
    at = 0
    for passage in side.passages:
        text = passage.text
        if _DIGIT.search(text) and _DIGIT.search(text := _text_of(side, passage)):
            # A telephone number has no place in prose, which is told already.
            for start, end, _ in telephones_in(text, known):
                text = text[:start] + " " * (end - start) + text[end:]
            for one in numbers_in(text, side.language):
                found.append(one.moved(at))
                places[at + one.start] = passage.span(one.start, one.end)
        at += len(text) + 1
    return found, places


def _of_short_texts(course: Course) -> Iterator[_Compared]:
    known = {digits(one.telephone) for one in course.contacts.values() if one.telephone}
    for source, target in short_texts(course):
        if not (_DIGIT.search(source.text) or _DIGIT.search(target.text)):
            continue
        first = _of_short_text(source, known)
        second = _of_short_text(target, known)
        over = left_over(first, second, partial(spelled_in, target.text, target.language))
        instead = left_over(second, first, partial(spelled_in, source.text, source.language))
        over, instead = _not_repeated(over, second), _not_repeated(instead, first)
        if over or instead:
            places = {-1 - one.start: source.span(one.start, one.end) for one in over}
            places |= {one.start: target.span(one.start, one.end) for one in instead}
            yield over, instead, places


def _of_short_text(text: ReaderText, known: set[str]) -> list[Number]:
    """The numbers of a short text; of telephone numbers only the registry's, each as one."""
    plain = text.text
    found = []
    for start, end, number in telephones_in(plain, known) if _LONG.search(plain) else ():
        if number in known:
            found.append(Number(number, start, end))
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return [*found, *numbers_in(plain, text.language)]


def _not_repeated(over: list[Number], there: list[Number]) -> list[Number]:
    """Without those that the other side has at least once, where it lacks nothing else."""
    values = {one.value for one in there}
    new = [one for one in over if one.value not in values]
    return new or ([] if all(one.value in values for one in over) else over)


def _shown(numbers: list[Number]) -> str:
    return ", ".join(dict.fromkeys(one.value for one in numbers[:3]))
