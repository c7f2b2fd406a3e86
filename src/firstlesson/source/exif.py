"""What cameras and editors write into pictures: places, persons, previews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Trace: TypeAlias = tuple[str, str]
"""What was found (`place`, `person`, `camera`, `preview`, `note` …) and its name in the file."""

_GPS, _EXIF = 0x8825, 0x8769
_PERSONS = {
    0x013B: "Artist",
    0x9C9D: "XPAuthor",
    0xA430: "CameraOwnerName",
}
_CAMERAS = {
    0x927C: "MakerNote",
    0xA431: "BodySerialNumber",
    0xA435: "LensSerialNumber",
    0xC62F: "CameraSerialNumber",
    0xA420: "ImageUniqueID",
}
_TAGS = 400
_XMP = (
    (
        "place",
        re.compile(
            rb"(?i)exif:GPS|photoshop:(?:City|State|Country)|Iptc4xmp(?:Core|Ext):Location|"
            rb"LocationCreated|LocationShown|geo:lat"
        ),
    ),
    (
        "person",
        re.compile(
            rb"(?i)dc:creator|PersonInImage|mwg-rs:Name|Area:Name|MPReg:PersonDisplayName|"
            rb"aux:OwnerName|exifEX:CameraOwnerName|photoshop:AuthorsPosition|CreatorContactInfo|"
            rb"tiff:Artist|photoshop:CaptionWriter"
        ),
    ),
    ("camera", re.compile(rb"(?i)SerialNumber")),
    ("preview", re.compile(rb"(?i)xmpG?Img:image|xmp:Thumbnails")),
)
_TAGS_AROUND = re.compile(rb"<[^<>]{0,200}>|\s")
_IPTC_PERSONS = {80: "By-line", 85: "By-line title", 118: "Contact", 122: "Writer"}
_IPTC_PLACES = {
    26: "Location",
    27: "Location",
    90: "City",
    92: "Location",
    95: "Province",
    100: "Country",
    101: "Country",
}


def traces_in_exif(data: bytes) -> Iterator[Trace]:
    """What an Exif block tells; one that cannot be read cannot be trusted."""
    order = {b"II*\0": "little", b"MM\0*": "big"}.get(data[:4])
    if order is None:
        yield "note", "Exif"
        return

    def number(at: int, length: int) -> int:
        if at + length > len(data):
            raise IndexError
        return int.from_bytes(data[at : at + length], order)  # type: ignore[arg-type]  # one of two

    waiting = [number(4, 4)]
    seen: set[int] = set()
    main = True
    while waiting:
        at = waiting.pop(0)
        if at in seen or not at:
            continue
        seen.add(at)
        count = number(at, 2)
        if count > _TAGS:
            raise ValueError
        for index in range(count):
            entry = at + 2 + 12 * index
            tag, values = number(entry, 2), number(entry + 4, 4)
            if tag == _GPS and _has_place(data, number, number(entry + 8, 4)):
                yield "place", "GPS"
            elif tag in _PERSONS and values > 1:
                yield "person", _PERSONS[tag]
            elif tag in _CAMERAS and values > 1:
                yield "camera", _CAMERAS[tag]
            elif tag == _EXIF:
                waiting.append(number(entry + 8, 4))
            elif tag in (0x0201, 0x0111) and not main:
                yield "preview", "Exif"
        if main:
            after = at + 2 + 12 * count
            follow = number(after, 4) if after + 4 <= len(data) else 0
            if follow:
                yield "preview", "Exif"
            main = False


def _has_place(data: bytes, number: object, at: int) -> bool:
    """Whether a GPS directory holds more than its version."""
    count = number(at, 2)  # type: ignore[operator]  # the reader of this block
    tags = {number(at + 2 + 12 * index, 2) for index in range(min(count, _TAGS))}  # type: ignore[operator]
    return bool(tags - {0})


def traces_in_xmp(data: bytes) -> Iterator[Trace]:
    """What an XMP packet tells; empty properties tell nothing."""
    for name, pattern in _XMP:
        for count, match in enumerate(pattern.finditer(data)):
            if count > 20 or _has_value(data[match.end() : match.end() + 400]):
                yield name, match[0].decode("ascii", "replace")
                break


def _has_value(behind: bytes) -> bool:
    """Whether a property's name is followed by a value, be it an attribute's or an element's."""
    rest = behind.lstrip(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_")
    if rest.lstrip()[:1] == b"=":
        return rest.lstrip()[1:].strip()[:2] not in (b'""', b"''")
    inside = re.split(rb"</(?!rdf:)", rest.partition(b">")[2])[0]
    return bool(_TAGS_AROUND.sub(b"", inside))


def traces_in_iptc(data: bytes) -> Iterator[Trace]:
    """What the resources of Photoshop and the IPTC record in them tell."""
    if re.search(rb"8BIM\x04[\x09\x0c]", data):
        yield "preview", "Photoshop"
    for match in re.finditer(rb"\x1c\x02(.)(..)", data, re.DOTALL):
        field, length = match[1][0], int.from_bytes(match[2], "big")
        if not length or match.end() + length > len(data):
            continue
        if field in _IPTC_PERSONS:
            yield "person", _IPTC_PERSONS[field]
        elif field in _IPTC_PLACES:
            yield "place", _IPTC_PLACES[field]
