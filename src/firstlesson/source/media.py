"""Pictures and recordings as they are: what they say of themselves beside what they show.

Only headers are read, never pixels. A file is taken apart by hand, because what matters here is
just what picture libraries pass over: places, persons, previews, and data behind the end.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firstlesson.diagnostics import Diagnostic
from firstlesson.source.exif import Trace, traces_in_exif, traces_in_iptc, traces_in_xmp
from firstlesson.source.files import decoded, read_bytes
from firstlesson.source.markdown import Passage
from firstlesson.source.svg import Fault, judge_svg
from firstlesson.span import Span

PICTURES = ("jpeg", "jpg", "png", "svg", "webp")
RECORDINGS = ("mp3", "mp4", "ogg", "opus", "webm")
TEXTS = ("txt", "vtt")
"""Transcripts and captions."""
MAX_SIDE = 6000
"""The most pixels a picture may have on one side; an old phone's memory ends there."""
_MB = 1024 * 1024
MAX_BYTES = {**dict.fromkeys(PICTURES, 2 * _MB), **dict.fromkeys(RECORDINGS, 25 * _MB)}
_MOST_TEXT = 512 * 1024

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BM", "bmp"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"WEBVTT", "vtt"),
)


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One file of a `media/` folder."""

    path: str
    form: str
    """What its name says it is: `png`, `svg` …"""
    faults: tuple[Fault, ...] = ()
    passages: tuple[Passage, ...] = ()
    """The words in it, drawn or told."""


def read_media(root: Path, path: str) -> tuple[MediaFile, list[Diagnostic]]:
    """Looks into one file; what is wrong with it as a file, and what a check has to judge."""
    form = path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
    form = "jpeg" if form == "jpg" else form
    if form not in (*PICTURES, *RECORDINGS, *TEXTS):
        return MediaFile(path, form, (Fault("type", Span.of_file(path), form),)), []
    most = MAX_BYTES.get(form, _MOST_TEXT)
    raw, problems = read_bytes(root, path, most=_MOST_TEXT if form == "svg" else most)
    if problems:
        return MediaFile(path, form), problems
    if form in ("svg", *TEXTS):
        found = form_of(raw)
        if found and found != form:
            return MediaFile(path, form, (Fault("differs", Span.of_file(path), found),)), []
        text, problems = decoded(path, raw)
        if any(one.kind.code == "FIL002" for one in problems):
            return MediaFile(path, form), problems
        if form == "svg":
            return MediaFile(path, form, *judge_svg(path, text)), problems
        return MediaFile(path, form, passages=tuple(_told(path, text))), problems
    return MediaFile(path, form, tuple(_judged(path, form, raw))), []


def form_of(raw: bytes) -> str:
    """What a file is by its first bytes; empty where they say nothing."""
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "webp"
    if raw[4:8] == b"ftyp":
        return "mp4"
    if len(raw) > 1 and raw[0] == 0xFF and raw[1] & 0xE6 == 0xE2:
        return "mp3"  # a frame of layer III without a tag before it
    for start, form in _STARTS:
        if raw.startswith(start):
            return form
    head = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<script")):
        return "html"
    if head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in head):
        return "svg"
    return ""


_NOT_TOLD = re.compile(r"WEBVTT|NOTE\b|STYLE\b|REGION\b|\d+$|[\d:.]+ --> ")


def _told(path: str, text: str) -> Iterator[Passage]:
    """The paragraphs of a transcript or of captions, without their times."""
    rows: list[tuple[int, str]] = []
    for number, row in enumerate([*text.split("\n"), ""], 1):
        if row.strip() and not _NOT_TOLD.match(row):
            rows.append((number, row.rstrip("\r")))
        elif rows and not row.strip():
            at, starts = 0, []
            for line, said in rows:
                starts.append((at, line, 1))
                at += len(said) + 1
            yield Passage("told", "\n".join(said for _, said in rows), tuple(starts), path)
            rows = []


def _judged(path: str, form: str, raw: bytes) -> Iterator[Fault]:
    place = Span.of_file(path)
    found = form_of(raw)
    if found != form and not (form == "opus" and found == "ogg"):
        yield Fault("differs", place, found)
        return
    reader = {"png": _png, "jpeg": _jpeg, "webp": _webp, "mp4": _mp4, "mp3": _mp3}.get(form)
    if reader is None:
        return
    try:
        told: set[tuple[str, str]] = set()
        for name, detail in reader(raw):
            if (name, detail) not in told:
                told.add((name, detail))
                yield Fault(name, place, detail)
    except (IndexError, ValueError, zlib.error):
        yield Fault("broken", place, "")


def _size(width: int, height: int) -> Iterator[Trace]:
    if not width or not height:
        yield "broken", ""
    elif max(width, height) > MAX_SIDE:
        yield "pixels", f"{width} × {height}"


def _number(raw: bytes, at: int, length: int) -> int:
    """A number of the file, its greatest byte first."""
    if at + length > len(raw):
        raise IndexError
    return int.from_bytes(raw[at : at + length], "big")


def _little(raw: bytes, at: int, length: int) -> int:
    if at + length > len(raw):
        raise IndexError
    return int.from_bytes(raw[at : at + length], "little")


def _png(raw: bytes) -> Iterator[Trace]:
    at, first = 8, True
    while True:
        length, kind = _number(raw, at, 4), raw[at + 4 : at + 8]
        data = raw[at + 8 : at + 8 + length]
        if len(data) < length or _number(raw, at + 8 + length, 4) != zlib.crc32(kind + data):
            raise ValueError
        if first and kind != b"IHDR":
            raise ValueError
        first = False
        if kind == b"IHDR":
            yield from _size(_number(data, 0, 4), _number(data, 4, 4))
        elif kind == b"acTL":
            yield "moving", ""
        elif kind == b"eXIf":
            yield from traces_in_exif(data)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _png_text(kind, data)
        at += 12 + length
        if kind == b"IEND":
            break
    yield from _behind(raw[at:])


_PNG_KEYS = {"author": "person", "artist": "person", "creator": "person", "location": "place"}
_MOST_UNPACKED = 2 * _MB


def _png_text(kind: bytes, data: bytes) -> Iterator[Trace]:
    raw_key, _, rest = data.partition(b"\0")
    key = raw_key.decode("latin-1").strip()
    if kind == b"zTXt":
        rest = _unpacked(rest[1:])
    elif kind == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = rest[2:].split(b"\0", 2)[-1]
        rest = _unpacked(rest) if packed else rest
    if key == "XML:com.adobe.xmp":
        yield from traces_in_xmp(rest)
    elif key.lower().startswith("raw profile type"):
        profile = bytes.fromhex("".join(rest.decode("latin-1").split()[2:]))
        yield from _raw_profile(key.lower(), profile)
    elif key.lower() in _PNG_KEYS:
        yield _PNG_KEYS[key.lower()], key
    elif "gps" in key.lower():
        yield "place", key
    else:
        yield from note(rest.decode("utf-8", "replace"))


def _raw_profile(key: str, data: bytes) -> Iterator[Trace]:
    if "xmp" in key:
        yield from traces_in_xmp(data)
    elif "iptc" in key or "8bim" in key:
        yield from traces_in_iptc(data)
    elif "icc" not in key and "icm" not in key:
        yield from traces_in_exif(data.removeprefix(b"Exif\0\0"))


def _unpacked(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _MOST_UNPACKED)


def _jpeg(raw: bytes) -> Iterator[Trace]:
    at, sized = 2, False
    while True:
        if raw[at] != 0xFF:
            raise ValueError
        while raw[at] == 0xFF:
            at += 1
        kind = raw[at]
        at += 1
        if kind == 0xD9:
            break
        if kind == 0x01 or 0xD0 <= kind <= 0xD8:
            continue
        length = _number(raw, at, 2)
        data = raw[at + 2 : at + length]
        if length < 2 or len(data) < length - 2:
            raise ValueError
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            sized = True
            yield from _size(_number(data, 3, 2), _number(data, 1, 2))
        else:
            yield from _jpeg_segment(kind, data)
        at += length
        if kind == 0xDA:
            at = _behind_scan(raw, at)
    if not sized:
        raise ValueError
    yield from _behind(raw[at:])


def _jpeg_segment(kind: int, data: bytes) -> Iterator[Trace]:
    if (kind == 0xE0 and data[:5] == b"JFIF\0" and len(data) > 13 and data[12] and data[13]) or (
        kind == 0xE0 and data[:5] == b"JFXX\0"
    ):
        yield "preview", ""
    elif kind == 0xE1 and data[:6] == b"Exif\0\0":
        yield from traces_in_exif(data[6:])
    elif kind == 0xE1 and b"ns.adobe.com/x" in data[:40]:
        yield from traces_in_xmp(data.partition(b"\0")[2])
    elif kind == 0xED:
        yield from traces_in_iptc(data)
    elif kind == 0xE2 and data[:4] == b"MPF\0":
        yield "preview", ""
    elif kind == 0xFE:
        yield from note(data.decode("utf-8", "replace"))


def _behind_scan(raw: bytes, at: int) -> int:
    """Where the coded pixels end: at the next marker that is none of theirs."""
    while True:
        at = raw.find(b"\xff", at)
        if at < 0:
            raise ValueError
        if raw[at + 1] != 0 and not 0xD0 <= raw[at + 1] <= 0xD7 and raw[at + 1] != 0xFF:
            return at
        at += 1 if raw[at + 1] == 0xFF else 2


def _webp(raw: bytes) -> Iterator[Trace]:
    end = 8 + _little(raw, 4, 4)
    if end > len(raw):
        raise ValueError
    at, sized = 12, False
    while at + 8 <= end:
        kind, length = raw[at : at + 4], _little(raw, at + 4, 4)
        data = raw[at + 8 : at + 8 + length]
        if len(data) < length:
            raise ValueError
        if kind == b"VP8X":
            sized = True
            yield from _size(_little(data, 4, 3) + 1, _little(data, 7, 3) + 1)
        elif kind == b"VP8 " and not sized:
            sized = True
            if data[3:6] != b"\x9d\x01\x2a":
                raise ValueError
            yield from _size(_little(data, 6, 2) & 0x3FFF, _little(data, 8, 2) & 0x3FFF)
        elif kind == b"VP8L" and not sized:
            sized = True
            bits = _little(data, 1, 4)
            if data[:1] != b"\x2f":
                raise ValueError
            yield from _size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        elif kind == b"ANIM":
            yield "moving", ""
        elif kind == b"EXIF":
            yield from traces_in_exif(data.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            yield from traces_in_xmp(data)
        at += 8 + length + length % 2
    if not sized:
        raise ValueError
    yield from _behind(raw[end:])


_MP4_PLACE = re.compile(rb"\xa9xyz|loci.{4,12}|com\.apple\.quicktime\.location", re.DOTALL)
_MP4_PERSON = re.compile(rb"com\.apple\.quicktime\.(?:author|artist)|\xa9(?:ART|aut|prf|dir)")


def _mp4(raw: bytes) -> Iterator[Trace]:
    at, seen = 0, set()
    while at < len(raw):
        length, kind, head = _number(raw, at, 4), raw[at + 4 : at + 8], 8
        if length == 1:
            length, head = _number(raw, at + 8, 8), 16
        elif length == 0:
            length = len(raw) - at
        if length < head or at + length > len(raw):
            raise ValueError
        seen.add(kind)
        if kind in (b"moov", b"meta", b"udta", b"uuid"):
            box = raw[at : at + length]
            if _MP4_PLACE.search(box):
                yield "place", "MP4"
            if _MP4_PERSON.search(box):
                yield "person", "MP4"
        at += length
    if b"moov" not in seen:
        raise ValueError


def _mp3(raw: bytes) -> Iterator[Trace]:
    if raw[:3] != b"ID3":
        return
    head = raw[: 10 + (raw[6] << 21 | raw[7] << 14 | raw[8] << 7 | raw[9])]
    if b"APIC" in head or b"PIC\0" in head:
        yield "preview", ""
    if b"GEOB" in head or b"PRIV" in head:
        yield "note", "ID3"


def _behind(rest: bytes) -> Iterator[Trace]:
    if rest.strip(b"\0\r\n "):
        yield "behind", ""


_MOST_NOTE = 4000
_MADE_WITH = re.compile(
    r"(?i)created with|gimp|inkscape|creator: gd-jpeg|lav[cf]\d|optimi[sz]ed|compressed|intel|lead tech|"
    r"file written by|photoshop|imagemagick|paint|canva|krita|software|libjpeg|handmade|matplotlib|"
    r"ffmpeg|xv version|jpeg-recompress|mozjpeg|screenshot|pamje ekrani"
)
_PRIVATE = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w|-?\d{1,3}[.,]\d{3,}\D{1,4}-?\d{1,3}[.,]\d{3,}|\d(?:[ -]?\d){7}"
)


def note(text: str) -> Iterator[Trace]:
    """A remark inside a file: of no interest if it only names the program that made it."""
    said = " ".join(text[:_MOST_NOTE].replace("\0", " ").split())
    if _PRIVATE.search(said):
        yield "person", ""
    elif re.search(r"[^\W\d_]{2}", said) and not _MADE_WITH.search(said) and len(said) > 12:
        yield "note", said[:60]
