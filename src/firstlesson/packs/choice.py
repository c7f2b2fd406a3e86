"""Which pages a pack for an audience holds: what is theirs, what they work with, what all need."""

from __future__ import annotations

from firstlesson.course.model import Course
from firstlesson.packs.source import Page, Source
from firstlesson.site.addresses import (
    AGES,
    AZ,
    CATALOGUE,
    COVERAGE,
    GLOSSARY,
    HELP,
    NOT_FOUND,
    PRIVATE,
    PROTOCOLS,
    SOURCES,
    TOPICS,
    card_path,
    protocol_path,
)

SHARED = frozenset({"about", AZ, GLOSSARY, HELP, "offline", PRIVATE, SOURCES})
"""Pages that everybody needs. What speaks of all audiences stays with the whole site."""
_TEACHING = frozenset({AGES, CATALOGUE, COVERAGE, TOPICS})


def pages_for(source: Source, language: str, audience: str = "") -> tuple[Page, ...]:
    """The pages in a language for an audience, in the site's order; all of them without one."""
    course = source.course
    mine = [one for one in source.pages if one.language == language and one.draft.path != NOT_FOUND]
    if not audience:
        return tuple(mine)
    procedures = _procedures(course, audience)
    teaching = course.audiences[audience].educational_role == "teacher"
    return tuple(
        page
        for page in mine
        if page.draft.path in SHARED
        or page.draft.path in procedures
        or (page.draft.audience == audience and page.draft.kind != "protocol")
        or (teaching and (page.draft.path in _TEACHING or _of_children(page, course)))
    )


def _procedures(course: Course, audience: str) -> set[str]:
    """The protocols for an audience, their cards and their list."""
    those = [one for one in course.protocols.values() if audience in one.data.audience]
    paths = {path for one in those for path in (protocol_path(one), card_path(one))}
    return paths | {PROTOCOLS} if paths else set()


def _of_children(page: Page, course: Course) -> bool:
    """What a teacher teaches with: the children's own pages."""
    audience = course.audiences.get(page.draft.audience)
    return audience is not None and audience.minor
