"""A ZIM that is the same bytes whenever it is made from the same pages.

libzim draws random numbers for the file's own id and for the two search indexes inside it. They are
put in again as digests of what the file holds, and its checksum is made anew.
"""

from __future__ import annotations

import hashlib

_ID = slice(8, 24)
_CHECKSUM = 16
_XAPIAN = b"\x0f\x0dXapian Glass"
_TO_ITS_ID = 16
"""How far behind the beginning of its mark an index keeps its own id."""


def fixed(data: bytes) -> bytes:
    """The file with ids that come from its content."""
    content = bytearray(data[:-_CHECKSUM])
    marks = list(_found(content, _XAPIAN))
    content[_ID] = bytes(16)
    for mark in marks:
        content[mark + _TO_ITS_ID : mark + _TO_ITS_ID + 16] = bytes(16)
    digest = hashlib.sha256(content).digest()
    content[_ID] = digest[:16]
    for mark in marks:
        content[mark + _TO_ITS_ID : mark + _TO_ITS_ID + 16] = digest[16:]
    return bytes(content) + hashlib.md5(content, usedforsecurity=False).digest()


def _found(content: bytearray, mark: bytes) -> list[int]:
    places, at = [], content.find(mark)
    while at >= 0:
        places.append(at)
        at = content.find(mark, at + 1)
    return places
