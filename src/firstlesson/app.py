"""What the commands do, as functions: they print nothing, never exit, and are told the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from firstlesson.checks import run_checks
from firstlesson.course import Course, load
from firstlesson.diagnostics import Diagnostic, has_errors

MARKER = "data/course.yml"
"""The file by which a project's root is known."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A course and all that is wrong with it."""

    course: Course
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return has_errors(self.diagnostics)

    @property
    def texts(self) -> dict[str, str]:
        """The text of every file, by its path: reports quote from it."""
        documents = [*self.course.documents.values(), *(p.document for p in self.course.prose)]
        return {document.path: document.text for document in documents}


def find_root(start: Path) -> Path | None:
    """The project's root: the nearest folder above `start` that holds `data/course.yml`."""
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return folder
    return None


def check(root: Path, *, today: dt.date, only: Sequence[str] = ()) -> Checked:
    """Reads and checks the course; `only` limits what is reported to some files or folders."""
    course, loaded = load(root)
    found = run_checks(course, loaded, today=today)
    wanted = [one.rstrip("/") for one in only]
    if wanted:
        found = [
            one
            for one in found
            if any(one.span.path == path or one.span.path.startswith(f"{path}/") for path in wanted)
        ]
    return Checked(course, tuple(found))
