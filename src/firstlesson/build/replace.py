"""Putting a whole new site in the place of the old one, so that a killed build loses nothing.

A new site grows in `.build/site.new`. Then two renames: the old one steps aside to `.build/site.old`,
the new one takes its place. Whoever comes next under the lock first puts right what a killed process
left: an old site without a new one goes back, and half-made things go away.
"""

from __future__ import annotations

import shutil
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
    if (root / WORK / "site.old").exists():
        with alone(root):
            pass


def recover(root: Path) -> None:
    """Puts right what a killed command left behind."""
    site, old = root / SITE, root / WORK / "site.old"
    if old.exists() and not site.exists():
        old.rename(site)
    for rest in [old, root / WORK / "scratch", *(root / WORK).glob("site.new*")]:
        _remove(rest)
    for rest in half_made(root):
        rest.unlink(missing_ok=True)


def half_made(root: Path) -> list[Path]:
    """Files of authors whose writing was interrupted; the whole ones stand beside them."""
    return [file for folder in FOLDERS for file in (root / folder).rglob(f".*{SUFFIX}")]


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


def _remove(folder: Path) -> None:
    """Removes a folder; what cannot be removed now is removed by the next command."""
    shutil.rmtree(folder, ignore_errors=True)
