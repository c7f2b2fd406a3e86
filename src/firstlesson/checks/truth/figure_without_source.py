"""Figures about people."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_hits
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.truth._sourced import is_sourced
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT001",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një numër pa burim nuk kontrollohet dot; shpesh është shpikur, i vjetër ose nga një vend tjetër.",
        en="A figure without a source cannot be checked; often it is invented, old or from another country.",
    ),
)
def figure_without_source(course: Course) -> Iterator[Finding]:
    """A figure about children or other people that no source supports."""
    for said, finding in advice_hits(course, "truth", "TXT001"):
        if not is_sourced(said, course):
            yield finding
