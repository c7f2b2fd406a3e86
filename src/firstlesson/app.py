"""What the commands do, as functions: they print nothing, never exit, and are told the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from firstlesson.build import memory
from firstlesson.build.accept import accept as accept_units
from firstlesson.build.accept import names
from firstlesson.build.examine import Checked, examine, read_and_check
from firstlesson.build.freshness import is_fresh, note_built
from firstlesson.build.garbage import without_gc
from firstlesson.build.prepare import STAGE, stage_course
from firstlesson.build.replace import (
    alone,
    new_part,
    new_site,
    put_in_place,
    put_part_in_place,
    settle,
)
from firstlesson.build.snapshot import Snapshot, snapshot_of
from firstlesson.build.stage import Staged
from firstlesson.build.stage_folder import stage_folder
from firstlesson.course import Course, load
from firstlesson.course.parity import Unit, units_of
from firstlesson.diagnostics import within
from firstlesson.hosts.last import Last, recall, remember, size_of
from firstlesson.hosts.renew import renew
from firstlesson.hosts.touch import touch
from firstlesson.hosts.unchanged import LAST, key_of, note_site
from firstlesson.source.project import SITE


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built."""

    folder: Path
    pages: int
    bytes: int


def check(root: Path, *, today: dt.date, only: Sequence[str] = (), trust: bool = True) -> Checked:
    """Reads and checks the whole course; `only` limits what is reported to some files or folders.

    What was checked before and has not changed is not checked again, unless nothing is to be trusted.
    """
    checked = check_what_changed(root, today=today, trust=trust)
    if checked.part:
        checked = replace(checked, course=load(root)[0], part=None)
    return replace(checked, diagnostics=within(checked.diagnostics, only))


def check_what_changed(
    root: Path,
    *,
    today: dt.date,
    trust: bool = True,
    now: Snapshot | None = None,
    meanwhile: Callable[[Course], object] = lambda _: None,
) -> Checked:
    """As `check`, but where one folder changed only that one is read: all others stay closed.

    `now` is what stands there, where that is known already. Where several cores check the whole, this
    process does `meanwhile` with it.
    """
    settle(root)
    now = now or snapshot_of(root, today=today)
    if trust and (known := memory.recall(root, now.state)):
        return Checked(load(root)[0], known.diagnostics, now.state, now.contents)
    return examine(root, now, today=today, trust=trust, meanwhile=meanwhile)


def accept(root: Path, *, today: dt.date, target: str) -> list[Unit] | None:
    """Notes that translations are up to date again; nothing where `target` names no text."""
    with alone(root):
        course = read_and_check(root, today=today).course
        if not any(names(target, unit, course) for unit in units_of(course)):
            return None
        return accept_units(course, root=root, target=target)


def check_and_build(
    root: Path,
    *,
    today: dt.date,
    found: Callable[[Checked], object],
    tell: Callable[[str], None] = lambda _: None,
    trust: bool = True,
    now: Snapshot | None = None,
) -> Built | None:
    """Checks the course and, where it has no errors, builds its site; `found` hears what was found.

    While other cores check the whole, this one stages it already: what it cannot stage has errors, or
    fails once more when it is known to have none. `now` is what stands there, where that is known
    already; for the rest see `build`.
    """
    staged: list[Course] = []

    def wait() -> None:
        nonlocal now
        now = None  # until it is our turn much may change
        tell("wait")

    def stage_early(course: Course) -> None:
        with suppress(Exception):
            stage_course(course, root=root, today=today)
            staged.append(course)

    with alone(root, waiting=wait):
        checked = check_what_changed(root, today=today, trust=trust, now=now, meanwhile=stage_early)
        found(checked)
        if checked.failed:
            return None
        return _built(checked, root, today=today, tell=tell, trust=trust, staged=bool(staged))


def build(
    checked: Checked,
    root: Path,
    *,
    today: dt.date,
    tell: Callable[[str], None] = lambda _: None,
    trust: bool = True,
) -> Built:
    """Builds the site of a course without errors and puts it in the old one's place, whole.

    `tell` hears what is going on: `wait`, `stage`, `render`, `place`. Unless the last site is to be
    trusted, nothing of it is taken over.
    """
    with alone(root, waiting=lambda: tell("wait")):
        return _built(checked, root, today=today, tell=tell, trust=trust, staged=False)


def _built(
    checked: Checked,
    root: Path,
    *,
    today: dt.date,
    tell: Callable[[str], None],
    trust: bool,
    staged: bool,
) -> Built:
    """Builds a site; the course may be staged already."""
    tell("stage")
    if trust and checked.part:
        with without_gc():
            edited = _edited(checked, root, today=today, tell=tell)
            if isinstance(edited, Last):
                return _noted(edited, checked, root, today=today)
            staged = edited is not None
    if not staged:
        course = load(root)[0] if checked.part else checked.course
        stage_course(course, root=root, today=today)
    made = _renewed(checked, root, tell=tell, trust=trust)
    return _noted(made, checked, root, today=today)


def _noted(made: Last, checked: Checked, root: Path, *, today: dt.date) -> Built:
    """Notes how the site was made that stands in its place now."""
    remember(root / LAST, made)
    digests = {one.place: one.content for one in made.made.values() if one.content}
    size = size_of(made) if digests else _counted(root / SITE)
    if made.key and made.course:
        note_site(root, made.course, made.key, size, looks=made.looks)
    note_built(root, checked.contents, today=today, site=digests)
    return Built(root / SITE, *size)


def _edited(
    checked: Checked, root: Path, *, today: dt.date, tell: Callable[[str], None]
) -> Last | Staged | None:
    """Makes anew only what comes of one folder; where more has to be, tells whether that is staged."""
    last = recall(root / LAST)
    part = _staged_alone(checked, last, root, today) if last else None
    if last is None or part is None:
        return None
    if part.removed or not last.is_there(root / SITE):
        return part
    tell("render")
    return _touched(checked, part, last, root) or part


def _staged_alone(checked: Checked, last: Last, root: Path, today: dt.date) -> Staged | None:
    """Stages the one folder that was judged anew, where the stage holds all others as they are."""
    part = checked.part
    if part is None or not last.key or last.course != part.since:
        return None
    if last.key != key_of(root) or not last.is_staged(root / STAGE):
        return None
    return stage_folder(
        checked.course,
        part.folder,
        standing=part.standing,
        root=root,
        to=root / STAGE,
        today=today,
    )


def _touched(checked: Checked, part: Staged, last: Last, root: Path) -> Last | None:
    """Puts only what comes of the staged files into the site that stands there."""
    with new_part(root) as folder:
        made = touch(
            root,
            stage=root / STAGE,
            paths=part.written,
            out=folder,
            last=last,
            course=checked.state,
        )
        if made:
            put_part_in_place(root, folder)
    return made


def _renewed(checked: Checked, root: Path, *, tell: Callable[[str], None], trust: bool) -> Last:
    """Puts a whole new site in the place of the last one."""
    with new_site(root) as folder:
        tell("render")
        made = renew(
            root,
            stage=root / STAGE,
            out=folder,
            last=root / SITE,
            memory=root / LAST,
            course=checked.state,
            trust=trust,
        )
        tell("place")
        put_in_place(root, folder)
    return made


def _counted(site: Path) -> tuple[int, int]:
    """How many pages and bytes a site has of which nothing is known."""
    sizes = {str(file): file.stat().st_size for file in site.rglob("*") if file.is_file()}
    return sum(path.endswith(".html") for path in sizes), sum(sizes.values())


def built_course(root: Path, *, today: dt.date) -> Course | None:
    """The course whose site stands there; nothing where it has to be built first."""
    settle(root)
    return load(root)[0] if is_fresh(root, today=today) else None
