"""The minutes of the plan against the length of the lesson."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text


@check(
    "SCH040",
    severity=Severity.ERROR,
    why=Text(
        sq="Mësuesi ka aq minuta sa thotë plani; një plan që nuk mbyllet e ndërpret mësimin në mes, "
        "shpesh pikërisht te ndihma.",
        en="A teacher has as many minutes as the plan says; a plan that does not add up breaks the "
        "lesson off, often just before help.",
    ),
)
def parts_do_not_add_up(lesson: Lesson) -> Iterator[Finding]:
    """The parts' minutes must add up to `timeRequired`."""
    total = sum(part.minutes for part in lesson.data.parts)
    declared = lesson.data.time_required
    if total != declared:
        yield Finding(
            lesson.source.span("timeRequired"),
            Text(
                sq=f"pjesët bëjnë {total} minuta, por `timeRequired` thotë {declared}",
                en=f"the parts make {total} minutes, but `timeRequired` says {declared}",
            ),
            Text(
                sq=f"ndryshoni minutat e pjesëve, ose shkruani `PT{total}M`",
                en=f"change the parts' minutes, or write `PT{total}M`",
            ),
            related=(lesson.source.key_span("parts"),),
        )
