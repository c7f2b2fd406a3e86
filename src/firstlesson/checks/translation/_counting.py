"""What a text counts: its numbers in digits, and those in words that can mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from firstlesson.checks._wordlists import word_list
from firstlesson.checks.translation._numbers import Number, joined, numbers_in
from firstlesson.source.remembered import remembered

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_BETWEEN = re.compile(r"[\s-]+(?:(?:e|and)\s+)?")


def may_count(text: str, language: str) -> bool:
    """Whether a text may hold a number that surely counts."""
    return bool(_DIGIT.search(text)) or not counting_words(language).isdisjoint(
        _WORD.findall(_plain(text))
    )


@remembered(8192)
def counted_in(text: str, language: str) -> Sequence[Number]:
    """The numbers of a text in digits or in words that surely count, from two on."""
    plain = _plain(text)
    digits = numbers_in(text, language) if _DIGIT.search(plain) else []
    found = [*digits, *_in_words(plain, language)]
    return tuple(one for one in found if one.value not in ("0", "1"))


def _in_words(plain: str, language: str) -> Iterator[Number]:
    words = counting_words(language)
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
def counting_words(language: str) -> frozenset[str]:
    """The words that surely count: neither one nor half nor a pair."""
    given: dict[str, str] = word_list("translation", "numbers")["unsure"]
    unsure = {_plain(word) for word in given.get(language, "").split()}
    return frozenset(
        word for word, value in _values(language).items() if value > 1 and word not in unsure
    )
