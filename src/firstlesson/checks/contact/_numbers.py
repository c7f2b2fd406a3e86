"""How telephone numbers look when people type them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_LONG = re.compile(
    r"(?<![\w.,/:-])(?:\+|00)?\d(?:[ \u00a0\u2009\u202f./()-]{0,2}\d){5,14}(?![\w/:])"
)
_NO_TELEPHONE = re.compile(
    r"\d{1,4}/(?:19|20)\d{2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}|\d{4}-\d{2}-\d{2}|\d{4}\s?[-–/]\s?\d{4}"
)
_THOUSANDS = re.compile(r"\d{1,3}([ .\u00a0\u2009\u202f]\d{3})+")


def digits(text: str) -> str:
    """Only the digits of a text."""
    return "".join(char for char in text if char.isdigit())


def numbers_in(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where telephone numbers stand in a text: start, end, digits.

    `known` are the digits of registered numbers; they are found in any spelling, so short ones as
    129 are told from other numbers by the words around them.
    """
    taken: list[tuple[int, int]] = []
    for number in sorted(known, key=len, reverse=True):
        pattern = r"[ \u00a0\u2009\u202f.-]?".join(number)
        for match in re.finditer(rf"(?<![\d.,]){pattern}(?![\d]|[.,]\d)", text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if len(number) > 3 or _reads_as_telephone(text, match.start()):
                taken.append(match.span())
                yield *match.span(), number
    for match in _LONG.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        shown = match[0].strip()
        if _NO_TELEPHONE.fullmatch(shown) or (
            _THOUSANDS.fullmatch(shown) and not shown.startswith("0")
        ):
            continue
        yield *match.span(), digits(shown)


_CALL = re.compile(
    r"(telefono\w*|thirr\w*|numri\w*|numër\w*|numra\w*|merr\w*|tel\.?|polici\w*|urgjenc\w*|emergjenc\w*|"
    r"call\w*|phone\w*|dial\w*|ring|number\w*|police|ambulance|emergency|ALO)"
    r"(\W+\w+){0,3}?\W*$",
    re.IGNORECASE,
)


def _reads_as_telephone(text: str, at: int) -> bool:
    return bool(_CALL.search(text[max(0, at - 60) : at]))
