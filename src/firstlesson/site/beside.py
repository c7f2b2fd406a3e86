"""A teacher's text stands on two pages: the lesson itself, and what comes before and after it."""

from __future__ import annotations

from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.site.words import Words
from firstlesson.source.markdown import Section

TEACHER = "teacher"
"""The edition that has a plan."""


def with_plan(lesson: Lesson, prose: Prose, course: Course) -> tuple[Section, ...]:
    """The sections of a teacher's text that stand on the page of the plan."""
    others = beside(lesson, prose, course)
    return tuple(one for one in prose.document.sections if one not in others)


def beside(lesson: Lesson, prose: Prose, course: Course) -> tuple[Section, ...]:
    """The sections before the first part of the plan and after its last one, but for those that stay.

    Only places are looked at (id and level), which a closed folder shows too.
    """
    sections = prose.document.sections
    parts = {one.id for one in lesson.data.parts}
    places = [at for at, one in enumerate(sections) if one.id in parts]
    if not places:
        return ()
    first, last = places[0], places[-1]
    top = sections[last].level
    stay, found = True, []
    for at, one in enumerate(sections):
        if one.level <= top:
            stay = first <= at <= last or one.id in course.audiences[TEACHER].with_plan
        if not stay:
            found.append(one)
    return tuple(found)


def facts_beside(lesson: Lesson, words: Words) -> list[tuple[str, str]]:
    """The ids and titles of the facts of a lesson that are read before it."""
    data = lesson.data
    facts = (
        ("materials", "materials", data.materials),
        ("key-points", "key-points-adult", data.key_points),
        ("misconceptions", "misconceptions", data.misconceptions),
    )
    return [(name, words(title)) for name, title, there in facts if there]
