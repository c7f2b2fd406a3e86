"""Deadlines in hours or days for reporting a case."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT006",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Asnjë afat për referimin e rasteve në Shqipëri nuk është verifikuar. Kush lexon “brenda 48 orëve” mund të presë, ndërsa fëmija ka nevojë për ndihmë sot.",
        en="No deadline for referring cases in Albania has been verified. Anyone who reads “within 48 hours” may wait while a child needs help today.",
    ),
    locked=True,
)
def unverified_deadline(course: Course) -> Iterator[Finding]:
    """A deadline that no source gives for Albania."""
    yield from advice_in(course, "truth", "TXT006")
