"""Slips of the hand in YAML that a parser notices a line or two later, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from firstlesson.diagnostics import Text

_BACK = 4
"""How many lines before the place where a parser gives up a slip may stand."""


class Slip(NamedTuple):
    """What was mistyped on which line, from which column up to which."""

    line: int
    start: int
    end: int
    message: Text
    hint: Text


def slip_near(rows: list[str], line: int) -> Slip | None:
    """The first slip on a line, or on the few before it; lines count from one."""
    first = max(line - _BACK, 1)
    return next(
        (slip for number in range(first, line + 1) for slip in _slips(rows, number)),
        None,
    )


def cuts_in(text: str) -> Iterator[tuple[int, int]]:
    """Where `#` may cut off a text without quotation marks, no blank making it an author's note.

    Each is where the text would end, and where the sign stands.
    """
    if "#" in text:
        yield from ((match.start(), match.end() - 1) for match in _CUT.finditer(text))


def _slips(rows: list[str], number: int) -> Iterator[Slip]:
    if number > len(rows):
        return
    row = rows[number - 1]
    for pattern, message, hint in _IN_A_ROW:
        if match := pattern.match(row):
            yield Slip(number, match.start(1), match.end(1), message, hint)
    before = rows[number - 2] if number > 1 else ""
    if _BLOCK.search(before) and row.strip() and _indent(row) <= _indent(before):
        yield Slip(number, _indent(row), len(row), *_NOT_INDENTED)
    for opening, closing in _PAIRS.items():
        bare = _QUOTED.sub('""', row)
        if f": {opening}" in bare and bare.count(opening) > bare.count(closing):
            following = rows[number] if number < len(rows) else ""
            if closing not in following:
                at = row.index(f": {opening}") + 2
                yield Slip(number, at, at + 1, *_NOT_CLOSED)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


_PAIRS: Mapping[str, str] = {"{": "}", "[": "]"}
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_BLOCK = re.compile(r":\s+[>|][-+]?\d?\s*$")
_IN_A_ROW = (
    (
        re.compile(r" *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)"),
        Text(
            sq="në fillim të rreshtit ka hapësira që nuk janë të zakonshme",
            en="the line begins with spaces that are no ordinary ones",
        ),
        Text(
            sq="fshijini dhe shtypni hapësira të zakonshme",
            en="delete them and type ordinary spaces",
        ),
    ),
    (
        re.compile(r" *(?:- )?([A-Za-z][\w-]*:)(?=[^\s/:])(?![^\"'\n]*: )"),
        Text(sq="pas dy pikave mungon hapësira", en="the blank after the colon is missing"),
        Text(sq="shkruajeni si `çelësi: vlera`", en="write it as `key: value`"),
    ),
    (
        re.compile(r" *(-)(?=[^\W\d_][^:\n]*$)"),
        Text(sq="pas vizës mungon hapësira", en="the blank after the hyphen is missing"),
        Text(sq="shkruajeni si `- vlera`", en="write it as `- value`"),
    ),
)
_NOT_INDENTED = (
    Text(
        sq="teksti nën `>-` ose `|` nuk është më brenda se çelësi i vet",
        en="the text below `>-` or `|` stands no further in than its key",
    ),
    Text(sq="futeni më brenda me dy hapësira", en="indent it by two more spaces"),
)
_NOT_CLOSED = (
    Text(sq="kjo kllapë nuk mbyllet", en="this bracket is never closed"),
    Text(sq="shtoni kllapën në fund të rreshtit", en="add the bracket at the end of the line"),
)
_CUT = re.compile(r"(?<=[^\s\"'\]}])[ \t]+#(?=[^\s#])")
CUT_OFF = Text(
    sq="nga `#` e tutje teksti pritet: YAML e merr si shënim",
    en="the text is cut off from `#` on: YAML takes it for a note",
)
QUOTE_OR_BLANK = Text(
    sq="vendoseni gjithë tekstin në thonjëza; nëse është shënim, lini hapësirë pas `#`",
    en="put the whole text in quotation marks; if it is a note, leave a blank after `#`",
)
