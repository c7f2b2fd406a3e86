"""What pictures tell of themselves, handed to the checks that judge it."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.course.model import Course
from firstlesson.source.svg import Fault


def faults_of(course: Course, *names: str) -> Iterator[Fault]:
    """Everything of some names that was found in the course's `media/` folders."""
    for file in course.media.values():
        yield from (fault for fault in file.faults if fault.name in names)
