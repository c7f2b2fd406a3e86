"""Characters that are not typed but named: `&#x202E;` in Markdown, and YAML's escapes with a backslash.

A reader sees what they stand for; whoever reads the file does not, nor does a check that looks for words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from firstlesson.diagnostics import Text
from firstlesson.source.faults import LOOK_ALIKE
from firstlesson.source.look_alikes import Fault, codes, retype, script_of

Named = tuple[int, int, str]
"""Where a reference begins and ends, and the characters that it stands for."""

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CODE_SIGNS = re.compile(r"^[ >]*(?P<fence>`{3,}|~{3,})|`+", re.MULTILINE)
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0abevfLP])|[^\n])"
)
_SHORT = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def named_in(path: str, text: str) -> Iterator[Named]:
    """The characters that a file names instead of holding them."""
    if path.endswith(".md") and "&" in text:
        code, (first, last) = _code_in(text), (0, 0)
        for match in _REFERENCE.finditer(text):
            while last <= match.start():
                first, last = next(code, (len(text), len(text)))
            meant = html.unescape(match[0])
            if meant != match[0] and match.start() < first:
                yield *match.span(), meant
    elif path.endswith((".yml", ".yaml")) and "\\" in text:
        at = 0
        for line in text.split("\n"):
            quoted = '"' in line  # else a short escape is a backslash and a letter
            for match in _ESCAPE.finditer(line) if "\\" in line else ():
                number = match[1] or match[2] or match[3]
                short = _SHORT.get(match[4], "") if quoted else ""
                if meant := chr(min(int(number, 16), 0x10FFFF)) if number else short:
                    yield at + match.start(), at + match.end(), meant
            at += len(line) + 1


def _code_in(text: str) -> Iterator[tuple[int, int]]:
    """Where code stands, between two rows of as many signs; a row that nothing ends begins none."""
    signs = [*_CODE_SIGNS.finditer(text)]
    ends: list[int] = []
    last: dict[tuple[str, bool], int] = {}
    for at in range(len(signs) - 1, -1, -1):
        row = (signs[at]["fence"] or signs[at][0], bool(signs[at]["fence"]))
        ends.append(last.get(row, 0))
        last[row] = at
    ends.reverse()
    at = 0
    while at < len(signs):
        end = ends[at]
        fenced = bool(signs[at]["fence"])
        if end and (fenced or text.find("\n\n", signs[at].end(), signs[end].start()) < 0):
            yield signs[at].start(), signs[end].end()
            at = end
        at += 1


def hidden_letters(path: str, text: str, named: Iterable[Named]) -> Iterator[Fault]:
    """Letters and digits that are named without need: they hide a word or a number from whoever reads the file.

    `&euml;` is need enough: there are keyboards without ë.
    """
    for start, end, meant in named:
        plain = meant.isascii() and meant.isalnum()
        if (plain and path.endswith(".md")) or script_of(meant[0]) not in ("", "LATIN"):
            said = Text(
                sq=f"`{text[start:end]}` fsheh shkronjën `{meant}` ({codes(meant)})",
                en=f"`{text[start:end]}` hides the letter `{meant}` ({codes(meant)})",
            )
            yield (LOOK_ALIKE, start, end, said, retype(meant), meant)
