"""The picture beside a ZIM in a reader's list: a plain page, 48 by 48, that says nothing of its content."""

from __future__ import annotations

import struct
import zlib

_SIZE = 48
_PAPER, _COVER, _LINE = b"\xff\xfd\xf9", b"\x28\x35\x93", b"\xa7\xaf\xbd"


def icon() -> bytes:
    """A PNG."""
    rows = b"".join(b"\0" + b"".join(_colour(x, y) for x in range(_SIZE)) for y in range(_SIZE))
    header = struct.pack(">IIBBBBB", _SIZE, _SIZE, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _colour(x: int, y: int) -> bytes:
    inside = 10 <= x < 38 and 6 <= y < 42
    if inside and 14 <= x < 34 and y in (14, 15, 22, 23, 30, 31):
        return _LINE
    return _PAPER if inside else _COVER


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
