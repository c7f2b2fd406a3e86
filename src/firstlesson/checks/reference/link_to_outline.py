"""Links to what no reader can open."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course, Lesson, Prose, Protocol
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Status


@check(
    "REF005",
    severity=Severity.ERROR,
    across=True,
    why=Text(
        sq="Një skicë dhe një tekst i tërhequr nuk ndërtohen: lidhja do ta çonte lexuesin askund, "
        "ndoshta pikërisht kur kërkon ndihmë.",
        en="An outline and a retired text are not built: the link would lead a reader nowhere, "
        "perhaps just when help is looked for.",
    ),
    locked=True,
)
def link_to_outline(prose: Prose, course: Course) -> Iterator[Finding]:
    """What is built links only to what is built; outlines may link to one another."""
    hidden = dict(_hidden(course))
    if not hidden or prose.owner in hidden.values():
        return
    for link in prose.document.links:
        target = parse_target(link.target)
        name = f"{target.kind}:{target.id}" if target else ""
        if name in hidden:
            yield Finding(
                link.target_span,
                Text(
                    sq=f"`{hidden[name]}` nuk ndërtohet ende, ose nuk ndërtohet më",
                    en=f"`{hidden[name]}` is not built yet, or no longer",
                ),
                Text(
                    sq="hiqeni lidhjen, ose vini `creativeWorkStatus: draft` kur teksti të jetë gati",
                    en="remove the link, or set `creativeWorkStatus: draft` once the text is ready",
                ),
            )


@once_for_a_course
def _hidden(course: Course) -> Iterator[tuple[str, str]]:
    """The lessons and protocols that are not built, as links name them, each with its folder."""
    for kind, texts in (("lesson", course.lessons), ("protocol", course.protocols)):
        yield from ((f"{kind}:{one}", text.folder) for one, text in texts.items() if _unseen(text))


def _unseen(text: Lesson | Protocol) -> bool:
    return text.data.creative_work_status in (Status.OUTLINE, Status.RETIRED)
