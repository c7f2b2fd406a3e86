"""Regular expressions of words, made when first a text may hold what they look for.

Making one of them takes as long as reading ten lessons, and most texts hold nothing of it. So each
has pieces: plain characters that stand in whatever it finds. `pieces.json` holds them, written by
`scripts/generate.py` from the expressions themselves; one that it does not know is simply made.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import resources
from typing import TypeAlias

Pieces: TypeAlias = Sequence[Sequence[Sequence[str]]]
"""The ways in which an expression finds something: of each group of a way, one piece stands there."""
DIGIT = r"\d"
"""The piece that stands for any digit, of whatever script."""
ANYWHERE: Pieces = ((),)
"""Of an expression whose pieces are not known."""


_DIGIT = re.compile(r"\d")
_PATIENCE = 200
"""After so many looks in vain it is cheaper to make an expression than to look again."""


class Expression:
    """A regular expression over folded text; it is used as a compiled one is."""

    __slots__ = ("_looks", "_made", "_pieces", "written")

    def __init__(self, written: str) -> None:
        self.written = written
        self._made: re.Pattern[str] | None = None
        self._looks = 0
        self._pieces: Pieces | None = None

    @property
    def pieces(self) -> Pieces:
        """What stands in every text in which it finds something."""
        if self._pieces is None:
            self._pieces = _known().get(key_of(self.written), ANYWHERE)
        return self._pieces

    def may_find(self, text: str) -> bool:
        """A first look: whether its pieces stand in a text."""
        return any(
            all(
                any(piece in text or (piece == DIGIT and _DIGIT.search(text)) for piece in group)
                for group in way
            )
            for way in self.pieces
        )

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        made = self._made or self._made_for(text)
        return made.search(text, start, end) if made else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        made = self._made or self._made_for(text)
        return made.match(text, start, end) if made else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        made = self._made or self._made_for(text)
        return made.fullmatch(text) if made else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        made = self._made or self._made_for(text)
        return made.finditer(text, start, end) if made else iter(())

    def sub(self, replacement: str, text: str) -> str:
        """As `re.Pattern.sub`."""
        made = self._made or self._made_for(text)
        return made.sub(replacement, text) if made else text

    def _made_for(self, text: str) -> re.Pattern[str] | None:
        if self._looks < _PATIENCE and not self.may_find(text):
            self._looks += 1
            return None
        self._made = re.compile(self.written)
        return self._made


def first_of(forms: Iterable[Expression], text: str, start: int = 0) -> re.Match[str] | None:
    """The first thing that several expressions find, as if they were the alternatives of one."""
    found = (match for form in forms if (match := form.search(text, start)))
    return min(found, key=lambda match: match.start(), default=None)  # of equals the first written


@cache
def expression(written: str) -> Expression:
    """The expression that is written so; its pieces are generated too."""
    _all[written] = found = Expression(written)
    return found


_all: dict[str, Expression] = {}


def all_expressions() -> list[str]:
    """How every expression that was asked for until now is written."""
    return sorted(_all)


def key_of(written: str) -> str:
    """By what `pieces.json` knows an expression."""
    return blake2b(written.encode(), digest_size=6).hexdigest()


@cache
def _known() -> Mapping[str, Pieces]:
    file = resources.files("firstlesson.checks") / "pieces.json"
    found: dict[str, Pieces] = json.loads(file.read_text(encoding="utf-8"))
    return found
