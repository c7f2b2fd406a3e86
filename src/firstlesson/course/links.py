"""How authors point at things: `contact:`, `term:`, `lesson:`, `protocol:`, `page:`, `source:`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firstlesson.course.model import Course, Prose

_TARGET = re.compile(
    r"(contact|term|lesson|protocol|page|source):([^/#\s]+)(?:/([^#\s]+))?(?:#(\S+))?"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link points at: `lesson:<id>/<edition>#<anchor>`."""

    kind: str
    id: str
    edition: str
    anchor: str


@lru_cache(maxsize=4096)  # a course has few contacts and terms, and thousands of links to them
def parse_target(address: str) -> Target | None:
    """The target of a link by id; nothing for any other address."""
    match = _TARGET.fullmatch(address)
    return Target(match[1], match[2], match[3] or "", match[4] or "") if match else None


def anchors_of(target: Target, prose: Prose, course: Course) -> set[str]:
    """The ids of the sections to which a link can lead, in the language of the prose."""
    language = prose.language
    if target.kind == "here":
        pages: list[Prose | None] = [prose]
    elif target.kind == "lesson" and target.id in course.lessons:
        lesson = course.lessons[target.id]
        edition = target.edition or default_edition(prose, lesson.editions)
        pages = [lesson.prose.get((edition, language))]
    elif target.kind == "protocol" and target.id in course.protocols:
        protocol = course.protocols[target.id]
        steps = {step.id for step in protocol.data.steps}
        background = protocol.prose.get(language)
        return steps | (_ids(background) if background else set())
    elif target.kind == "page" and target.id in course.pages:
        pages = [course.pages[target.id].prose.get(language)]
    else:
        pages = []
    return {name for page in pages if page for name in _ids(page)}


def default_edition(prose: Prose, editions: tuple[str, ...]) -> str:
    """A link from a lesson stays in the reader's own edition where there is one."""
    if prose.owner.startswith("lessons/") and prose.name in editions:
        return prose.name
    return editions[0]


def _ids(prose: Prose) -> set[str]:
    return {section.id for section in prose.document.sections if section.id}
