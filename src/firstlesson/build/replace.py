"""Putting a whole new site in the place of the old one, so that a killed build loses nothing.

A new site grows in `.build/site.new`. Then two renames: the old one steps aside to `.build/site.old`,
the new one takes its place. Whoever comes next under the lock first puts right what a killed process
left: an old site without a new one goes back, and half-made things go away.

Where only a few files change, these grow in `.build/part.new`. It becomes `.build/part` by one rename:
from then on they count, and whoever finds them there moves them into the site.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from firstlesson.build.atomic import SUFFIX
from firstlesson.source.project import FOLDERS, SITE

WORK = ".build"
"""What builds need for themselves, below the project's root."""


@contextmanager
def alone(root: Path, *, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Only one command at a time writes; `waiting` is told when another has to be waited for."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  # not where nothing is written

    (root / WORK).mkdir(exist_ok=True)
    lock = FileLock(root / WORK / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        recover(root)
        yield
    finally:
        lock.release()


def settle(root: Path) -> None:
    """For commands that only read: puts right what a killed build left, if it left anything."""
    if left_open(root):
        with alone(root):
            pass


def left_open(root: Path) -> bool:
    """Whether a killed build left something to be put right."""
    return any((root / WORK / name).exists() for name in ("site.old", "part"))


def recover(root: Path) -> None:
    """Puts right what a killed command left behind."""
    site, old = root / SITE, root / WORK / "site.old"
    if old.exists() and not site.exists():
        old.rename(site)
    _move_part(root)
    rests = [*(root / WORK).glob("site.new*"), *(root / WORK).glob("part.new*")]
    for rest in [old, root / WORK / "scratch", *rests]:
        _remove(rest)
    for folder in FOLDERS:  # files whose writing was interrupted: the whole ones stand beside them
        for above, _, names in os.walk(root / folder):
            for name in names:
                if name.startswith(".") and name.endswith(SUFFIX):
                    Path(above, name).unlink(missing_ok=True)


@contextmanager
def new_site(root: Path) -> Iterator[Path]:
    """The place for a new site; whatever goes wrong, nothing of it is left there."""
    folder = root / WORK / "site.new"
    try:
        yield folder
    finally:
        _remove(folder)


@contextmanager
def scratch(root: Path) -> Iterator[Path]:
    """An empty folder for what is only needed on the way; it is gone afterwards."""
    folder = root / WORK / "scratch"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        _remove(folder)


def put_in_place(root: Path, new: Path) -> None:
    """Replaces the site by the folder `new`, whole; if that fails the old one stays."""
    site, old = root / SITE, root / WORK / "site.old"
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        raise
    _remove(old)


@contextmanager
def new_part(root: Path) -> Iterator[Path]:
    """The place for a few new files of the site; whatever goes wrong, nothing of it is left there."""
    folder = root / WORK / "part.new"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        for rest in (root / WORK).glob("part.new*"):
            _remove(rest)


def put_part_in_place(root: Path, new: Path) -> None:
    """Replaces the files of the site that stand in the folder `new`: all of them, even if this is killed."""
    new.rename(root / WORK / "part")
    _move_part(root)


def _move_part(root: Path) -> None:
    """Moves files that count already to where they belong."""
    site, part = root / SITE, root / WORK / "part"
    if site.is_dir():
        for file in sorted(part.rglob("*")):
            if file.is_file():
                file.replace(site / file.relative_to(part))
    _remove(part)


def _remove(folder: Path) -> None:
    """Removes a folder; what cannot be removed now is removed by the next command."""
    if folder.is_dir():
        import shutil  # noqa: PLC0415  # most commands find nothing to remove

        shutil.rmtree(folder, ignore_errors=True)
