"""Chapters as one page of HTML for paper: front page, contents, and every link inside the file."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from firstlesson.packs.about import About
from firstlesson.packs.book.chapters import Chapter
from firstlesson.packs.book.fit import MEDIA, PAGE
from firstlesson.packs.book.front import front_page
from firstlesson.packs.pdf.fonts import faces
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
    """The HTML of a book."""
    words = words_of(language)
    draft = words("draft") if source.course.settings.last_reviewed is None else ""
    html = Element("html", {"lang": language})
    _head(html, source, about, book)
    body = SubElement(html, "body")
    front = front_page(about, book.title, draft)
    front.set("data-book", f"{about.course} · {book.title} · {source.version}")
    body.append(front)
    if not book.sheets:
        body.append(_contents(book.chapters, words("contents")))
    ids = {one.path: one.id for one in book.chapters}
    for chapter in book.chapters:
        body.append(_placed(chapter, ids, source.site, sheet=book.sheets))
    return "<!doctype html>\n" + tostring(html, encoding="unicode", method="html")


def _head(html: Element, source: Source, about: About, book: Book) -> None:
    head = SubElement(html, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "title").text = f"{about.course} · {book.title}"
    day = source.day.isoformat()
    for name, content in (
        ("author", about.publisher),
        ("description", f"{about.made} {about.newer} {about.licence} {about.licence_address}"),
        ("dcterms.created", day),
        ("dcterms.modified", day),
    ):
        SubElement(head, "meta", {"name": name, "content": content})
    style = resources.files("firstlesson.packs.pdf") / "paper.css"
    SubElement(head, "style").text = faces() + style.read_text("utf-8")


def _contents(chapters: Sequence[Chapter], title: str) -> Element:
    contents = Element("section", {"class": "toc"})
    SubElement(contents, "h1").text = title
    for chapter in chapters:
        link = SubElement(SubElement(contents, "p"), "a", {"href": f"#{chapter.id}"})
        link.text = chapter.title
    return contents


def _placed(chapter: Chapter, ids: dict[str, str], site: Path, *, sheet: bool) -> Element:
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
            element.set("src", (site / src.removeprefix(MEDIA)).resolve().as_uri())
    for terms in content.iter("dl"):
        _ungroup(terms)
    content.set("id", chapter.id)
    content.set("class", "sheet" if sheet else "chapter")
    return content


def _ungroup(terms: Element) -> None:
    """A list of terms holds its terms itself: a tagged PDF allows no group between."""
    flat = [inner for one in terms for inner in (one if one.tag == "div" else [one])]
    terms[:] = flat
