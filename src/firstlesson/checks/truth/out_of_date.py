"""Advice that was right once."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._phrases import phrases_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT008",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një kanal që nuk punon ose një numër i gjysmuar e lë fëmijën pa përgjigje.",
        en="A channel that no longer works or half a number leaves a child without an answer.",
    ),
    locked=True,
)
def out_of_date(course: Course) -> Iterator[Finding]:
    """A channel, number, name or ban that no longer holds."""
    yield from phrases_in(course, "truth", "TXT008")
