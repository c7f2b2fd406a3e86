"""An EPUB 3: chapters as XHTML, pictures, contents, and the package that names them all."""

from __future__ import annotations

import mimetypes
import posixpath
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from firstlesson.packs.about import About
from firstlesson.packs.book.chapters import Chapter
from firstlesson.packs.book.fit import MEDIA, PAGE
from firstlesson.packs.book.front import front_page
from firstlesson.packs.epub.ocf import PACKAGE, container
from firstlesson.packs.epub.package import Item, package
from firstlesson.packs.epub.style import STYLE
from firstlesson.packs.source import Source
from firstlesson.site.words import words_of

_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"
_FRONT, _NAV, _CSS = "front.xhtml", "nav.xhtml", "book.css"


def epub(
    source: Source, about: About, chapters: Sequence[Chapter], language: str, audience: str
) -> bytes:
    """The finished file."""
    words = words_of(language)
    course = source.course
    edition = course.audiences[audience].edition[language]
    draft = words("draft") if course.settings.last_reviewed is None else ""
    names = {one.path: f"{one.id}.xhtml" for one in chapters}
    media = _pictures(chapters)
    pages = {_FRONT: _page(front_page(about, edition, draft), about.title, language, "titlepage")}
    for chapter in chapters:
        _lead(chapter.content, names, media)
        pages[names[chapter.path]] = _page(chapter.content, chapter.title, language, "chapter")
    items = [Item(name, "application/xhtml+xml", page=True) for name in pages]
    items += [Item(to, _type_of(to)) for to in media.values()]
    nav = _nav(chapters, names, words("contents"), words("copy-how-new"), edition)
    files = {
        f"EPUB/{_NAV}": _document(nav, words("contents"), language),
        f"EPUB/{_CSS}": STYLE.encode(),
        PACKAGE: package(source, about, items, language, audience).encode(),
    }
    files |= {f"EPUB/{name}": text for name, text in pages.items()}
    files |= {f"EPUB/{to}": (source.site / path).read_bytes() for path, to in media.items()}
    return container(files)


def _pictures(chapters: Sequence[Chapter]) -> dict[str, str]:
    """Every picture's path in the site, and its name in the book."""
    found = {
        picture.get("src", "").removeprefix(MEDIA)
        for chapter in chapters
        for picture in chapter.content.iter("img")
    }
    return {path: "media/" + _flat(path) for path in sorted(found)}


def _flat(path: str) -> str:
    """One folder holds them all: `en/lessons/lesson-2/media/a.svg` → `lesson-2-a.svg`."""
    parts = path.split("/")
    return "-".join([*parts[-3:-2], parts[-1]])


def _lead(content: Element, names: dict[str, str], media: dict[str, str]) -> None:
    for element in content.iter():
        href, src = element.get("href", ""), element.get("src", "")
        if href.startswith(PAGE):
            path, hash_sign, anchor = href.removeprefix(PAGE).partition("#")
            element.set("href", names[path] + hash_sign + anchor)
        if src.startswith(MEDIA):
            element.set("src", media[src.removeprefix(MEDIA)])
        if "lang" in element.attrib:  # readers that know XML alone
            element.set("xml:lang", element.attrib["lang"])


def _page(content: Element, title: str, language: str, kind: str) -> bytes:
    content.set("epub:type", kind)
    if kind == "chapter":
        content.set("role", "doc-chapter")
    body = Element("body")
    body.append(content)
    return _document(body, title, language)


def _document(body: Element, title: str, language: str) -> bytes:
    html = Element(
        "html",
        {"xmlns": _XHTML, "xmlns:epub": _OPS, "lang": language, "xml:lang": language},
    )
    head = Element("head")
    head.append(_text("title", title))
    head.append(Element("link", {"rel": "stylesheet", "type": "text/css", "href": _CSS}))
    html.extend([head, body])
    start = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    return start + tostring(html, encoding="unicode").encode() + b"\n"


def _nav(
    chapters: Sequence[Chapter], names: dict[str, str], title: str, front: str, edition: str
) -> Element:
    """The contents: chapters and their sections; and the places a reader jumps to."""
    body = Element("body")
    toc = Element("nav", {"epub:type": "toc", "id": "toc", "role": "doc-toc"})
    toc.append(_text("h1", title))
    listed = Element("ol")
    listed.append(_entry(_FRONT, front))
    for chapter in chapters:
        entry = _entry(names[chapter.path], chapter.title)
        inner = [_entry(f"{names[chapter.path]}#{id_}", text) for id_, text in chapter.sections]
        if inner:
            SubElement(entry, "ol").extend(inner)
        before = listed[-1].find("ol") if chapter.further else None
        (listed if before is None else before).append(entry)
    toc.append(listed)
    marks = Element("nav", {"epub:type": "landmarks", "hidden": "hidden"})
    places = Element("ol")
    first = names[chapters[0].path]
    for kind, href, text in (
        ("titlepage", _FRONT, front),
        ("toc", f"{_NAV}#toc", title),
        ("bodymatter", first, edition),
    ):
        place = _entry(href, text)
        place[0].set("epub:type", kind)
        places.append(place)
    marks.append(places)
    body.extend([toc, marks])
    return body


def _entry(href: str, text: str) -> Element:
    entry = Element("li")
    link = _text("a", text)
    link.set("href", href)
    entry.append(link)
    return entry


def _text(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element


def _type_of(name: str) -> str:
    if posixpath.splitext(name)[1] == ".webp":  # some systems do not know it
        return "image/webp"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
