"""Learning outcomes that are only a number."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text


@check(
    "SCH059",
    severity=Severity.WARNING,
    why=Text(
        sq="`LO4.3.18` nuk i thotë asgjë një mësuesi; titulli i thotë çfarë mësohet.",
        en="`LO4.3.18` tells a teacher nothing; the title says what is learnt.",
    ),
)
def outcome_without_title(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Every outcome that a lesson teaches has a title in `data/competences.yml`."""
    for index, name in enumerate(lesson.data.teaches):
        outcome = course.outcomes.get(name)
        if outcome and outcome.name is None:
            yield Finding(
                lesson.source.span("teaches", index),
                Text(sq=f"`{name}` nuk ka ende titull", en=f"`{name}` has no title yet"),
                Text(
                    sq="shtoni `name` te `data/competences.yml`, në të dyja gjuhët",
                    en="add a `name` in `data/competences.yml`, in both languages",
                ),
            )
