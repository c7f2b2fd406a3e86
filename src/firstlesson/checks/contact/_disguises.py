"""Digits in disguise: wide or ringed ones, `116&nbsp;111`, `1**1**6`, `O69` are numbers too."""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections.abc import Sequence

_DIGITS = {
    chr(code): str(value)
    for code in range(0x80, sys.maxunicode + 1)
    if (value := unicodedata.digit(chr(code), None)) is not None
    and not unicodedata.decomposition(chr(code)).startswith(("<super>", "<sub>"))
}
_HIDDEN = (
    r"&\#?\w{1,8};|(?<=[\w>;])[*_`~\\]+(?=[\d&])|(?<=\d)[*_`~\\]+(?=[\d\s])"
    r"|[\u200b-\u200f\u2060\ufeff\u00ad\ufe0f\u20e3]+| {3,}(?=\d)"
)
_LETTER = r"(?<![^\W\d])[OolI](?=[\dOolI ]{0,2}\d)(?![^\W\dOolI])|(?<=\d)[OolI](?=[\dOolI])"
_ODD = re.compile(
    rf"(?P<hidden>{_HIDDEN})|(?P<digit>[{''.join(map(re.escape, _DIGITS))}])|(?P<letter>{_LETTER})"
)
_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1"}


def undisguised(text: str) -> tuple[str, Sequence[int]]:
    """A text with plain digits, and for each of its characters where it stood."""
    if not _ODD.search(text):
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


def _plain(odd: re.Match[str]) -> str:
    if odd["digit"]:
        return _DIGITS[odd["digit"]]
    if odd["letter"]:
        return _LETTERS[odd["letter"]]
    if odd[0].startswith("&"):
        decoded = html.unescape(odd[0])
        return "-" if decoded == "\u2011" else decoded
    return " " if odd[0].startswith(" ") else ""
