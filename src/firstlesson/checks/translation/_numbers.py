"""Numbers as a reader understands them, however a language writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from firstlesson.checks._sentences import fold
from firstlesson.checks._wordlists import word_list
from firstlesson.source.remembered import remembered


class Number(NamedTuple):
    """One number, with what it means and where it stands."""

    value: str
    start: int
    end: int

    def moved(self, by: int) -> Number:
        """The same number in a text that begins so many characters earlier."""
        return Number(self.value, self.start + by, self.end + by)


_SPACE = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    r"(?<![\w.,])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})(?!\d)"
    r"|(?<![\w.,])(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?<![\w.,])(?P<from>(?:19|20)\d{2})[ ]?[-–/][ ]?(?P<to>(?:19|20)?\d{2})(?![\d-])"
    rf"|(?<![\w.,])(?P<thousands>[1-9]\d{{0,2}}(?:[.,'’{_SPACE}]\d{{3}})+)(?![\d]|[.,]\d)"
    r"|(?<![\w.,])(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?![\d])(?=[ ]?(?P<half1>[ap]\.?m\b)?)(?=(?P<clock>))"
    r"|(?<![\w.,])(?P<decimal>\d+[.,]\d+)(?![\d]|[.,]\d)"
    r"|(?<![A-Za-zËÇëç\d.,])(?P<plain>\d+)(?=(?:[ ]?(?P<half2>[ap]\.?m\b))?)"
)
_DIGIT = re.compile(r"\d")
_MONTHS = {
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor",
    "en": "january february march april may june july august september october november december",
}
_LATER = re.compile(
    r"[ ]?(?:p\.?m\b|e (?:pasdites|mbremjes|nates|darkes|mbasdites)|(?:pasdite|mbremje)\b)"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ENTITY = re.compile(r"&#?\w{1,32};")
"""A sign that is written as a number or a name."""


@remembered(8192)
def numbers_in(text: str, language: str) -> Sequence[Number]:
    """The numbers of a text in one spelling: `1.996` and `1,996`, `8.10.2018` and `8 October 2018`."""
    if "&" in text:
        text = _ENTITY.sub(lambda sign: " " * len(sign[0]), text)
    plain = _with_months(text, language)
    return tuple(
        Number(value, *match.span()) for match in _tokens(plain) for value in _values(match, plain)
    )


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """As `_TOKEN.finditer`, which would look at every letter: each token begins with a digit."""
    digit = _DIGIT.search(text)
    while digit:
        token = _TOKEN.match(text, digit.start())
        if token:
            yield token
        digit = _DIGIT.search(text, (token or digit).end())


def _values(match: re.Match[str], text: str) -> Iterator[str]:
    if match["year"]:
        yield f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    elif match["iso"]:
        yield match["iso"]
    elif match["from"]:
        yield match["from"]
        yield match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
    elif match["thousands"]:
        yield "".join(char for char in match["thousands"] if char.isdigit())
    elif match["hour"]:
        hour = int(match["hour"])
        if match[0][-3] == "." and not _reads_as_clock(text, match):
            yield match[0].replace(",", ".")
            return
        if hour < 12 and _LATER.match(fold(text[match.end() : match.end() + 20])):
            hour += 12
        yield f"{hour}" if match["minute"] == "00" else f"{hour}:{match['minute']}"
    elif match["decimal"]:
        yield match["decimal"].replace(",", ".")
    else:
        number = int(match["plain"][:18])
        if number < 12 and _LATER.match(fold(text[match.end() : match.end() + 20])):
            number += 12
        yield str(number)


def _reads_as_clock(text: str, match: re.Match[str]) -> bool:
    """Whether `14.30` is a time: hours stand near it, or a half of the day behind it."""
    near = fold(text[max(0, match.start() - 14) : match.start()])
    behind = fold(text[match.end() : match.end() + 14])
    return bool(
        re.search(r"\b(?:ora|oren|ores|ne|at|from|nga|deri|until|to|by)\s*$|-\s*$", near)
        or re.match(r"\s?(?:[ap]\.?m\b|-|e (?:pasdites|mengjesit|mbremjes))", behind)
    )


def _with_months(text: str, language: str) -> str:
    """`8 tetor 2018` becomes `2018-10-08`, padded to its length so that places stay."""
    if language not in _MONTHS or not _YEAR.search(text):
        return text
    names = _MONTHS[language].split()
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.lower()
    for pattern in _dates(language):
        for match in pattern.finditer(folded):
            iso = f"{match['y']}-{names.index(match['m']) + 1:02}-{int(match['d']):02}"
            start, end = match.span()
            text = text[:start] + iso.ljust(end - start)[: end - start] + text[end:]
    return text


_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d{2}")


@cache
def _dates(language: str) -> tuple[re.Pattern[str], ...]:
    """Days with their month in words and their year."""
    month = "|".join(_MONTHS[language].split())
    return (
        re.compile(
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m>{month})(?:i|in|it)?"
            r"(?: (?:te )?vitit| te|,)? (?P<y>(?:19|20)\d{2})\b"
        ),
        re.compile(
            rf"\b(?P<m>{month}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d{{2}})\b"
        ),
    )


@cache
def _spelled(language: str) -> dict[str, int]:
    given: dict[str, dict[str, str]] = word_list("translation", "numbers")["words"]
    return {fold(word): int(value) for word, value in given.get(language, {}).items()}


def spelled_in(text: str, language: str) -> set[str]:
    """The numbers that a text says in words or in Roman numerals, as digits."""
    folded = fold(text)
    words = re.findall(r"[a-z]+", folded)
    known = _spelled(language)
    values: set[int] = set()
    said = [known.get(word) for word in words if word not in ("e", "and")]
    index = 0
    while index < len(said):
        value = said[index]
        index += 1
        if value is None:
            continue
        while index < len(said) and (more := joined(value, said[index])):
            value, index = more, index + 1
        values.add(value)
    for phrase, numbers in word_list("translation", "numbers")["phrases"].get(language, {}).items():
        if phrase in folded:
            values.update(map(int, numbers))
    for roman in re.findall(r"(?<!\w)[IVX]{1,4}(?!\w)", text):
        values.add(_roman(roman))
    return {str(value) for value in values}


def joined(value: int, following: int | None) -> int:
    """What two number words make together, as `twenty-five`; 0 where they do not belong together."""
    if following in (100, 1000) and value < following:
        return value * following
    tens = value % 100 == 0 or (value % 10 == 0 and value % 100 > 19)
    if following and tens and value >= 20 and following < (10 if value % 100 else 100):
        return value + following
    return 0


def _roman(numeral: str) -> int:
    values = [_ROMAN[sign] for sign in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def left_over(
    first: Sequence[Number], second: Sequence[Number], spelled: Callable[[], Collection[str]]
) -> list[Number]:
    """The numbers of the first text that are not in the second, which may spell them in words.

    What it spells is asked for only where something is left.
    """
    if not first or [one.value for one in first] == [one.value for one in second]:
        return []
    there = Counter(one.value for one in second)
    over = []
    for one in first:
        if there[one.value]:
            there[one.value] -= 1
        else:
            over.append(one)
    excused = spelled() if over else ()
    return [one for one in over if one.value not in excused]


MEASURES = (7, 12, 24, 30, 60)
"""How many of one measure of time make another: two weeks are fourteen days."""


def same_measure(first: str, second: str, weights: Collection[int] = MEASURES) -> bool:
    """Whether two numbers may say the same in two measures, of which one is so many of the other."""
    try:
        less, more = sorted((float(first), float(second)))
    except ValueError:
        return False
    return less > 0 and any(abs(less * one - more) < 0.01 for one in weights)
