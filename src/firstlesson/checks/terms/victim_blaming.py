"""Questions and sentences that blame the one who was harmed."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM013",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Fëmija që fajësohet hesht. Përgjegjës është gjithmonë ai që lëndon.",
        en="A child who is blamed keeps silent. The one who harms is always responsible.",
    ),
    locked=True,
)
def victim_blaming(course: Course) -> Iterator[Finding]:
    """A text blames the one who was harmed."""
    yield from advice_in(course, "terms", "TRM013")
