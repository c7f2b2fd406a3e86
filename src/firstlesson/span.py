"""Where something stands in a file: the only arithmetic on lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import methodcaller
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one file, from its first character up to, not including, its end.

    Lines and columns count from 1, as editors show them; columns count characters, not bytes.
    `path` is relative to the project's root and uses `/` on every system.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @classmethod
    def of_file(cls, path: str) -> Span:
        """The very beginning of a file, for what concerns the file as a whole."""
        return cls(path)


_NEWLINE = re.compile("\n")
_END = methodcaller("end")


class Lines:
    """Turns character offsets of one text into spans."""

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts: list[int] = [0, *map(_END, _NEWLINE.finditer(text))]

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a position; lines and columns count from 1."""
        return self._starts[line - 1] + column - 1

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of a character offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from offset `start` up to `end`."""
        return Span(self.path, *self.position(start), *self.position(end))

    def line(self, number: int) -> str:
        """One line's text without its newline; empty where there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]
