"""Numbers in words that differ between the languages of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordlists import word_list
from firstlesson.checks.translation._numbers import Number, joined, numbers_in, spelled_in
from firstlesson.checks.translation._sides import Side, sides, without_labels
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.course.texts import ReaderText, texts_of
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Passage
from firstlesson.span import Span

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_END = re.compile(r"[.!?:;]+[”’\")*_]*(?=\s|$)")
_BETWEEN = re.compile(r"[\s-]+(?:(?:e|and)\s+)?")
_MEASURES = (7, 12, 24, 30, 60)
"""How many of one measure make another: two weeks are fourteen days."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence or a text in one language."""

    text: str
    start: int
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


def told_in_words(course: Course) -> set[Span]:
    """The places of the numbers of which the checks of words speak."""
    return {
        at
        for one in _differing(course)
        for at in (one.first_place, one.second_place)
        if one.in_words or one.alike
    }


@once_for_a_course
def _differing(course: Course) -> Iterator[_Differs]:
    for source, target in sides(course):
        yield from _in_sections(source, target)
    for first, second in _short_texts(course):
        yield from _between(
            _Said(first.text, 0, first.language, first.span),
            _Said(second.text, 0, second.language, second.span),
        )


def _in_sections(source: Side, target: Side) -> Iterator[_Differs]:
    kinds = [[one.kind for one in side.passages] for side in (source, target)]
    if kinds[0] != kinds[1]:
        return
    texts = [
        (_of_passage(source, first), _of_passage(target, second))
        for first, second in zip(source.passages, target.passages, strict=True)
    ]
    found = [one for first, second in texts for one in _between(first, second)]
    if found:
        here, there = (Counter(_values_of(side)) for side in zip(*texts, strict=True))
        for one in found:  # what only stands in another order does not differ
            first_value, second_value = one.values
            if here[first_value] > there[first_value] and there[second_value] > here[second_value]:
                yield one


def _values_of(texts: Iterable[_Said]) -> Iterator[str]:
    return (one.value for text in texts for one in _numbers(text))


def _of_passage(side: Side, passage: Passage) -> _Said:
    text = without_labels(side, passage, "contact", "source", "web")
    return _Said(text, 0, side.language, passage.span)


def _short_texts(course: Course) -> Iterator[tuple[ReaderText, ReaderText]]:
    pairs: dict[object, dict[str, ReaderText]] = {}
    for text in texts_of(course):
        if text.kind == "short":
            pairs.setdefault((text.path, text.route[:-1]), {})[text.language] = text
    for texts in pairs.values():
        source = texts.get(course.source_language)
        for language, other in texts.items() if source else ():
            if source and language != course.source_language:
                yield source, other


def _between(first: _Said, second: _Said) -> Iterator[_Differs]:
    """Sentence by sentence where there are as many, else the texts as wholes."""
    if not (_counts(first) and _counts(second)):
        return
    one, other = _sentences(first), _sentences(second)
    if len(one) != len(other):
        yield from _compared(first, second, alike=False)
        return
    for a, b in zip(one, other, strict=True):
        yield from _compared(a, b, alike=True)


def _compared(first: _Said, second: _Said, *, alike: bool) -> Iterator[_Differs]:
    """Where each side has one number that the other does not say in any way."""
    one, other = _numbers(first), _numbers(second)
    over = _left_over(one, other, second)
    instead = _left_over(other, one, first)
    if len(over) != 1 or len(instead) != 1 or len(one) != len(other):
        return
    a, b = over[0], instead[0]
    in_words = not (_shown(first, a)[0].isdigit() and _shown(second, b)[0].isdigit())
    if not _same_measure(a.value, b.value):
        yield _Differs(
            _shown(first, a),
            _place(first, a),
            _shown(second, b),
            _place(second, b),
            alike,
            in_words,
            (a.value, b.value),
        )


def _left_over(numbers: list[Number], there: list[Number], text: _Said) -> list[Number]:
    known = Counter(one.value for one in there)
    left = []
    for one in numbers:
        if known[one.value]:
            known[one.value] -= 1
        else:
            left.append(one)
    if not left:
        return []
    excused = spelled_in(_without(text.text, there), text.language)
    return [one for one in left if one.value not in excused]


def _without(text: str, numbers: list[Number]) -> str:
    """A text without numbers that are counted already: what is left may say one in another way."""
    for one in numbers:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _same_measure(first: str, second: str) -> bool:
    try:
        less, more = sorted((float(first), float(second)))
    except ValueError:
        return False
    return any(less * one == more for one in _MEASURES)


def _shown(said: _Said, number: Number) -> str:
    return said.text[number.start : number.end]


def _place(said: _Said, number: Number) -> Span:
    return said.place(said.start + number.start, said.start + number.end)


def _sentences(said: _Said) -> list[_Said]:
    found, start = [], 0
    for end in [*(match.end() for match in _END.finditer(said.text)), len(said.text)]:
        if said.text[start:end].strip():
            found.append(_Said(said.text[start:end], said.start + start, said.language, said.place))
        start = end
    return found


def _counts(said: _Said) -> bool:
    return bool(_DIGIT.search(said.text)) or not _counted(said.language).isdisjoint(
        _WORD.findall(_plain(said.text))
    )


def _numbers(said: _Said) -> list[Number]:
    """The numbers of a text in digits or in words that surely count, from two on."""
    plain = _plain(said.text)
    digits = numbers_in(said.text, said.language) if _DIGIT.search(plain) else []
    found = [*digits, *_in_words(plain, said.language)]
    return [one for one in found if one.value not in ("0", "1")]


def _in_words(plain: str, language: str) -> Iterator[Number]:
    words = _counted(language)
    start, end, value = 0, -1, 0
    for match in _WORD.finditer(plain):
        more = _value(match, plain, language) if match[0] in words or value else 0
        if not more:
            continue
        gap = _BETWEEN.fullmatch(plain, end, match.start()) if value else None
        if gap and (both := joined(value, more)):
            value, end = both, match.end()
            continue
        if value and value % 100:
            yield Number(str(value), start, end)
        more = more if match[0] in words else 0
        start, end, value = match.start(), match.end(), more
    if value and value % 100:  # a hundred times is any number of times
        yield Number(str(value), start, end)


def _value(match: re.Match[str], plain: str, language: str) -> int:
    """What a word counts; 0 where it is a measure of time, as in `wait a second`."""
    if match[0] == "second" and not _THE.search(plain, 0, match.start()):
        return 0
    return _values(language).get(match[0], 0)


_THE = re.compile(r"\b(?:the|every|his|her|its|their|your|my|our) $")


def _plain(text: str) -> str:
    """Small letters without signs, each in its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals become two signs
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else " " for sign in text)
    return lower.replace("ë", "e").replace("ç", "c")


@cache
def _values(language: str) -> dict[str, int]:
    given: dict[str, str] = word_list("translation", "numbers")["words"].get(language, {})
    return {_plain(word): int(value) for word, value in given.items()}


@cache
def _counted(language: str) -> frozenset[str]:
    """The words that surely count: neither one nor half nor a pair."""
    given: dict[str, str] = word_list("translation", "numbers")["unsure"]
    unsure = {_plain(word) for word in given.get(language, "").split()}
    return frozenset(
        word for word, value in _values(language).items() if value > 1 and word not in unsure
    )
