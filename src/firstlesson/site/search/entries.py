"""What can be found: every page in the reader's language, and every term of the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import AZ, GLOSSARY, SOURCES, lesson_path
from firstlesson.site.draft import Draft
from firstlesson.site.search.text import Passage, passages
from firstlesson.site.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find."""

    path: str
    """Without language and suffix; a term has its anchor too."""
    title: str
    label: str
    """What kind of page it is, as `Për nxënësit`."""
    audience: str
    keywords: tuple[str, ...]
    description: str
    passages: tuple[Passage, ...]


_LABELS = {"protocol": "protocol-title", "story": "story", "beside": "beside"}
"""What a page kind is called where it is not an edition."""
_NOT_FOUND = {"status", "not-found", "card"}
_LISTS = {GLOSSARY, SOURCES}
"""Their text is found entry by entry, or by nobody."""


def entries(drafts: Iterable[Draft], course: Course, words: Words) -> Iterator[Entry]:
    """Everything of these pages that can be found, in the order of the pages."""
    lessons = _lessons(course)
    listed = False
    for draft in drafts:
        foreign = draft.noindex and draft.kind != "protocol"  # it stands in another language
        if draft.kind in _NOT_FOUND or draft.path == AZ or foreign:
            continue
        listed = listed or draft.path == GLOSSARY
        lesson = lessons.get(draft.path)
        edition = next((one.title for one in draft.editions if one.path == draft.path), "")
        label = words(_LABELS[draft.kind]) if draft.kind in _LABELS else edition
        yield Entry(
            draft.path,
            draft.heading,
            label,
            draft.audience,
            (label, *(_keywords(lesson, course, words) if lesson else ())),
            draft.description,
            passages(draft.body) if _searched(draft) else (),
        )
    if listed:
        yield from _terms(course, words)


def _searched(draft: Draft) -> bool:
    """Whether the page's own text is searched: that of lists is found entry by entry."""
    return draft.path not in _LISTS and draft.kind != "catalogue"


def _lessons(course: Course) -> Mapping[str, Lesson]:
    return {lesson_path(one, name): one for one in course.lessons.values() for name in one.editions}


def _keywords(lesson: Lesson, course: Course, words: Words) -> Iterator[str]:
    language = words.language
    yield from (one[language] for one in lesson.data.keywords)
    yield from (course.topics[one].name[language] for one in lesson.data.about)
    yield from (one[language] for one in lesson.data.key_points)


def _terms(course: Course, words: Words) -> Iterator[Entry]:
    """The glossary's terms; what people call them otherwise finds them too, but is never shown."""
    language = words.language
    for term in course.terms.values():
        others = [one[language] for one in term.alternate_name]
        others += [w for one in term.discouraged if one.language == language for w in one.words]
        yield Entry(
            f"{GLOSSARY}#{term.id}",
            term.name[language],
            words("glossary"),
            "",
            tuple(others),
            term.definition[language],
            (Passage(term.id, "", term.definition[language]),),
        )
