"""Chapters as one XML for paper: front page, contents, and every link inside the file."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from firstlesson.packs.about import About
from firstlesson.packs.book.chapters import Chapter
from firstlesson.packs.book.fit import MEDIA, PAGE
from firstlesson.packs.book.front import front_page
from firstlesson.packs.pdf.fonts import drawable
from firstlesson.packs.source import Source
from firstlesson.site.words import words_of


@dataclass(frozen=True, slots=True)
class Book:
    """What is to be laid out."""

    title: str
    chapters: tuple[Chapter, ...]
    sheets: bool = False
    """Whether each chapter is a sheet to hand out; then there is no list of contents."""


def document(source: Source, about: About, book: Book, language: str) -> str:
    """The XML of a book, as `paper.typ` reads it."""
    words = words_of(language)
    draft = words("draft") if source.course.settings.last_reviewed is None else ""
    xml = Element("book", _facts(source, about, book, language))
    xml.append(front_page(about, book.title, draft))
    if not book.sheets:
        SubElement(xml, "contents", {"title": words("contents")})
    ids = {one.path: one.id for one in book.chapters}
    for chapter in book.chapters:
        xml.append(_placed(chapter, ids, sheet=book.sheets))
    _keep_places_of_links(xml)
    for element in xml.iter():
        element.text = drawable(element.text or "")
        element.tail = drawable(element.tail or "")
    return tostring(xml, encoding="unicode")


def _facts(source: Source, about: About, book: Book, language: str) -> dict[str, str]:
    """What the file says of itself, and what stands at the foot of every page."""
    day = source.day
    return {
        "lang": language,
        "title": f"{about.course} · {book.title}",
        "author": about.publisher,
        "description": f"{about.made} {about.newer} {about.licence} {about.licence_address}",
        "year": str(day.year),
        "month": str(day.month),
        "day": str(day.day),
        "foot": drawable(f"{about.course} · {book.title} · {source.version}"),
    }


def _placed(chapter: Chapter, ids: dict[str, str], *, sheet: bool) -> Element:
    """A chapter whose places have names of their own among all others."""
    content = deepcopy(chapter.content)
    for element in content.iter():
        name, href, src = (element.get(key, "") for key in ("id", "href", "src"))
        if name:
            element.set("id", f"{chapter.id}--{name}")
        if href.startswith(PAGE):
            path, _, anchor = href.removeprefix(PAGE).partition("#")
            element.set("href", f"#{ids[path]}--{anchor}" if anchor else f"#{ids[path]}")
        if src.startswith(MEDIA):
            element.set("src", "/" + src.removeprefix(MEDIA))
    for terms in content.iter("dl"):
        _ungroup(terms)
    heading = content.find(".//h1")
    if heading is not None:
        # The list of contents names chapters, but for those that go on with another.
        heading.set("class", "fl-chapter fl-further" if chapter.further else "fl-chapter")
    content.set("id", chapter.id)
    content.set("class", "sheet" if sheet else "chapter")
    return content


def _ungroup(terms: Element) -> None:
    """A list of terms holds its terms itself: a tagged PDF allows no group between."""
    flat = [inner for one in terms for inner in (one if one.tag == "div" else [one])]
    terms[:] = flat


def _keep_places_of_links(xml: Element) -> None:
    """A place that nothing leads to needs no name in the file."""
    named = {one.get("href", "") for one in xml.iter("a")}
    for element in xml.iter():
        if "id" in element.attrib and f"#{element.attrib['id']}" not in named:
            del element.attrib["id"]
