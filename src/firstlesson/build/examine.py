"""Reading and checking a course: what every command begins with."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from firstlesson.checks import run_checks
from firstlesson.course import Course, load
from firstlesson.diagnostics import Diagnostic, has_errors


@dataclass(frozen=True, slots=True)
class Checked:
    """A course and all that is wrong with it."""

    course: Course
    diagnostics: tuple[Diagnostic, ...]
    state: str = ""
    """Of the course before it was read."""

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return has_errors(self.diagnostics)

    @property
    def texts(self) -> dict[str, str]:
        """The text of every file, by its path: reports quote from it."""
        texts = {path: document.text for path, document in self.course.documents.items()}
        return texts | {prose.path: prose.document.text for prose in self.course.prose}

    @property
    def size(self) -> tuple[int, int]:
        """How many lessons and protocols there are."""
        return len(self.course.lessons), len(self.course.protocols)


def read_and_check(
    root: Path, *, today: dt.date, instead: Mapping[str, str] = MappingProxyType({})
) -> Checked:
    """The course below `root` with everything that is wrong with it.

    `instead` holds texts that are read in place of the files of these paths.
    """
    with without_gc():
        course, loaded = load(root, instead=instead)
        return Checked(course, tuple(run_checks(course, loaded, today=today)))


@contextmanager
def without_gc() -> Iterator[None]:
    """Looking for garbage takes a tenth of the time, and a course makes none."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
