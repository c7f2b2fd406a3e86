"""What the last check found, so that an unchanged course is not checked twice.

The memory is one file in `.build/check/`. It counts only while nothing has changed that could change
the answer: the contents of every file of the course, this program, its libraries and Python, the day,
and the folder itself, so that a memory that came along from elsewhere says nothing. Of the course
contents are compared, never dates: a mistake must not hide behind the date of a file.

Nothing here needs the rooms that read a course; an answer from memory starts none of them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import firstlesson
from firstlesson.build.atomic import SUFFIX, write_bytes
from firstlesson.build.kept import keep, kept
from firstlesson.diagnostics import Diagnostic, Edit, Fix, Kind, Severity, Text, has_errors
from firstlesson.source.left_over import is_left_over
from firstlesson.source.project import FOLDERS
from firstlesson.span import Span

MEMORY = ".build/check"
"""Where the memory stands, below the project's root."""

_FORM = "firstlesson-check-3"
_LARGE = 8 * 1024 * 1024
_ROOMS = ("source", "schema", "course", "checks")
"""The rooms of the program on which the answer depends, beside its own few modules."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a check found: all that a report needs."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    size: tuple[int, int]
    """How many lessons and protocols there are."""

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything on which a check's answer depends, as it is now."""

    ground: str
    """One number for what all answers rest on: the program, its libraries, the place, the day."""
    files: Mapping[str, str]
    """A digest of every file and folder of the course, by its path."""

    @property
    def state(self) -> str:
        """One number for it all."""
        return hashlib.sha256(f"{self.ground} {self.contents}".encode()).hexdigest()

    @property
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


def recall(root: Path, state: str) -> Remembered | None:
    """What was found in the same state; nothing where it is unknown, damaged or not ours."""
    data = kept(root / MEMORY / "last", f"{_FORM} {state}")
    try:
        return None if data is None else _read(root, data)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def remember(
    root: Path,
    state: str,
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    size: tuple[int, int],
) -> None:
    """Keeps what was found; a folder that cannot be written to is no mistake."""
    with suppress(OSError):
        if not (root / MEMORY / ".gitignore").exists():
            write_bytes(root / MEMORY / ".gitignore", b"*\n")
        keep(root / MEMORY / "last", f"{_FORM} {state}", _written(diagnostics, texts, size))


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


class Texts(Mapping[str, str]):
    """The texts of some files, each one read when a report quotes from it."""

    def __init__(self, root: Path, paths: Sequence[str]) -> None:
        self._root = root
        self._paths = dict.fromkeys(paths)

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        from firstlesson.source.files import read_text  # noqa: PLC0415  # not where nothing is quoted

        return read_text(self._root, path)[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __len__(self) -> int:
        return len(self._paths)


def _written(
    diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], size: tuple[int, int]
) -> dict[str, Any]:
    kinds = {one.kind.code: one.kind for one in diagnostics}
    return {
        "kinds": {
            code: [kind.name, kind.severity.value, _both(kind.why), kind.locked]
            for code, kind in kinds.items()
        },
        "found": [
            [
                one.kind.code,
                _place(one.span),
                _both(one.message),
                one.hint and _both(one.hint),
                one.fix
                and [
                    _both(one.fix.title),
                    [[_place(edit.span), edit.text] for edit in one.fix.edits],
                    one.fix.safe,
                ],
                [_place(span) for span in one.related],
            ]
            for one in diagnostics
        ],
        "texts": list(texts),
        "size": list(size),
    }


def _read(root: Path, data: Any) -> Remembered:  # noqa: ANN401  # JSON
    kinds = {
        code: Kind(code, name, Severity(severity), Text(*why), locked)
        for code, (name, severity, why, locked) in data["kinds"].items()
    }
    found = tuple(
        Diagnostic(
            kinds[code],
            Span(*span),
            Text(*message),
            Text(*hint) if hint else None,
            fix and Fix(Text(*fix[0]), tuple(Edit(Span(*at), to) for at, to in fix[1]), fix[2]),
            tuple(Span(*place) for place in related),
        )
        for code, span, message, hint, fix, related in data["found"]
    )
    lessons, protocols = data["size"]
    return Remembered(found, Texts(root, data["texts"]), (lessons, protocols))


def _both(text: Text) -> list[str]:
    return [text.sq, text.en]


def _place(span: Span) -> list[str | int]:
    return [span.path, span.line, span.column, span.end_line, span.end_column]
