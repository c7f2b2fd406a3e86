"""Tasks that belong to adults."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM016",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Fëmijët që hetojnë, ndërmjetësojnë ose marrin rrëfime vihen në rrezik dhe mbajnë një barrë që u takon të rriturve.",
        en="Children who investigate, mediate or receive disclosures are put in danger and carry what belongs to adults.",
    ),
    locked=True,
)
def task_not_for_children(course: Course) -> Iterator[Finding]:
    """Children or ambassadors who investigate, mediate or receive disclosures."""
    yield from advice_in(course, "terms", "TRM016")
