"""The lines of a prose file that are no code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from firstlesson.course.model import Prose

FENCE = re.compile(r"^[ >]*(`{3,}(?=[^`]*$)|~{3,})", re.MULTILINE)
"""Where code begins, and where it ends."""
_MARKS = re.compile(r"[ >]*")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.")


class Row(NamedTuple):
    """One line."""

    number: int
    indent: int
    """How far in its words begin: spaces and the signs of quotations."""
    words: str
    below: str
    """The words of the next line."""


def rows_of(prose: Prose) -> Iterator[Row]:
    """The lines outside of code."""
    lines = prose.document.text.split("\n")
    marks = ""
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        if fence and (not marks or fence[1].startswith(marks)):
            marks = "" if marks else fence[1]
        elif not marks:
            start = _MARKS.match(line)
            indent = start.end() if start else 0
            below = lines[number] if number < len(lines) else ""
            yield Row(number, indent, line[indent:].rstrip(), below.strip(" >"))


def without_code(row: str) -> str:
    """A line of the same length, with blanks for code and for signs behind a backslash."""
    return _CODE.sub(lambda match: " " * len(match[0]), row)
