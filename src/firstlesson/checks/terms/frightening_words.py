"""Words that frighten."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM014",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Frika nuk mbron: kush ka frikë e fsheh çfarë i ndodhi. Studimet e gjejnë të pafrytshëm mësimin me frikë.",
        en="Fear does not protect: anyone who is afraid hides what happened. Research finds teaching by fear ineffective.",
    ),
)
def frightening_words(course: Course) -> Iterator[Finding]:
    """Threats about life and future, and shock as a method."""
    yield from advice_in(course, "terms", "TRM014")
