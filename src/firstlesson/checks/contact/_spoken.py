"""Registered numbers in words: `one one six, one one one`, `njëqind e gjashtëmbëdhjetë …`."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "sq": "zero një dy tre katër pesë gjashtë shtatë tetë nëntë dhjetë njëmbëdhjetë dymbëdhjetë "
    "trembëdhjetë katërmbëdhjetë pesëmbëdhjetë gjashtëmbëdhjetë shtatëmbëdhjetë tetëmbëdhjetë "
    "nëntëmbëdhjetë",
}
_TENS = {
    "en": "- - twenty thirty forty fifty sixty seventy eighty ninety",
    "sq": "- - njëzet tridhjetë dyzet pesëdhjetë gjashtëdhjetë shtatëdhjetë tetëdhjetë nëntëdhjetë",
}
_GAP = r"[\s,.·–-]{1,3}"
_AND = {"en": rf"(?:{_GAP}and)?{_GAP}", "sq": rf"{_GAP}(?:e{_GAP})?"}
_GROUP = 3


@cache
def spoken(number: str) -> re.Pattern[str]:
    """An expression for a number in words, digit by digit or in groups of three."""
    ways = [_by_digits(number, language) for language in _ONES]
    if len(number) % _GROUP == 0:
        groups = [number[at : at + _GROUP] for at in range(0, len(number), _GROUP)]
        ways.extend(
            _GAP.join(f"(?:{_group(one, language)})" for one in groups) for language in _ONES
        )
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(ways)})(?!\w)")


def _by_digits(number: str, language: str) -> str:
    pieces = []
    for digit, run in groupby(number):
        word, times = _digit(digit, language), len(list(run))
        plain = _GAP.join([word] * times)
        if language == "en" and times == 2:  # "double one"
            plain = f"(?:{plain}|double {word})"
        elif language == "en" and times == _GROUP:
            plain = f"(?:{plain}|triple {word}|double {word}{_GAP}{word}|{word}{_GAP}double {word})"
        pieces.append(plain)
    return _GAP.join(pieces)


def _digit(digit: str, language: str) -> str:
    if digit == "0":
        return "(?:zero|oh|nought|o)" if language == "en" else "zero"
    return _typed(_ONES[language].split()[int(digit)])


def _group(three: str, language: str) -> str:
    """`116` as "one hundred and sixteen", "one sixteen" or digit by digit."""
    hundreds, rest = int(three[0]), int(three[1:])
    ways = [_by_digits(three, language)]
    if hundreds:
        hundred = _digit(three[0], language) + (r"\s?hundred" if language == "en" else "qind")
        last = _below_hundred(rest, language)
        ways.append(f"{hundred}{_AND[language]}{last}" if rest else hundred)
        if rest > 9 and language == "en":  # "one sixteen"
            ways.append(f"{_digit(three[0], language)}{_GAP}{last}")
    return "|".join(ways)


def _below_hundred(number: int, language: str) -> str:
    ones = _ONES[language].split()
    if number < len(ones):
        return _typed(ones[number])
    tens, one = divmod(number, 10)
    ten = _typed(_TENS[language].split()[tens])
    if not one:
        return ten
    between = r"[\s-]" if language == "en" else r"\se\s"
    return f"{ten}{between}{_typed(ones[one])}"


def _typed(word: str) -> str:
    """A word as people type it: with or without ë."""
    return word.replace("ë", "[ëe]")
