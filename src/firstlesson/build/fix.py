"""Mending what the tool can mend: edits at exact places, nothing else in a file moves.

A change is tried in memory first. It counts only if the mistakes it was for have become fewer and the
file can still be read; else it is taken back and the mistake stays, to be mended by hand. So mending
twice changes nothing more. Comments, layout, line ends and the mark at the start of a file stay.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from firstlesson.build.accept import renew
from firstlesson.build.atomic import write_bytes
from firstlesson.build.examine import Checked, read_and_check
from firstlesson.build.replace import alone
from firstlesson.course.parity import State, units_of
from firstlesson.diagnostics import Diagnostic, Edit, Fix, within
from firstlesson.schema import faults as schema_faults
from firstlesson.source import faults as source_faults

_ROUNDS = 20
"""How often is looked again: a change may bring another mistake to light."""
_UNREADABLE = {
    kind.code
    for module in (schema_faults, source_faults)
    for kind in vars(module).values()
    if hasattr(kind, "code")
}
"""What a change must never bring about."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file before and after, with its own line ends."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended, or would be."""

    fixed: tuple[Diagnostic, ...]
    changes: tuple[Change, ...]
    left: Checked
    """How the course stands after it."""
    passed_over: tuple[str, ...] = ()
    """Files that are protected, or that somebody else was changing."""


def mend(root: Path, *, today: dt.date, unsafe: bool = False, only: Sequence[str] = ()) -> Mended:
    """Mends what can be mended safely, `unsafe` also the rest, in all files or in some."""
    with alone(root):
        before = read_and_check(root, today=today)
        mended = _proposed(root, before, today, unsafe=unsafe, only=only)
        if not mended.changes:
            return mended
        passed_over = [one.path for one in mended.changes if not _write(root, one)]
        if not unsafe:
            _keep_current(root, before, today)
        left = read_and_check(root, today=today)
    written = tuple(one for one in mended.changes if one.path not in passed_over)
    fixed = tuple(one for one in mended.fixed if one.span.path not in passed_over)
    return Mended(fixed, written, left, tuple(passed_over))


def proposed(
    root: Path, *, today: dt.date, unsafe: bool = False, only: Sequence[str] = ()
) -> Mended:
    """What `mend` would do; nothing is written."""
    before = read_and_check(root, today=today)
    return _proposed(root, before, today, unsafe=unsafe, only=only)


def _proposed(
    root: Path, checked: Checked, today: dt.date, *, unsafe: bool, only: Sequence[str]
) -> Mended:
    files: dict[str, _File] = {}
    fixed: list[Diagnostic] = []
    useless: set[tuple[str, str]] = set()
    for _ in range(_ROUNDS):
        offered = [
            one
            for one in within(checked.diagnostics, only)
            if one.fix
            and (one.fix.safe or unsafe)
            and (one.span.path, one.kind.code) not in useless
        ]
        chosen = _Chosen(root, files, checked)
        taken = [one for one in offered if one.fix and chosen.take(one.fix)]
        if not taken:
            break
        tried = chosen.applied()
        texts = {path: _plain(file.text) for path, file in tried.items()}
        again = read_and_check(root, today=today, instead=texts)
        if harmful := _harmful(checked, again, taken):
            useless |= harmful
            continue
        checked, files = again, tried
        fixed.extend(taken)
    changes = [
        Change(path, file.found, file.text)
        for path, file in sorted(files.items())
        if file.found != file.text
    ]
    return Mended(tuple(fixed), tuple(changes), checked)


@dataclass(frozen=True, slots=True)
class _File:
    """A file's text with its own line ends; `found` is the text on the disk."""

    found: str
    text: str


_Placed: TypeAlias = tuple[int, int, str]
"""From which offset up to which, and what will stand there."""
_END = re.compile(r"\r\n|\r|\n")


class _Chosen:
    """Changes of one round that do not get in one another's way."""

    def __init__(self, root: Path, files: dict[str, _File], checked: Checked) -> None:
        self._root = root
        self._files = dict(files)
        self._texts = checked.texts
        self._known = checked.course.files
        self._starts: dict[str, list[int]] = {}
        self._taken: dict[str, list[_Placed]] = {}

    def take(self, fix: Fix) -> bool:
        """Takes a change as a whole, or leaves it for the next round."""
        taken = {path: list(edits) for path, edits in self._taken.items()}
        for edit in fix.edits:
            placed = self._placed(edit)
            if placed is None:
                return False
            others = taken.setdefault(edit.span.path, [])
            if placed not in others:
                if _collides(placed, others):
                    return False
                insort(others, placed)
        self._taken = taken
        return bool(fix.edits)

    def applied(self) -> dict[str, _File]:
        """All files with the changes made."""
        files = dict(self._files)
        for path, edits in self._taken.items():
            text = files[path].text
            for start, end, by in reversed(edits):
                text = text[:start] + by + text[end:]
            files[path] = replace(files[path], text=text)
        return files

    def _placed(self, edit: Edit) -> _Placed | None:
        """An edit as offsets in the file's own text; nothing where it has no place there."""
        span, path = edit.span, edit.span.path
        file = self._file(path)
        if file is None:
            return None
        if path not in self._starts:
            self._starts[path] = [0, *(end.end() for end in _END.finditer(file.text))]
        start = self._offset(path, span.line, span.column)
        end = self._offset(path, span.end_line, span.end_column)
        if start is None or end is None or end < start:
            return None
        line_end = _END.search(file.text, start) or _END.search(file.text)
        by = _plain(edit.text).replace("\n", line_end[0] if line_end else "\n")
        return start, end, by

    def _offset(self, path: str, line: int, column: int) -> int | None:
        starts, text = self._starts[path], self._files[path].text
        if not 1 <= line <= len(starts):
            return None
        after = _END.search(text, starts[line - 1])
        offset = starts[line - 1] + column - 1
        last = after.start() if after else len(text)
        return offset if starts[line - 1] <= offset <= last else None

    def _file(self, path: str) -> _File | None:
        """The file, if it still is what was checked and belongs to the project."""
        if path not in self._files and path in self._known:
            text = _read(self._root, path)
            if text is not None and _plain(text) == self._texts.get(path, _plain(text)):
                self._files[path] = _File(text, text)
        return self._files.get(path)


def _collides(edit: _Placed, others: list[_Placed]) -> bool:
    """Whether an edit overlaps one of the others, or nobody could say which of two comes first."""
    start, end, _ = edit
    at = bisect_left(others, edit)
    return any(
        (one[0] < end and start < one[1])
        or (start == end and one[0] <= start <= one[1])
        or (one[0] == one[1] and start <= one[0] <= end)
        for one in others[max(0, at - 1) : at + 2]
    )


def _harmful(before: Checked, after: Checked, taken: Iterable[Diagnostic]) -> set[tuple[str, str]]:
    """The kinds, file by file, whose change has cured nothing or has done harm."""
    was, now = _counts(before), _counts(after)
    kinds = {(one.span.path, one.kind.code) for one in taken}
    broken = {
        path for path, code in now if code in _UNREADABLE and now[path, code] > was[path, code]
    }
    touched = {
        (one.span.path, one.kind.code)
        for one in taken
        if one.fix and any(edit.span.path in broken for edit in one.fix.edits)
    }
    return touched | {kind for kind in kinds if now[kind] >= was[kind]}


def _counts(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((one.span.path, one.kind.code) for one in checked.diagnostics)


def _plain(text: str) -> str:
    return _END.sub("\n", text)


_MARK = "\ufeff"


def _read(root: Path, path: str) -> str | None:
    """A file with its line ends, without its mark; nothing where it is not the project's own."""
    file = root / path
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return None
        return file.read_bytes().decode().removeprefix(_MARK)
    except (OSError, UnicodeDecodeError):
        return None


def _write(root: Path, change: Change) -> bool:
    """Writes one file, unless it is protected or somebody else has changed it meanwhile."""
    file = (root / change.path).resolve()
    if not os.access(file, os.W_OK):
        return False
    raw = file.read_bytes()
    mark = _MARK.encode() if raw.startswith(_MARK.encode()) else b""
    if raw != mark + change.before.encode():
        return False
    write_bytes(file, mark + change.after.encode(), durable=True)
    return True


def _keep_current(root: Path, before: Checked, today: dt.date) -> None:
    """A safe change does not change what a text says, so its translation stays up to date."""
    current = set(_current(before))
    after = read_and_check(root, today=today).course
    stale = [
        unit
        for unit in units_of(after)
        if unit.state is State.STALE and (unit.owner, unit.language, unit.key) in current
    ]
    if stale:
        renew(after, root=root, units=stale)


def _current(checked: Checked) -> Iterator[tuple[str, str, str]]:
    for unit in units_of(checked.course):
        if unit.state is State.CURRENT:
            yield unit.owner, unit.language, unit.key
