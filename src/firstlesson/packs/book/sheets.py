"""Sheets to hand out: plans, cards, and the parts of a teacher's page that are made to be copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from firstlesson.course.model import Course
from firstlesson.packs.book.chapters import Chapter, chapters_of
from firstlesson.packs.source import Page, Source
from firstlesson.site.addresses import beside_path, card_path, lesson_path, plan_sheet_path

HAND_OUT = "handout"
"""The section of a teacher's page that pupils get on paper."""
_TO_COPY = (HAND_OUT, "exit-ticket", "letter-to-parents", "record-sheet")


def protocol_cards(source: Source, language: str) -> tuple[Chapter, ...]:
    """Every procedure on one sheet."""
    paths = [card_path(one) for one in source.course.protocols.values()]
    return chapters_of(source, list(_pages(source, language, paths)))


def hand_outs(source: Source, language: str) -> tuple[Chapter, ...]:
    """What pupils get on paper, a sheet for each lesson."""
    made = (_parts(pages, [HAND_OUT]) for pages in _teachers(source, language))
    return tuple(part for parts in made for part in parts)


def teacher_kit(source: Source, language: str) -> tuple[Chapter, ...]:
    """For each lesson its plan on two sheets, then what is copied for class and home."""
    plans = _pages(source, language, _plans(source.course))
    by_lesson = {one.id.rpartition("-")[0]: one for one in chapters_of(source, list(plans))}
    made: list[Chapter] = []
    for pages in _teachers(source, language):
        plan = by_lesson.get(pages[0].id.rpartition("-")[0])
        made += [plan] if plan else []
        made += _parts(pages, _TO_COPY)
    return tuple(made)


def _pages(source: Source, language: str, paths: list[str]) -> Iterator[Page]:
    there = {one.draft.path: one for one in source.pages if one.language == language}
    return (there[path] for path in paths if path in there)


def _plans(course: Course) -> list[str]:
    return [plan_sheet_path(one) for one in course.lessons.values()]


def _teachers(source: Source, language: str) -> Iterator[list[Chapter]]:
    """A teacher's two pages of each lesson, each by itself: a sheet leads to no other."""
    for lesson in source.course.lessons.values():
        if "teacher" in lesson.data.audience:
            paths = [lesson_path(lesson, "teacher"), beside_path(lesson)]
            found = [chapters_of(source, [one])[0] for one in _pages(source, language, paths)]
            if found:
                yield found


def _parts(pages: list[Chapter], names: tuple[str, ...] | list[str]) -> Iterator[Chapter]:
    """The sections of some names in a lesson's pages, of which the first has the lesson's name."""
    for name in names:
        for chapter in pages:
            part = _part(chapter.content, name, pages[0].title)
            if part is not None:
                yield replace(
                    chapter,
                    id=f"{chapter.id}-{name}",
                    path=f"{chapter.path}#{name}",
                    content=part,
                    sections=(),
                )


def _part(content: Element, name: str, lesson: str) -> Element | None:
    """A section with its heading on top and its lesson above it; nothing where there is none."""
    part = Element("section")
    inside = False
    for element in content:
        if element.tag in ("h2", "section"):
            inside = element.get("id") == name
            if inside:
                above = Element("p", {"class": "fl-small"})
                above.text = lesson
                heading = Element("h1", {"id": name})
                heading.text = element.text
                part.extend([above, heading])
                continue
        if inside:
            part.append(_raised(element))
    return _without_links(part) if len(part) else None


def _raised(element: Element) -> Element:
    if element.tag == "h3":
        element.tag = "h2"
    return element


def _without_links(part: Element) -> Element:
    """On paper a link inside a sheet leads nowhere."""
    for link in part.iter("a"):
        if link.get("href", "").startswith("page:"):
            link.tag = "span"
            link.attrib.pop("href")
    return part
