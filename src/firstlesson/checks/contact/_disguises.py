"""Digits in disguise: wide or ringed ones, `116&nbsp;111`, `1**1**6`, `O69` are numbers too."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

_HIDDEN = (
    r"&\#?\w{1,8};|(?<=[\w>;])[*_`~\\]+(?=[\d&])|(?<=\d)[*_`~\\]+(?=[\d\s])"
    r"|[\u200b-\u200f\u2060\ufeff\u00ad\ufe0f\u20e3]+| {3,}(?=\d)"
)
_RINGED = "\u24ea\u2460-\u2468\u2776-\u277e\u2780-\u2788\u278a-\u2792\u24f5-\u24fd"
DISGUISES = ["&#", *re.findall(f"[{_RINGED}]", "".join(map(chr, range(0x2460, 0x2793))))]
"""Signs that stand for a digit, besides digits."""
_LETTER = r"(?<![^\W\d])[OolI](?=[\dOolI ]{0,2}\d)(?![^\W\dOolI])|(?<=\d)[OolI](?=[\dOolI])"
_ODD = re.compile(
    rf"(?P<hidden>{_HIDDEN})|(?P<digit>(?![0-9])\d|[{_RINGED}])|(?P<letter>{_LETTER})"
)
# The quick questions begin with their signs, so that all other characters are leapt over.
_ANY = re.compile(rf"[\d&{_RINGED}](?<!&(?!#))")
_ODD_SIGN = re.compile(rf"[\d{_RINGED}&\u200b-\u200f\u2060\ufeff\u00ad\ufe0f\u20e3](?<![0-9])")
_ODD_MARKS = re.compile(r"[*_`~\\](?:(?<=\d.)|(?=[*_`~\\]*[\d&]))")  # beside a digit
_ROOM = re.compile(r" {3}(?=\d)")
_ODD_LETTER = re.compile(r"[OolI](?:(?<=\d[OolI])|(?=[\dOolI ]{0,2}\d))")
_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1"}


def undisguised(text: str) -> tuple[str, Sequence[int]]:
    """A text with plain digits, and for each of its characters where it stood.

    A text without any digit is of no interest: then nothing is left of it.
    """
    if not _ANY.search(text):
        return "", ()
    if not _may_be_odd(text) or not _ODD.search(text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for odd in _ODD.finditer(text):
        plain = _plain(odd)
        pieces += [text[at : odd.start()], plain]
        places += [*range(at, odd.start()), *(odd.start() for _ in plain)]
        at = odd.end()
    pieces.append(text[at:])
    return "".join(pieces), [*places, *range(at, len(text) + 1)]


def _may_be_odd(text: str) -> bool:
    return bool(
        _ROOM.search(text)
        or _ODD_SIGN.search(text)
        or _ODD_MARKS.search(text)
        or _ODD_LETTER.search(text)
    )


def _plain(odd: re.Match[str]) -> str:
    if odd["digit"]:
        return str(unicodedata.digit(odd["digit"], ""))
    if odd["letter"]:
        return _LETTERS[odd["letter"]]
    if odd[0].startswith("&"):
        decoded = html.unescape(odd[0])
        return "-" if decoded == "\u2011" else decoded
    return " " if odd[0].startswith(" ") else ""
