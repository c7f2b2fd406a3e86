"""Words without their accents: what is typed in haste finds what is written with care.

`engine.js` does the same with the same table; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata

from firstlesson.site.search.table import Table

_MARKS = re.compile("[\u0300-\u036f]")
_DOUBLED = re.compile(r"([a-z])\1+")
_APOSTROPHE = re.compile("['\u2018\u2019\u02bc]")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str, table: Table) -> str:
    """Lower case, without accents and doubled letters."""
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text.lower()))
    for letter, instead in table.letters:
        text = text.replace(letter, instead)
    return _DOUBLED.sub(r"\1", text)


def words(text: str, table: Table) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(_APOSTROPHE.sub(table.apostrophe, text), table))
