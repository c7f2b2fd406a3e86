"""How telephone numbers look when people type them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_BETWEEN = r"[ \n\u00a0\u2009\u202f./()-]"
# Right behind `Tel:` or `cel.` only what begins as telephone numbers do.
_LONG = re.compile(
    r"(?:(?<![\w.,/:-])|(?<=[^\W\d][.:])(?=[+0]))"
    rf"(?:\+|00)?\d(?:{_BETWEEN}{{0,2}}\d){{5,}}(?!\w|:\d)"
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)"
)
_YEARS = r"(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2}"
_LAW_OR_MONTH = r"\d{1,4}/(?:19|20)\d{2}"
_HOURS = r"[0-2]?\d\.[0-5]\d\s?-\s?[0-2]?\d\.[0-5]\d"
_AMOUNT = r"[1-9]\d{0,2}(?:[ .\u00a0\u2009\u202f]\d{3})*"
_NO_TELEPHONE = re.compile(rf"{_YEARS}|{_LAW_OR_MONTH}|{_HOURS}|{_AMOUNT}(?:\s?-\s?{_AMOUNT})?")


def digits(text: str) -> str:
    """Only the digits of a text."""
    return "".join(char for char in text if char.isdigit())


def numbers_in(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where telephone numbers stand in a text: start, end, digits.

    `known` are the digits of registered numbers; they are found in any spelling, so short ones as
    129 are told from other numbers by the words around them.
    """
    text = _DATE.sub(lambda date: "x" * len(date[0]), text)
    taken: list[tuple[int, int]] = []
    for number in sorted(known, key=len, reverse=True):
        pattern = r"[ \n\u00a0\u2009\u202f.-]?".join(number)
        for match in re.finditer(rf"(?<![\d.,]){pattern}(?![\d]|[.,]\d)", text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if len(number) > 3 or _reads_as_telephone(text, *match.span()):
                taken.append(match.span())
                yield *match.span(), number
    for match in _LONG.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        if not _NO_TELEPHONE.fullmatch(match[0]):
            yield *match.span(), digits(match[0])


_BEFORE = re.compile(
    r"\b(?:telefono\w*|thirr\w*|(?:numri|numër)(?! [ie]\b)\w*|numra\w*|tel|polici\w*|urgjenc\w*|"
    r"emergjenc\w*|rrezik\w*|call(?:s|ed|ing)?|phone\w*|dial(?:s|ed|ling)?|ring|number(?! of\b)|"
    r"police|ambulance|emergency|danger|ALO)\b(?:\W+\w+){0,3}?\W*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:[–—=(:-]|është|is\b)\W*(?:\w+\W+){0,2}?"
    r"(?:polici|police|urgjenc|emergjenc|emergency|ambulance|numri|number)",
    re.IGNORECASE,
)


def _reads_as_telephone(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(text[max(0, start - 60) : start]) or _BEHIND.match(text, end))
