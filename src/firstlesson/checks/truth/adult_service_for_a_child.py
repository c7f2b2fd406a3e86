"""A service for adults, offered to children."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._phrases import phrases_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT011",
    severity=Severity.ERROR,
    why=Text(
        sq="StopNCII merr vetëm imazhe të njerëzve 18 vjeç e lart; një fëmijë që dërgohet atje humb kohë dhe besim. Për fëmijët është Take It Down.",
        en="StopNCII takes only images of people of 18 or over; a child sent there loses time and trust. Take It Down is for children.",
    ),
    locked=True,
)
def adult_service_for_a_child(course: Course) -> Iterator[Finding]:
    """StopNCII where a child is meant."""
    yield from phrases_in(course, "truth", "TXT011")
