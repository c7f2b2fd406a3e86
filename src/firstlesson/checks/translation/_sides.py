"""The two sides of a translation: sections of one id, and short texts that stand side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from firstlesson.course.links import parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.course.once import once_for_a_course
from firstlesson.course.parity import INTRODUCTION, section_key
from firstlesson.course.texts import ReaderText, texts_of
from firstlesson.source.markdown import Link, Passage, Section
from firstlesson.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """One section in one language."""

    prose: Prose
    section: Section
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    passages: tuple[Passage, ...]

    @property
    def language(self) -> str:
        """Its language."""
        return self.prose.language

    def targets(self, *kinds: str) -> dict[str, Link]:
        """Links by kind, id and part of the page, each with the first place."""
        found: dict[str, Link] = {}
        for link in self.links:
            target = parse_target(link.target)
            if target and target.kind in kinds:
                edition = f"/{target.edition}" if target.edition else ""
                part = f"{edition}#{target.anchor}" if target.anchor else ""
                found.setdefault(f"{target.kind}:{target.id}{part}", link)
        return found


def pairs(course: Course) -> Iterator[tuple[Prose, Prose]]:
    """Each text in the source language with each of its translations."""
    for texts in course.prose_of.values():
        source = {one.name: one for one in texts if one.language == course.source_language}
        for one in texts:
            if one.language != course.source_language and one.name in source:
                yield source[one.name], one


@once_for_a_course
def sides(course: Course) -> Iterator[tuple[Side, Side]]:
    """Each section of the source language with each of its translations."""
    for source, target in pairs(course):
        first, second = _by_key(source), _by_key(target)
        for key, one in first.items():
            if key in second:
                yield one, second[key]


@once_for_a_course
def side_by_side(course: Course) -> Iterator[Sequence[ReaderText]]:
    """The short texts that stand side by side in several languages, in the file's order."""
    together: dict[object, dict[str, ReaderText]] = {}
    for text in texts_of(course):
        if text.kind == "short":
            together.setdefault((text.path, text.route[:-1]), {})[text.language] = text
    return (tuple(texts.values()) for texts in together.values())


@once_for_a_course
def short_texts(course: Course) -> Iterator[tuple[ReaderText, ReaderText]]:
    """Each short text in the source language with each of its translations."""
    for texts in side_by_side(course):
        for source in texts:
            if source.language == course.source_language:
                for other in texts:
                    if other is not source:
                        yield source, other


def _by_key(prose: Prose) -> dict[str, Side]:
    document = prose.document
    found: dict[str, Side] = {}
    links = _by_line(document.links, lambda one: one.span.line)
    images = _by_line(document.images, lambda one: one.span.line)
    passages = _by_line(document.passages, lambda one: one.starts[0][1])
    for section in document.sections:
        key = section_key(section)
        if key in found or (key.startswith("_") and key != INTRODUCTION):
            continue
        found[key] = Side(prose, section, links(section), images(section), passages(section))
    return found


def _by_line(items: Sequence[T], line_of: Callable[[T], int]) -> Callable[[Section], tuple[T, ...]]:
    """Gives for a section the items, which stand in reading order, that begin on its lines."""
    lines = [line_of(one) for one in items]
    return lambda section: tuple(
        items[bisect_left(lines, section.first_line) : bisect_right(lines, section.last_line)]
    )


def opposite(source: Side, target: Side, at: Span) -> Span:
    """Where the translation of a line of the source begins; the section's title where it is unsure."""
    if [one.kind for one in source.passages] != [one.kind for one in target.passages]:
        return target.section.heading
    for one, other in zip(source.passages, target.passages, strict=True):
        if one.starts[0][1] <= at.line <= one.starts[-1][1]:
            line = min(at.line - one.starts[0][1], len(other.starts) - 1)
            begin = other.starts[line][0]
            return other.span(begin, max(begin + 1, begin + len(other.text[begin:].split("\n")[0])))
    return target.section.heading


def without_labels(side: Side, passage: Passage, *kinds: str) -> str:
    """A passage in which the words of links of some kinds are blanked out; `web` are addresses."""
    text = passage.text
    if "[" not in text:
        return text
    for link in links_on(side.links, passage):
        target = parse_target(link.target)
        kind = target.kind if target else "web" if "://" in link.target else ""
        if kind in kinds:
            text = without_words(text, link.text)
    return text


def links_on(links: Sequence[Link], passage: Passage) -> Sequence[Link]:
    """Those of the links, which stand in reading order, that begin on the lines of a passage."""
    first = bisect_left(links, passage.starts[0][1], key=lambda link: link.span.line)
    last = bisect_right(links, passage.starts[-1][1], key=lambda link: link.span.line)
    return links[first:last]


def without_words(text: str, label: str) -> str:
    """A text without the words of a link: a passage keeps only what stands before its `](`."""
    return text.replace(f"[{label}", " " * (len(label) + 1)) if label else text
