"""What an adult must not do when a child tells."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM011",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Pyetjet që e sugjerojnë përgjigjen, përsëritja dhe ballafaqimi e lëndojnë fëmijën përsëri, e paralajmërojnë autorin dhe e prishin hetimin.",
        en="Leading questions, repetition and confrontation hurt the child again, warn the offender and spoil the investigation.",
    ),
    locked=True,
)
def harmful_first_response(course: Course) -> Iterator[Finding]:
    """Confronting, investigating, leading questions, repetition, waiting for proof."""
    yield from advice_in(course, "terms", "TRM011")
