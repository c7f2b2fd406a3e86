"""The pages of one audience in the order in which one reads them, ready for paper and readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from firstlesson.packs.about import address_on_the_web
from firstlesson.packs.book.fit import PAGE, fitted
from firstlesson.packs.book.tree import classes, main_of, text_of, tree
from firstlesson.packs.choice import pages_for
from firstlesson.packs.html import for_the_disk
from firstlesson.packs.source import Page, Source
from firstlesson.site.addresses import GLOSSARY, HELP, PRIVATE, SOURCES

_AT_THE_END = (HELP, GLOSSARY, PRIVATE, SOURCES)
_LESSONS = ("lesson", "easy", "plan")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the site as a chapter."""

    id: str
    """A name for files and places: `lessons-lesson-2-student`."""
    path: str
    """Its file in the site."""
    title: str
    content: Element
    """Links to other chapters begin with `page:`, pictures with `media:`."""
    sections: tuple[tuple[str, str], ...]
    """The ids and titles of its parts."""
    further: bool = False
    """Whether it goes on with the chapter before it; it has no place of its own among the contents."""


def chapters_for(source: Source, language: str, audience: str) -> tuple[Chapter, ...]:
    """All that an audience reads: its lessons and procedures, then help, words and sources."""
    there = pages_for(source, language, audience)
    by_path = {one.draft.path: one for one in there}
    main = [
        by_path[path]
        for one in there
        if one.draft.kind in _LESSONS and _own(one, audience)
        for path in (one.draft.path, *one.draft.parts)
    ]
    main += [one for one in there if one.draft.kind == "protocol"]
    return chapters_of(source, [*main, *(by_path[one] for one in _AT_THE_END if one in by_path)])


def chapters_of(
    source: Source, pages: list[Page], html: Callable[[Source, Page], str] = Source.html
) -> tuple[Chapter, ...]:
    """Pages as chapters that lead to each other and nowhere into the void; `html` gives each."""
    known = frozenset(one.path for one in pages)
    course = source.course
    placeholder = "" if address_on_the_web(course) else str(course.settings.site_url)
    further = {path for one in pages for path in one.draft.parts}
    made = tuple(
        replace(
            _chapter(for_the_disk(html(source, one), placeholder), one, known),
            further=one.draft.path in further,
        )
        for one in pages
    )
    ids = {one.path: frozenset(_ids(one.content)) for one in made}
    for chapter in made:
        for link in chapter.content.iter("a"):
            _to_what_is_there(link, ids)
    return made


def _own(page: Page, audience: str) -> bool:
    return page.draft.audience == audience


def _chapter(html: str, page: Page, known: frozenset[str]) -> Chapter:
    content = fitted(main_of(html), page.path, known)
    if not any("fl-note--draft" in classes(one) for one in content.iter("p")):
        content.extend(_foot_notes(html))
    heading = content.find(".//h1")
    title = text_of(heading) if heading is not None else page.draft.heading
    sections = tuple(
        (one.get("id", ""), text_of(one)) for one in content.iter("h2") if one.get("id")
    )
    name = page.draft.path.replace("/", "-")
    return Chapter(name, page.path, title, content, sections)


def _foot_notes(html: str) -> Iterator[Element]:
    """That a text is a draft stands in the foot of some pages; it must not be lost."""
    start = html.find("<footer")
    for element in tree(html[start:]).iter("p") if start >= 0 else ():
        if "fl-note" in classes(element):
            note = Element("p", {"class": element.get("class", "")})
            note.text = text_of(element)
            yield note


def _ids(content: Element) -> Iterator[str]:
    return (one.attrib["id"] for one in content.iter() if "id" in one.attrib)


def _to_what_is_there(link: Element, ids: dict[str, frozenset[str]]) -> None:
    """A link to a place that the book lacks leads to its page."""
    href = link.get("href", "")
    if href.startswith(PAGE) and "#" in href:
        path, _, anchor = href.removeprefix(PAGE).partition("#")
        if anchor not in ids[path]:
            link.set("href", PAGE + path)
