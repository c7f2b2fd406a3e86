"""Ids that the pages themselves use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._html import allowed, judged
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course, Prose, Protocol
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span


@check(
    "SEC010",
    severity=Severity.ERROR,
    why=Text(
        sq="Dy vende me të njëjtin emër në një faqe: lidhja “ndihmë” ose “kaloni te teksti” do të "
        "çonte te vendi i gabuar.",
        en="Two places of one name on a page: the link “help” or “skip to the text” would lead to the "
        "wrong one.",
    ),
    locked=True,
)
def taken_id(prose: Prose, course: Course) -> Iterator[Finding]:
    """A section's id must not be one that the page uses itself, or makes from other names."""
    kinds = _kinds(prose)
    others = _others(prose, course)
    exercises = tuple(_exercises(prose, course))
    headings = [(one.id, one.heading) for one in prose.document.sections if one.id]
    for name, at in (*headings, *judged(prose, course).ids):
        if _is_taken(name, kinds) or name in others or name.startswith(exercises):
            yield _taken(name, at, others.get(name))


@check(
    "SEC011",
    severity=Severity.ERROR,
    why=Text(
        sq="Një lidhje te ky hap do të çonte te një pjesë tjetër e faqes.",
        en="A link to this step would lead to another part of the page.",
    ),
    locked=True,
)
def taken_id_in_data(course: Course) -> Iterator[Finding]:
    """A step, a term, a contact, a source or a topic must not have an id of its page's own."""
    for protocol in course.protocols.values():
        yield from _of_steps(protocol)
    lists = (
        ("data/glossary.yml", "terms", course.terms, "glossary"),
        ("data/contacts.yml", "contacts", course.contacts, "help"),
        ("data/sources.yml", "sources", course.sources, "sources"),
        ("data/topics.yml", "topics", course.topics, "topics"),
    )
    for path, key, entries, page in lists:
        document = course.documents.get(path)
        for index, name in enumerate(entries):
            if document and _is_taken(name, ("every", page)):
                yield _taken(name, document.span(key, index, "id"))


def _of_steps(protocol: Protocol) -> Iterator[Finding]:
    for index, step in enumerate(protocol.data.steps):
        if _is_taken(step.id, ("every", "protocol")):
            yield _taken(step.id, protocol.source.span("steps", index, "id"))


def _kinds(prose: Prose) -> tuple[str, ...]:
    """Which kinds of page the text stands in."""
    if prose.owner.startswith("lessons/"):
        return ("every", "lesson", prose.name)
    if prose.owner.startswith("protocols/"):
        return ("every", "protocol")
    return ("every", prose.name)


def _others(prose: Prose, course: Course) -> dict[str, Span]:
    """Ids that data files bring to the same page."""
    entries: dict[str, tuple[str, str, Iterable[str]]] = {
        "glossary": ("data/glossary.yml", "terms", course.terms),
        "help": ("data/contacts.yml", "contacts", course.contacts),
        "sources": ("data/sources.yml", "sources", course.sources),
        "topics": ("data/topics.yml", "topics", course.topics),
    }
    if prose.owner == "docs" and prose.name in entries:
        path, key, found = entries[prose.name]
        document = course.documents.get(path)
        return {
            name: document.span(key, index, "id") if document else Span.of_file(path)
            for index, name in enumerate(found)
        }
    if prose.owner.startswith("protocols/"):
        protocol = course.protocols.get(prose.owner.partition("/")[2])
        if protocol:
            steps = enumerate(protocol.data.steps)
            return {step.id: protocol.source.span("steps", at, "id") for at, step in steps}
    return {}


def _exercises(prose: Prose, course: Course) -> Iterator[str]:
    """How the ids begin that quizzes and scenarios have on the page of a lesson."""
    lesson = course.lessons.get(prose.owner.partition("/")[2])
    if not prose.owner.startswith("lessons/") or prose.name not in ("student", "teacher"):
        return
    if lesson and lesson.quiz:
        for quiz in lesson.quiz.quizzes:
            yield from (f"quiz-{quiz.id}", f"q-{quiz.id}-")
    if lesson and lesson.scenario:
        for one in lesson.scenario.scenarios:
            yield from (
                f"scenario-{one.id}",
                f"scene-{one.id}-",
                f"after-{one.id}-",
            )


def _is_taken(name: str, kinds: tuple[str, ...]) -> bool:
    rules = allowed()
    return any(
        name in rules.ids.get(kind, ()) or name.startswith(rules.prefixes.get(kind, ("\0",)))
        for kind in kinds
    )


def _taken(name: str, at: Span, other: Span | None = None) -> Finding:
    return Finding(
        at,
        Text(
            sq=f"`{shown(name)}` është një emër që faqja e përdor vetë",
            en=f"`{shown(name)}` is a name that the page uses itself",
        ),
        Text(
            sq="zgjidhni një emër tjetër, në të gjitha gjuhët",
            en="choose another id, in all languages",
        ),
        related=(other,) if other else (),
    )
