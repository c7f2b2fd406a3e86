"""Numbers in words that differ between the languages of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from firstlesson.checks._expressions import DIGIT
from firstlesson.checks._index import texts_with
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.translation._counting import counted_in, counting_words, may_count
from firstlesson.checks.translation._numbers import Number, left_over, same_measure, spelled_in
from firstlesson.checks.translation._sides import Side, short_texts, sides, without_labels
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Passage
from firstlesson.span import Span

_END = re.compile(r"[.!?:;]+[”’\")*_]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Said:
    """A text in one language."""

    text: str
    language: str
    place: Callable[[int, int], Span]


@dataclass(frozen=True, slots=True)
class _Differs:
    """A number in one language with another in its place in the other language."""

    first: str
    first_place: Span
    second: str
    second_place: Span
    alike: bool
    """Whether both stand in sentences that line up, each with just this number."""
    in_words: bool
    """Whether one of them at least is in words."""
    values: tuple[str, str]


@check(
    "TRN022",
    severity=Severity.ERROR,
    why=Text(
        sq="“Tri herë” në një gjuhë dhe “four times” në tjetrën: njëri nga lexuesit mëson hapin gabim.",
        en="“Tri herë” in one language and “four times” in the other: one of the readers learns the wrong step.",
    ),
)
def number_words_differ(course: Course) -> Iterator[Finding]:
    """In sentences that line up, a number in words is the same in both languages."""
    return (_finding(one) for one in _differing(course) if one.alike and one.in_words)


@check(
    "TRN023",
    severity=Severity.WARNING,
    why=Text(
        sq="Një paragraf me një numër tjetër se në gjuhën burim zakonisht u përkthye nga një tekst më i vjetër.",
        en="A paragraph with another number than in the source was usually translated from an older text.",
    ),
)
def number_words_may_differ(course: Course) -> Iterator[Finding]:
    """In paragraphs that line up, though not sentence by sentence, numbers in words are the same."""
    return (_finding(one) for one in _differing(course) if not one.alike and one.in_words)


def digits_that_differ(course: Course) -> Iterator[Finding]:
    """The same of numbers in digits, where they stand in sentences that line up."""
    return (_finding(one) for one in _differing(course) if one.alike and not one.in_words)


def _finding(one: _Differs) -> Finding:
    return Finding(
        one.second_place,
        Text(
            sq=f"këtu është “{one.second}”, në gjuhën tjetër “{one.first}”",
            en=f"here it is “{one.second}”, in the other language “{one.first}”",
        ),
        Text(
            sq="krahasoni të dyja gjuhët dhe ndrequni atë që është gabim",
            en="compare both languages and correct the wrong one",
        ),
        related=(one.first_place,),
    )


def told_by_sentence(course: Course) -> set[Span]:
    """The places of the numbers that are held against one another sentence by sentence, or in words."""
    told = (one for one in _differing(course) if one.in_words or one.alike)
    return {at for one in told for at in (one.first_place, one.second_place)}


@once_for_a_course
def _differing(course: Course) -> Iterator[_Differs]:
    counting = _counting(course)
    for source, target in sides(course):
        yield from _in_sections(source, target, counting)
    for first, second in short_texts(course):
        if id(first) in counting and id(second) in counting:
            yield from _between(
                _Said(first.text, first.language, first.span),
                _Said(second.text, second.language, second.span),
            )


def _counting(course: Course) -> set[int]:
    """The passages and short texts, by their `id`, in which a number may stand."""
    words = {one: [DIGIT, *counting_words(one)] for one in course.languages}
    texts = (said.text for said in texts_with(course, words))
    return {id(text if text.passage is None else text.passage) for text in texts}


def _in_sections(source: Side, target: Side, counting: set[int]) -> Iterator[_Differs]:
    both = [
        (first, second)
        for first, second in zip(source.passages, target.passages, strict=False)
        if id(first) in counting and id(second) in counting
    ]
    if not both:
        return
    kinds = [[one.kind for one in side.passages] for side in (source, target)]
    if kinds[0] != kinds[1]:
        return
    found = [
        one
        for first, second in both
        for one in _between(_of_passage(source, first), _of_passage(target, second))
    ]
    if found:
        here, there = (Counter(_values_of(side)) for side in (source, target))
        for one in found:  # what only stands in another order does not differ
            first_value, second_value = one.values
            if here[first_value] > there[first_value] and there[second_value] > here[second_value]:
                yield one


def _values_of(side: Side) -> Iterator[str]:
    for passage in side.passages:
        said = _of_passage(side, passage)
        yield from (one.value for one in counted_in(said.text, said.language))


def _of_passage(side: Side, passage: Passage) -> _Said:
    text = without_labels(side, passage, "contact", "source", "web")
    return _Said(text, side.language, passage.span)


def _between(first: _Said, second: _Said) -> Iterator[_Differs]:
    for a, b, alike in _numbers_between(first.text, first.language, second.text, second.language):
        said, beside = first.text[a.start : a.end], second.text[b.start : b.end]
        in_words = not (said[0].isdigit() and beside[0].isdigit())
        at, there = first.place(a.start, a.end), second.place(b.start, b.end)
        yield _Differs(said, at, beside, there, alike, in_words, (a.value, b.value))


@lru_cache(maxsize=8192)
def _numbers_between(
    text: str, language: str, translated: str, other: str
) -> Sequence[tuple[Number, Number, bool]]:
    """The numbers that differ between two texts, and whether their sentences line up.

    They are held against one another sentence by sentence where there are as many, else as wholes.
    """
    if not (may_count(text, language) and may_count(translated, other)):
        return ()
    first, second = _sentences(text), _sentences(translated)
    alike = len(first) == len(second)
    if not alike:
        first, second = [(0, text)], [(0, translated)]
    found = []
    for (start, one), (begin, two) in zip(first, second, strict=True):
        if differing := _compared(one, language, two, other):
            a, b = differing
            found.append((a.moved(start), b.moved(begin), alike))
    return found


def _compared(
    text: str, language: str, translated: str, other: str
) -> tuple[Number, Number] | None:
    """The one number on each side that the other does not say in any way."""
    first, second = counted_in(text, language), counted_in(translated, other)
    over = left_over(first, second, partial(_spelled, translated, other, second))
    instead = left_over(second, first, partial(_spelled, text, language, first))
    if len(over) != 1 or len(instead) != 1 or len(first) != len(second):
        return None
    return None if same_measure(over[0].value, instead[0].value) else (over[0], instead[0])


def _spelled(text: str, language: str, numbers: Sequence[Number]) -> set[str]:
    """What a text may say in another way, beside the numbers that are counted already."""
    for one in numbers:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return spelled_in(text, language)


def _sentences(text: str) -> list[tuple[int, str]]:
    """Each sentence with where it begins."""
    found, start = [], 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        if text[start:end].strip():
            found.append((start, text[start:end]))
        start = end
    return found
