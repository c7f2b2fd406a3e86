"""What is translated and what is not: every text against the one it was made from.

The unit is a section of prose, or one short text of a YAML file. `translation.yml` remembers the
digest of the source text from which each unit's translation was made; white space does not count.
So one changed sentence flags one section, without any version history.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from firstlesson.course.model import Course, Prose
from firstlesson.course.once import once_for_a_course
from firstlesson.source.markdown import Section
from firstlesson.source.remembered import remembered
from firstlesson.source.yaml import Data, Route, YamlDocument
from firstlesson.span import Span

INTRODUCTION = "_introduction"
"""The key of what stands before the first heading."""


class State(StrEnum):
    """How a unit stands in a language."""

    MISSING = "missing"
    STALE = "stale"
    CURRENT = "current"


class Unit(NamedTuple):
    """One text in one language that is not the source language."""

    owner: str
    """The folder: `lessons/<id>`, `protocols/<id>` or `docs`."""
    language: str
    key: str
    """`student#what-is-it` for a section; `quiz.yml#quizzes/practice/name` for a short text."""
    state: State
    digest: str
    """Of the source text as it is now."""
    source: Span
    target: Span
    """Where the translation stands, or should; of a short text that is current, only its file."""


@once_for_a_course
def units_of(course: Course) -> Iterator[Unit]:
    """Every unit of the course in every language but the source's."""
    for owner in owners(course):
        for language in course.languages[1:]:
            yield from _prose_units(course, owner, language)
            yield from _text_units(course, owner, language)


def owners(course: Course) -> list[str]:
    """The folders whose texts are translated."""
    lessons = [lesson.folder for lesson in course.lessons.values()]
    protocols = [protocol.folder for protocol in course.protocols.values()]
    return [*lessons, *protocols, *(["docs"] if course.pages else [])]


@remembered(8192)
def digest(text: str) -> str:
    """A text's digest; runs of white space count as one space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def section_key(section: Section) -> str:
    """The name of a section inside its file."""
    return section.id or (INTRODUCTION if section.level < 2 else f"_{section.title}")


def open_units(course: Course, owner: str, language: str) -> list[Unit]:
    """The owner's units that are missing or stale in a language."""
    if language == course.source_language:
        return []
    [known] = _known(course)
    if (owner, language) not in known:  # every page of an owner asks
        units = (*_prose_units(course, owner, language), *_text_units(course, owner, language))
        known[owner, language] = [unit for unit in units if unit.state is not State.CURRENT]
    return known[owner, language]


@once_for_a_course
def _known(course: Course) -> Iterator[dict[tuple[str, str], list[Unit]]]:
    """The open units that were asked for so far, by owner and language."""
    del course
    yield {}


def _prose_units(course: Course, owner: str, language: str) -> Iterator[Unit]:
    noted = course.made_from.get(owner, {}).get(language, {})
    files: dict[str, dict[str, Prose]] = {}
    for prose in course.prose_of.get(owner, ()):
        files.setdefault(prose.name, {})[prose.language] = prose
    for name, by_language in sorted(files.items()):
        source, target = by_language.get(course.source_language), by_language.get(language)
        if source is None:
            continue
        translated = _sections(target) if target else {}
        for key, (text, at) in _sections(source).items():
            full = f"{name}#{key}"
            now = digest(text)
            if key in translated:
                state = State.CURRENT if noted.get(full) == now else State.STALE
                place = translated[key][1]
            else:
                state = State.MISSING
                place = Span.of_file(f"{owner}/{name}.{language}.md")
            yield Unit(owner, language, full, state, now, at, place)


def _sections(prose: Prose) -> dict[str, tuple[str, Span]]:
    """Each section's text and heading by its key; sections of one key count together."""
    sections: dict[str, tuple[str, Span]] = {}
    for section in prose.document.sections:
        key = section_key(section)
        before = sections.get(key, ("", section.heading))
        sections[key] = (before[0] + "\n" + section.text, before[1])
    return sections


def _text_units(course: Course, owner: str, language: str) -> Iterator[Unit]:
    noted = course.made_from.get(owner, {}).get(language, {})
    for document in course.documents_of.get(owner, ()):
        file, whole = document.path.rpartition("/")[2], Span.of_file(document.path)
        for name, route, texts in _texts(document, course):
            if language not in texts:
                continue  # the schema has said so already
            full = f"{file}#{name}"
            now = digest(texts[course.source_language])
            source = target = whole
            if noted.get(full) == now:
                state = State.CURRENT  # nobody asks where it stands
            else:
                state = State.STALE
                source = document.span(*route, course.source_language)
                target = document.span(*route, language)
            yield Unit(owner, language, full, state, now, source, target)


def _texts(
    document: YamlDocument, course: Course
) -> Iterator[tuple[str, Route, Mapping[str, str]]]:
    """The short texts of a file: their names, by ids rather than numbers, and their routes."""
    source, languages = course.source_language, frozenset(course.languages)
    waiting: list[tuple[Data, Route, tuple[str, ...]]] = [(document.data, (), ())]
    while waiting:
        data, route, name = waiting.pop()
        if isinstance(data, list):
            for index, own in reversed(list(enumerate(_names(data)))):
                waiting.append((data[index], (*route, index), (*name, own)))
        elif isinstance(data, dict):
            if isinstance(data.get(source), str) and languages >= data.keys():
                texts = {key: value for key, value in data.items() if isinstance(value, str)}
                yield "/".join(name), route, texts
            else:
                waiting.extend(
                    (value, (*route, key), (*name, key))
                    for key, value in reversed(data.items())
                    if not isinstance(value, str)
                )


def _names(items: list[Data]) -> Iterator[str]:
    """What the items of a list are called: their ids or numbers; an id that is taken is counted."""
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        own = str(item["id"]) if isinstance(item, dict) and "id" in item else str(index)
        seen[own] = seen.get(own, 0) + 1
        yield own if seen[own] == 1 else f"{own}~{seen[own]}"
