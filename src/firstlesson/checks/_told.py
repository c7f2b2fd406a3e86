"""What another check says already: one fault is told once."""

from __future__ import annotations

from firstlesson.checks._phrases import phrases_in
from firstlesson.course.model import Course
from firstlesson.span import Span


def told_by(course: Course, family: str, *codes: str) -> frozenset[tuple[str, int]]:
    """The files and lines on which rules of a family's `phrases.yml` find something."""
    return frozenset(
        (one.at.path, line)
        for code in codes
        for one in phrases_in(course, family, code)
        for line in range(one.at.line, one.at.end_line + 1)
    )


def is_told(at: Span, told: frozenset[tuple[str, int]]) -> bool:
    """Whether one of those lines is that of a place."""
    return any((at.path, line) in told for line in range(at.line, at.end_line + 1))
