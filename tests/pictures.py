"""The smallest pictures that are whole, and what may be hidden in them: made, not photographed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*extra: bytes, width: int = 1, height: int = 1) -> bytes:
    """A grey PNG; `extra` chunks stand before its pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"\0" * 2)
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def jpeg(
    *segments: tuple[int, bytes], width: int = 1, height: int = 1, behind: bytes = b""
) -> bytes:
    """The frame of a JPEG; `segments` are (marker, data)."""
    jfif = (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    size = (0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    parts = b"".join(
        struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data
        for kind, data in (jfif, *segments, size)
    )
    scan = struct.pack(">BBH", 0xFF, 0xDA, 8) + b"\1\1\0\0?\0" + b"\x12\xff\x00\x34"
    return b"\xff\xd8" + parts + scan + b"\xff\xd9" + behind


def webp(*chunks: tuple[bytes, bytes], width: int = 1, height: int = 1) -> bytes:
    """An extended WebP; `chunks` are (name, data)."""
    head = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"".join(
        kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
        for kind, data in ((b"VP8X", head), *chunks)
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def exif(
    entries: Iterable[tuple[int, int, int, int]], *, behind: bytes = b"", follow: int = 0
) -> bytes:
    """A little-endian Exif block: (tag, type, count, value) of its first directory."""
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    count = len(rows) // 12
    return b"II*\0\x08\0\0\0" + struct.pack("<H", count) + rows + struct.pack("<I", follow) + behind


def gps() -> bytes:
    """An Exif block that names a place."""
    inside = struct.pack("<H", 1) + struct.pack("<HHII", 1, 2, 2, 0x4E) + b"\0\0\0\0"
    return exif([(0x8825, 4, 1, 26)], behind=inside)


def svg(inside: str = "", attributes: str = "") -> str:
    """A small SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{attributes}>\n'
        f'{inside}\n<circle cx="5" cy="5" r="3"/>\n</svg>\n'
    )
