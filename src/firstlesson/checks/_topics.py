"""What each lesson and protocol is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from firstlesson.course.model import Course

Topics: TypeAlias = Mapping[str, Sequence[str]]
"""By the owner of a text (see `ReaderText.owner`)."""


def topics_of(course: Course) -> Topics:
    """The topics of each lesson and protocol, and its own name, which is one too."""
    lessons = {one.folder: (*one.data.about, one.id) for one in course.lessons.values()}
    protocols = {one.folder: (*one.data.about, one.id) for one in course.protocols.values()}
    return {**lessons, **protocols}
