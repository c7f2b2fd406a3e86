"""How telephone numbers look when people type them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from firstlesson.checks._expressions import DIGIT, expression
from firstlesson.checks._index import texts_holding
from firstlesson.checks._sentences import Said
from firstlesson.checks.contact._disguises import DISGUISES, undisguised
from firstlesson.checks.contact._spoken import spoken
from firstlesson.course.model import Course
from firstlesson.source.remembered import remembered

_Found: TypeAlias = tuple[int, int, str]

_BETWEEN = r"[ \n\u00a0\u2009\u202f./()-]"
# Right behind `Tel:` or `cel.` only what begins as telephone numbers do.
_LONG = re.compile(
    r"(?:(?<![\w.,/:-])|(?<=[^\W\d][.:])(?=[+0]))"
    rf"(?:(?:\+|00)?\d(?:{_BETWEEN}{{0,2}}\d){{5,}}|(?:\+|0)[ ]?\d(?:{_BETWEEN}{{0,3}}\d){{6,}})(?!\w|:\d)"
)
_FEWEST = 6
"""So many digits it has at least."""
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)"
)
_ONE = re.compile(r"\d")
_YEARS = r"(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2}"
_LAW_OR_MONTH = r"\d{1,4}/(?:19|20)\d{2}"
_HOURS = r"[0-2]?\d\.[0-5]\d\s?-\s?[0-2]?\d\.[0-5]\d"
_AMOUNT = r"[1-9]\d{0,2}(?:[ .\u00a0\u2009\u202f]\d{3})*"
_IP = r"(?:[12]?\d?\d\.){3}[12]?\d?\d"
_PLACE = r"\d{1,3}\.\d{4,8}"
_NO_TELEPHONE = expression(
    rf"{_YEARS}|{_LAW_OR_MONTH}|{_HOURS}|{_IP}|{_PLACE}|{_AMOUNT}(?:\s?-\s?{_AMOUNT})?"
)


def digits(text: str) -> str:
    """Only the digits of a text."""
    return "".join(char for char in text if char.isdigit())


def texts_with_numbers(course: Course) -> Iterator[Said]:
    """The texts in which a telephone number may stand, in digits or in words."""
    return texts_holding(course, [DIGIT, *DISGUISES, *_COUNTING])


def numbers_in(text: str, known: Iterable[str]) -> Sequence[_Found]:
    """Where telephone numbers stand in a text: start, end, digits.

    `known` are the digits of registered numbers; they are found in any spelling, so short ones as
    129 are told from other numbers by the words around them.
    """
    return _numbers_in(text, (*known,))


@remembered(4096)  # several checks ask of the same text
def _numbers_in(text: str, known: Sequence[str]) -> Sequence[_Found]:
    return tuple(_searched(text, known))


def _searched(text: str, known: Sequence[str]) -> Iterator[_Found]:
    taken = _Taken(text)
    plain, places = undisguised(text)
    fewest = min((_SHORT, *map(len, known)))
    if plain and len(_ONE.findall(plain)) >= fewest:
        plain = _DATE.sub(lambda date: "x" * len(date[0]), plain)
        for start, end, number in _in_digits(plain, known):
            first, last = places[start], places[end - 1] + 1
            taken.take(first, last)
            yield first, last, number
    if _COUNTED.search(text):
        for number in sorted(known, key=len, reverse=True):
            for match in spoken(number).finditer(text):
                if taken.holds(*match.span()):
                    continue
                if len(number) > _SHORT or _reads_as_telephone(text, *match.span()):
                    taken.take(*match.span())
                    yield *match.span(), number


def _in_digits(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    taken = _Taken(text)
    there = "".join(_ONE.findall(text))
    for number in sorted((one for one in known if one in there), key=len, reverse=True):
        for match in _spelt(number).finditer(text):
            if taken.holds(*match.span()):
                continue
            if len(number) > _SHORT or _reads_as_telephone(text, *match.span()):
                taken.take(*match.span())
                yield *match.span(), number
    for match in _LONG.finditer(text) if len(there) >= _FEWEST else ():
        if taken.holds(*match.span()) or _NO_TELEPHONE.fullmatch(match[0]):
            continue
        if not _OTHER_NUMBER.search(text[max(0, match.start() - 30) : match.start()]):
            taken.take(*match.span())
            yield *match.span(), digits(match[0])
    for match in _CALLED.finditer(text):
        if not taken.holds(*match.span()):
            yield *match.span("number"), digits(match["number"])


class _Taken:
    """The stretches of a text in which a number was found already."""

    def __init__(self, text: str) -> None:
        self._signs = bytearray(len(text))

    def take(self, start: int, end: int) -> None:
        self._signs[start:end] = b"\1" * (end - start)

    def holds(self, start: int, end: int) -> bool:
        """Whether a sign of a stretch is taken."""
        return self._signs.find(1, start, end) >= 0


@cache
def _spelt(number: str) -> re.Pattern[str]:
    """A registered number with anything between its digits that people put there."""
    pattern = r"[ \n\u00a0\u2009\u202f./-]{0,2}".join(number)
    return re.compile(rf"(?<![\d.,]){pattern}(?![\d]|[.,]\d)")


_SHORT = 3
_COUNTING = ["one", "two", "nine", "hundred", "nje", "dy", "qind", "double", "triple"]
# Two number words in a row: the cheap question before the dear ones.
_COUNTED = re.compile(
    r"(?:one|O(?:ne|NE)|t(?:wo|riple)|T(?:wo|WO|riple)|n(?:ine|j[eë])|N(?:ine|INE|j[eë]|JË)|hundred|"
    r"Hundred|d(?:y|ouble)|D(?:y|ouble)|qind)[\s,.·–-]{1,3}"
    r"(?i:(?:and|e)[\s,.·–-]{1,3})?(?i:one|two|six|nine|eleven|twelve|sixteen|seventeen|twenty|hundred|double|"
    r"triple|(?:nj[ëe]|dy)(?:\b|qind|zet|mb)|gjasht|n[ëe]nt|shtat)"
)
# What has digits and is no telephone: what stands before it says so.
_OTHER_NUMBER = expression(
    r"(?i)\b(?:isbn|issn|iban|doi|ip|orcid|barkod\w*|barcode)\b[^.\d]{0,20}$"
)
# "Call 55155": a short number that is told to be called.
_CALLED = expression(
    r"(?i)(?:^|[.!?;:,]\s+|\b(?:please|just|then|and|or|dhe|ose|pastaj)\s)"
    r"(?:call|dial|ring|phone|text|telefono(?:ni)?|thirr(?:ni)?|formo(?:ni)?)\s"
    r"(?:(?:the |numrin |number |at |on |te |në |ne |tel\.? ?)+)?(?P<number>\d{3,5})(?![\w]|[.,]\d)"
    r"(?=\W*$|[.!?;,:)]|\s(?:now|at once|immediately|if|when|for (?:an?|the|help|advice)|për (?:ndihm|urgjenc|ambulanc|polic)[ëe]?\w*|menjëherë|menjehere|tani|nëse|nese|kur)\b)"
)
_BEFORE = expression(
    r"(?i)\b(?:telefon\w*|thirr\w*|formo\w*|(?<!autobusit )(?<!dhoma )(?:numri|numër)(?! [ie]\b)\w*|numra\w*|tel|polici\w*|urgjenc\w*|"
    r"emergjenc\w*|rrezik\w*|call(?:s|ed|ing)?|phone\w*|dial(?:s|ed|ling)?|ring|(?<!bus )(?<!room )(?<!page )(?<!house )(?<!line )number(?! of\b)|"
    r"police|ambulance|emergency|danger|ALO)\b(?:\W+\w+){0,3}?\W*$"
)
_BEHIND = expression(
    r"(?i)\s*(?:[–—=(:-]|është|is\b)\W*(?:\w+\W+){0,2}?"
    r"(?:polici|police|urgjenc|emergjenc|emergency|ambulance|numri|number)"
)


def _reads_as_telephone(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(text[max(0, start - 60) : start]) or _BEHIND.match(text, end))
