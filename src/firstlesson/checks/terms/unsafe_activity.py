"""Activities that can harm a class."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM017",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Materialet që tronditin, roli i atij që lëndon dhe rrëfimi para klasës i lëndojnë fëmijët që kanë kaluar diçka të tillë.",
        en="Shocking material, the role of the one who harms and telling in front of the class hurt children who have lived through such things.",
    ),
    locked=True,
)
def unsafe_activity(course: Course) -> Iterator[Finding]:
    """Showing abuse or extremism, playing the offender, telling about oneself in class."""
    yield from advice_in(course, "terms", "TRM017")
