"""What an EPUB says of itself: name, date, licence, how accessible it is, and its files in order."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from firstlesson.packs.about import About, address_on_the_web
from firstlesson.packs.source import Source
from firstlesson.site.words import words_of

_NAMES = 'xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book"'
_FEATURES = (
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book; pages stand in reading order."""

    name: str
    type: str
    page: bool = False


def package(
    source: Source, about: About, items: Sequence[Item], language: str, audience: str
) -> str:
    """The text of `package.opf`."""
    pictures = any(not one.page for one in items)
    course = source.course
    address = f"{course.settings.site_url}#{audience}-{language}"
    day = source.day.isoformat()
    ids = {one.name: f"f{number}" for number, one in enumerate(items, start=1)}
    front, *chapters = [f'<itemref idref="{ids[one.name]}"/>' for one in items if one.page]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<package {_NAMES} xml:lang="{language}">',
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        f'<dc:identifier id="book">{uuid.uuid5(uuid.NAMESPACE_URL, address).urn}</dc:identifier>',
        _dc("title", about.title),
        _dc("language", language),
        _dc("publisher", about.publisher),
        _dc("date", day),
        _dc("description", course.audiences[audience].description[language]),
        _dc("rights", f"{about.licence} {about.licence_address}"),
        *(_dc("source", one) for one in [address_on_the_web(course)] if one),
        f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>',
        _meta("schema:version", source.version),
        *(_meta("schema:accessibilityFeature", one) for one in _features(pictures=pictures)),
        *(_meta("schema:accessMode", one) for one in _modes(pictures=pictures)),
        _meta("schema:accessModeSufficient", "textual"),
        _meta("schema:accessibilityHazard", "none"),
        _meta("schema:accessibilitySummary", words_of(language)("epub-access")),
        "</metadata>",
        "<manifest>",
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="book.css" media-type="text/css"/>',
        *(_item(one, ids[one.name]) for one in items),
        "</manifest>",
        "<spine>",
        front,
        '<itemref idref="nav"/>',
        *chapters,
        "</spine>",
        "</package>",
    ]
    return "\n".join(lines) + "\n"


def _item(item: Item, name: str) -> str:
    return f'<item id="{name}" href={quoteattr(item.name)} media-type="{item.type}"/>'


def _features(*, pictures: bool) -> Sequence[str]:
    return ("alternativeText", *_FEATURES) if pictures else _FEATURES


def _modes(*, pictures: bool) -> Sequence[str]:
    return ("textual", "visual") if pictures else ("textual",)


def _dc(name: str, text: str) -> str:
    return f"<dc:{name}>{escape(text)}</dc:{name}>"


def _meta(name: str, text: str) -> str:
    return f'<meta property="{name}">{escape(text)}</meta>'
