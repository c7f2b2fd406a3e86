"""What many checks ask of the same course is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from firstlesson.course.model import Course

T = TypeVar("T")


def once_for_a_course(
    function: Callable[[Course], Iterable[T]],
) -> Callable[[Course], tuple[T, ...]]:
    """Remembers what a function gave for the last course; a course never changes."""
    last: list[tuple[Course, tuple[T, ...]]] = []

    @wraps(function)
    def remembered(course: Course) -> tuple[T, ...]:
        for known, result in last:
            if known is course:
                return result
        result = tuple(function(course))
        last[:] = [(course, result)]
        return result

    return remembered
