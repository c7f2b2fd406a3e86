"""A “not” that is lost between the languages of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import NamedTuple

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._index import numbers_for
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks._wordings import texts_in_which
from firstlesson.checks._wordlists import word_list
from firstlesson.checks.translation._sides import short_texts, sides
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_SENTENCE = re.compile(r"\S[^.!?:]*(?:[.!?:](?!\s)[^.!?:]*)*[.!?:]?")
_BEFORE = " *_(-–—"
_SHOWN = 60
_SOME = 12
"""So many characters more or less say nothing of two short sentences."""
_OPENING = 40
"""In how many characters a sentence forbids, if it does so from its beginning."""


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language forbids; the file says what each expression is for."""

    sign: re.Pattern[str]
    forbids: Expression
    idiom: Expression
    no: Expression
    case: Expression
    clause: Expression


class _Text(NamedTuple):
    text: str
    language: str
    span: Callable[[int, int], Span]


class _Sentence(NamedTuple):
    text: str
    language: str
    of: _Text
    start: int

    @property
    def place(self) -> Span:
        return self.of.span(self.start, self.start + len(self.text))


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
    for text, translated in _side_by_side(course):
        for one, other in _lined_up(text, translated):
            for said, beside in ((one, other), (other, one)):
                if _forbids(said) and _are_alike(said, beside) and not _says_no(beside):
                    yield Finding(
                        beside.place,
                        Text(
                            sq=f"këtu humbi “mos”: në gjuhën tjetër është “{_short(said)}”",
                            en=f"the “not” is lost here: the other language says “{_short(said)}”",
                        ),
                        Text(
                            sq="krahasoni të dyja gjuhët dhe ndrequni atë që është gabim",
                            en="compare both languages and correct the wrong one",
                        ),
                        related=(said.place,),
                    )


def _side_by_side(course: Course) -> Iterator[tuple[_Text, _Text]]:
    """Texts that may forbid something, each with its translation, in languages that we know."""
    known, forbidding = _words().keys(), _forbidding(course)
    for short, other in short_texts(course):
        may_forbid = id(short) in forbidding or id(other) in forbidding
        if may_forbid and {short.language, other.language} <= known:
            yield (
                _Text(short.text, short.language, short.span),
                _Text(other.text, other.language, other.span),
            )
    for source, target in sides(course):
        here, there = source.language, target.language
        if {here, there} <= known and len(source.passages) == len(target.passages):
            for one, two in zip(source.passages, target.passages, strict=True):
                if id(one) in forbidding or id(two) in forbidding:
                    yield _Text(one.text, here, one.span), _Text(two.text, there, two.span)


def _forbidding(course: Course) -> set[int]:
    """The passages and short texts, by their `id`, that may forbid something."""
    forbids = {language: words.forbids for language, words in _words().items()}
    texts = texts_in_which(
        course, lambda one: _may_forbid(one.text, one.language), numbers_for(course, forbids)
    )
    return {id(said.text if said.text.passage is None else said.text.passage) for said, _ in texts}


def _may_forbid(text: str, language: str) -> bool:
    """A first look, without folding."""
    return bool(_words()[language].sign.search(text))


def _lined_up(text: _Text, translated: _Text) -> Iterator[tuple[_Sentence, _Sentence]]:
    """The sentences that belong together; where they are not as many, the first ones."""
    first, second = _sentences(text), _sentences(translated)
    if len(first) != len(second):
        first, second = first[:1], second[:1]
    return zip(first, second, strict=False)


def _sentences(text: _Text) -> list[_Sentence]:
    return [
        _Sentence(match[0], text.language, text, match.start())
        for match in _SENTENCE.finditer(text.text.removesuffix("\n"))
    ]


def _are_alike(one: _Sentence, other: _Sentence) -> bool:
    """Whether two sentences may say the same: neither is twice as long as the other, nor a copy."""
    short, long = sorted((len(one.text), len(other.text)))
    return long < 2 * short + _SOME and one.text != other.text


def _forbids(said: _Sentence) -> bool:
    if not _may_forbid(said.text[:_OPENING], said.language):
        return False
    words, folded = _words()[said.language], fold(said.text).strip(_BEFORE)
    return bool(words.forbids.match(folded)) and not words.idiom.match(folded)


def _says_no(said: _Sentence) -> bool:
    """Whether the first clause says no, or any where the sentence begins with a case."""
    words, folded = _words()[said.language], fold(said.text).strip(_BEFORE)
    end = None if words.case.match(folded) else words.clause.search(folded)
    return bool(words.no.search(folded[: end.start()] if end else folded))


def _short(said: _Sentence) -> str:
    plain = " ".join(said.text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"


@cache
def _words() -> dict[str, _Words]:
    data = word_list("translation", "negation")
    return {
        language: _Words(
            re.compile(words["sign"]),
            *(expression(words[one.name]) for one in fields(_Words) if one.name != "sign"),
        )
        for language, words in data.items()
    }
