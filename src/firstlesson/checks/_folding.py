"""Texts as a reader hears them: small letters, no diacritics, nothing between the letters."""

from __future__ import annotations

import re
import unicodedata

from firstlesson.source.remembered import remembered

Places = tuple[list[int], list[int]]
"""Where stretches of a folded text begin, in it and in the text itself."""

_SIGNS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛´′ʼ", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\n\r\t\u00a0\u2002\u2003\u2009\u200a\u202f\u3000", " "),
    "…": ".",
}
# Cyrillic letters that look like ours: a word must not hide behind them.
_LOOKALIKES = dict(
    zip("аеорсухіјѕкмтвнАЕОРСУХІЈЅКМТВН", "aeopcyxijskmtbnaeopcyxijskmtbn", strict=True)
)


# Letters that Unicode does not take apart.
_WHOLE = dict(zip("ıłøđħŧƒŁØĐĦŦ", "ilodhtflodht", strict=True))


def _table() -> dict[int, str]:
    table = {}
    for code in range(0x41, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    table.update({ord(sign): plain for sign, plain in (_SIGNS | _LOOKALIKES | _WHOLE).items()})
    return table


_FOLD = _table()
_HIDDEN = r"*~`\[\]\\\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"
_PERHAPS_UNHEARD = re.compile(f"[_{_HIDDEN}]")
# Each alternative begins with its sign, so that all other characters are leapt over.
_UNHEARD = re.compile(rf"[{_HIDDEN}]+|_(?<!\w_)_*|_+(?!\w)| (?<=  ) *")
_UNHEARD_SIGNS = re.compile(  # the same where no two spaces stand together
    rf"[{_HIDDEN}_](?:(?<!_)[{_HIDDEN}]*|(?<=_)(?:(?<!\w_)_*|_*(?!\w)))"
)


@remembered(8192)
def fold(text: str) -> str:
    """A text in small letters without diacritics, so that `Fëmijë` and `femije` are one."""
    plain = _plain(text)
    return _unheard_in(plain).sub("", plain) if _may_hide(plain) else plain


def _plain(text: str) -> str:
    """A text letter by letter, at its own length; the letters of our languages go the short way."""
    if not text.isascii():
        for sign, plain in _OFTEN:
            text = text.replace(sign, plain)
        if not text.isascii():
            return text.translate(_FOLD)
    return text.translate(_FOLD) if _BLANK.search(text) else text.lower()


_OFTEN = tuple((sign, _FOLD[ord(sign)]) for sign in "ëç“”’–…Ë")
_BLANK = re.compile(r"[\n\r\t]")


def _unheard_in(plain: str) -> re.Pattern[str]:
    return _UNHEARD if "  " in plain else _UNHEARD_SIGNS


def _may_hide(plain: str) -> bool:
    if "  " in plain:
        return True
    if not plain.isascii():
        return bool(_PERHAPS_UNHEARD.search(plain))
    # Sign by sign takes a quarter of the time of one expression, and every text is asked.
    return (
        "*" in plain
        or "_" in plain
        or "[" in plain
        or "]" in plain
        or "`" in plain
        or "~" in plain
        or "\\" in plain
    )


def folded_with_places(text: str) -> tuple[str, Places | None]:
    """A folded text, and how its characters are found again; None where they did not move."""
    plain = _plain(text)
    if not _may_hide(plain):
        return plain, None
    pieces, folded, source = [], [0], [0]
    at = length = 0
    for hidden in _unheard_in(plain).finditer(plain):
        start, end = hidden.span()
        pieces.append(plain[at:start])
        length += start - at
        at = end
        folded.append(length)
        source.append(at)
    if not pieces:
        return plain, None
    pieces.append(plain[at:])
    return "".join(pieces), (folded, source)
