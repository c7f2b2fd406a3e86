"""A “not” that is lost between the languages of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from itertools import zip_longest

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks._wordlists import word_list
from firstlesson.checks.translation._sides import short_texts, sides
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_SENTENCE = re.compile(r"\S.*?(?:[.!?:](?=\s)|$)", re.DOTALL)
_BEFORE = " *_(-–—"
_SHOWN = 60
_SOME = 12
"""So many characters more or less say nothing of two short sentences."""
_OPENING = 40
"""In how many characters a sentence forbids, if it does so from its beginning."""


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language forbids; the file says what each expression is for."""

    forbids: Expression
    idiom: Expression
    no: Expression
    case: Expression
    clause: Expression


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    language: str
    place: Callable[[int, int], Span]


@check(
    "TRN026",
    severity=Severity.ERROR,
    why=Text(
        sq="Pa një “mos”, njëri nga lexuesit mëson të bëjë pikërisht atë që nuk duhet bërë.",
        en="Without a “not”, one of the readers learns to do the very thing that must not be done.",
    ),
)
def negation_lost(course: Course) -> Iterator[Finding]:
    """What one language forbids, the sentence beside it in the other language does not tell to do."""
    for texts in _side_by_side(course):
        if not all(one.language in _words() for one in texts):
            continue
        for one, other in (texts, texts[::-1]):
            for (start, end), (first, last) in _lined_up(one.text, other.text):
                said, beside = one.text[start:end], other.text[first:last]
                if (
                    _are_alike(said, beside)
                    and _forbids(said, one.language)
                    and not _says_no(beside, other.language)
                ):
                    yield Finding(
                        other.place(first, last),
                        Text(
                            sq=f"këtu humbi “mos”: në gjuhën tjetër është “{_short(said)}”",
                            en=f"the “not” is lost here: the other language says “{_short(said)}”",
                        ),
                        Text(
                            sq="krahasoni të dyja gjuhët dhe ndrequni atë që është gabim",
                            en="compare both languages and correct the wrong one",
                        ),
                        related=(one.place(start, end),),
                    )


def _side_by_side(course: Course) -> Iterator[tuple[_Text, _Text]]:
    """Short texts with their translations, and passages where a section has as many in both."""
    for short, other in short_texts(course):
        if _may_forbid(short.text) or _may_forbid(other.text):
            yield (
                _Text(short.text, short.language, short.span),
                _Text(other.text, other.language, other.span),
            )
    for source, target in sides(course):
        if len(source.passages) == len(target.passages):
            for one, two in zip(source.passages, target.passages, strict=True):
                if _may_forbid(one.text) or _may_forbid(two.text):
                    yield (
                        _Text(one.text, source.language, one.span),
                        _Text(two.text, target.language, two.span),
                    )


def _may_forbid(text: str) -> bool:
    """A first look, without folding."""
    return "os " in text or "not " in text or "’t " in text or "'t " in text or "ever " in text


def _lined_up(one: str, other: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The sentences of two texts that belong together; where they are not as many, the first ones."""
    first = [match.span() for match in _SENTENCE.finditer(one)]
    second = [match.span() for match in _SENTENCE.finditer(other)]
    pairs = list(zip_longest(first, second, fillvalue=(0, 0)))
    yield from pairs if len(first) == len(second) else pairs[: bool(first and second)]


def _are_alike(one: str, other: str) -> bool:
    """Whether two sentences may say the same: neither is twice as long as the other, nor a copy."""
    long, short = max(len(one), len(other)), min(len(one), len(other))
    return long < 2 * short + _SOME and one != other


def _forbids(sentence: str, language: str) -> bool:
    if not _may_forbid(sentence[:_OPENING]):
        return False
    words, folded = _words()[language], fold(sentence).strip(_BEFORE)
    return bool(words.forbids.match(folded)) and not words.idiom.match(folded)


def _says_no(sentence: str, language: str) -> bool:
    """Whether the first clause says no, or any where the sentence begins with a case."""
    words, folded = _words()[language], fold(sentence).strip(_BEFORE)
    end = None if words.case.match(folded) else words.clause.search(folded)
    return bool(words.no.search(folded[: end.start()] if end else folded))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"


@cache
def _words() -> dict[str, _Words]:
    data = word_list("translation", "negation")
    return {
        language: _Words(*(expression(words[one.name]) for one in fields(_Words)))
        for language, words in data.items()
    }
