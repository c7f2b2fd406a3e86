"""Advice that isolates, punishes or endangers a child."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM015",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Këshilla të tilla e lënë fëmijën vetëm, e ndëshkojnë për atë që i bënë të tjerët ose e vënë në rrezik.",
        en="Such advice leaves a child alone, punishes the child for what others did, or puts the child in danger.",
    ),
    locked=True,
)
def harmful_advice(course: Course) -> Iterator[Finding]:
    """Old advice that leaves a child alone."""
    yield from advice_in(course, "terms", "TRM015")
