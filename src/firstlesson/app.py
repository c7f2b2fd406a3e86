"""What the commands do, as functions: they print nothing, never exit, and are told the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from firstlesson.build.accept import accept as accept_units
from firstlesson.build.accept import names
from firstlesson.build.examine import Checked, read_and_check
from firstlesson.build.prepare import STAGE, stage_course
from firstlesson.build.replace import SITE, alone, new_site, put_in_place, settle
from firstlesson.course.parity import Unit, units_of
from firstlesson.diagnostics import within
from firstlesson.hosts import mkdocs


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built."""

    folder: Path
    pages: int
    bytes: int


def check(root: Path, *, today: dt.date, only: Sequence[str] = ()) -> Checked:
    """Reads and checks the course; `only` limits what is reported to some files or folders."""
    settle(root)
    checked = read_and_check(root, today=today)
    return Checked(checked.course, within(checked.diagnostics, only))


def accept(root: Path, *, today: dt.date, target: str) -> list[Unit] | None:
    """Notes that translations are up to date again; nothing where `target` names no text."""
    with alone(root):
        course = read_and_check(root, today=today).course
        if not any(names(target, unit, course) for unit in units_of(course)):
            return None
        return accept_units(course, root=root, target=target)


def build(
    checked: Checked, root: Path, *, today: dt.date, tell: Callable[[str], None] = lambda _: None
) -> Built:
    """Builds the site of a course without errors and puts it in the old one's place, whole.

    `tell` hears what is going on: `wait`, `stage`, `render`, `place`.
    """
    with alone(root, waiting=lambda: tell("wait")):
        tell("stage")
        stage_course(checked.course, root=root, today=today)
        with new_site(root) as folder:
            tell("render")
            mkdocs.build(root, stage=root / STAGE, out=folder)
            tell("place")
            put_in_place(root, folder)
    files = [file for file in (root / SITE).rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    return Built(root / SITE, pages, sum(file.stat().st_size for file in files))
