"""The texts of a course file by file: what a file's path decides is asked once, not of every text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from firstlesson.checks._sentences import Said, said_in
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course


def texts_by_file(course: Course) -> Mapping[str, Sequence[Said]]:
    """The texts of each file by its path, in reading order."""
    return _texts_by_file(course)[0]


@once_for_a_course
def _texts_by_file(course: Course) -> Iterator[Mapping[str, Sequence[Said]]]:
    files = groupby(said_in(course), key=lambda said: said.text.path)
    yield {path: tuple(texts) for path, texts in files}
