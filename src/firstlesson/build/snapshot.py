"""What stands there now: the contents of a course, and all that an answer about it rests on.

Of the course contents are compared, never dates: a mistake must not hide behind the date of a file.
The program itself is known by the sizes and dates of its files, as Python knows it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import firstlesson
from firstlesson.build.atomic import SUFFIX
from firstlesson.source.left_over import is_left_over
from firstlesson.source.project import FOLDERS

_FORM = "firstlesson-snapshot-1"
_LARGE = 8 * 1024 * 1024
_ROOMS = ("source", "schema", "course", "checks")
"""The rooms of the program on which a check's answer depends, beside its own few modules."""


@dataclass(frozen=True)
class Snapshot:
    """Everything on which a check's answer depends, as it is now."""

    ground: str
    """One number for what all answers rest on: the program, its libraries, the place, the day."""
    files: Mapping[str, str]
    """A digest of every file and folder of the course, by its path."""

    @cached_property
    def state(self) -> str:
        """One number for it all."""
        return hashlib.sha256(f"{self.ground} {self.contents}".encode()).hexdigest()

    @cached_property
    def contents(self) -> str:
        """One number for the files alone, wherever they stand."""
        whole = hashlib.sha256()
        for path, digest in self.files.items():
            whole.update(f"{path}\0{digest}\0".encode(errors="surrogateescape"))
        return whole.hexdigest()


def snapshot_of(root: Path, *, today: dt.date) -> Snapshot:
    """What stands there now; every file is read."""
    ground = hashlib.sha256()
    place = root.resolve()
    status = place.stat()
    for fact in (_FORM, program(_ROOMS), place, status.st_dev, status.st_ino, today.isoformat()):
        ground.update(f"{fact}\0".encode())
    files = {path: one for folder in FOLDERS for path, one in digests_below(root, folder)}
    return Snapshot(ground.hexdigest(), files)


def digests_below(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    """Every file and folder below a folder, itself included, with a digest of what it is."""
    base = str(root)
    for path, status in _below(base, folder):
        yield path, f"{status.st_mode} {_content(f'{base}/{path}', status)}"


def contents_of(root: Path) -> str:
    """One number for the files of the course, wherever it stands."""
    files = {path: one for folder in FOLDERS for path, one in digests_below(root, folder)}
    return Snapshot("", files).contents


def _below(root: str, folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below a folder, in a fixed order; links are not followed, nothing is opened.

    What a killed command left half made counts too: the next one to write clears it away.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = os.lstat(f"{root}/{path}")
            yield path, status
            if stat.S_ISDIR(status.st_mode):
                with os.scandir(f"{root}/{path}") as inside:
                    names = sorted((entry.name for entry in inside), reverse=True)
                waiting.extend(
                    f"{path}/{name}"
                    for name in names
                    if not is_left_over(name) or name.endswith(SUFFIX)
                )
        except OSError:
            continue  # it has just gone: then it is not there


def _content(file: str, status: os.stat_result) -> str:
    """A digest of an ordinary file; of what is too large for a text or picture, its facts."""
    if not stat.S_ISREG(status.st_mode):
        return "-"
    if status.st_size > _LARGE:
        return repr((status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
    try:
        return _digest(file, status.st_size)
    except OSError as error:
        return str(error.errno)


def _digest(file: str, size: int) -> str:
    """A digest of what stands in a file; hundreds are read at every start, so with few calls."""
    opened = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        whole = hashlib.sha256()
        while part := os.read(opened, size + 1):
            whole.update(part)
        return whole.hexdigest()
    finally:
        os.close(opened)


@cache
def program(rooms: tuple[str, ...]) -> str:
    """The program's own modules and some of its rooms, its libraries and Python, in one number."""
    whole = hashlib.sha256(f"{firstlesson.__version__} {sys.version}".encode())
    for path, look in sorted(_modules().items()):
        room, inside, _ = path.partition("/")
        if room in rooms or not inside:
            whole.update(f"{path}\0{look}\0".encode())
    for name in sorted(set(_libraries())):
        whole.update(name.encode() + b"\0")
    return whole.hexdigest()


@cache
def whole_program() -> str:
    """All files of the program, in one number."""
    told = "".join(f"{path}\0{look}\0" for path, look in sorted(_modules().items()))
    return hashlib.sha256(told.encode()).hexdigest()


@cache
def _modules() -> Mapping[str, str]:
    """The size and dates of every file of the program but for what Python compiled, by its path.

    Python itself knows by these whether a module has changed since it compiled it.
    """
    home = os.path.dirname(firstlesson.__file__)  # noqa: PTH120  # hundreds of files at every start
    found, waiting = {}, [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(f"{home}/{above}") as inside:
            for entry in inside:
                path = above + entry.name
                if not entry.is_dir():
                    look = entry.stat()
                    found[path] = f"{look.st_size} {look.st_mtime_ns} {look.st_ctime_ns}"
                elif entry.name != "__pycache__":
                    waiting.append(f"{path}/")
    return found


def _libraries() -> Iterator[str]:
    """The names of what is installed, versions included."""
    for folder in sys.path:
        with suppress(OSError):
            names = os.listdir(folder or ".")  # noqa: PTH208  # at every start
            yield from (name for name in names if name.endswith(".dist-info"))
