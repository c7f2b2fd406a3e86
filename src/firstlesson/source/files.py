"""Finding the author's files and reading each one once, whatever they turn out to be.

Nothing is opened before it was looked at: a link may lead out of the project, a pipe never ends.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from firstlesson.diagnostics import Diagnostic, Kind, Text
from firstlesson.source.characters import judge_characters, judge_line_ends
from firstlesson.source.faults import (
    BYTE_ORDER_MARK,
    NOT_A_PLAIN_FILE,
    NOT_UTF8,
    SYMBOLIC_LINK,
    TOO_LARGE,
    TOO_MANY_FILES,
    UNREADABLE,
)
from firstlesson.source.left_over import is_left_over
from firstlesson.source.names import judge_names, shown_path, unprintable
from firstlesson.span import Lines, Span

MAX_BYTES = 512 * 1024
"""The largest text an author may write, in bytes: some eighty thousand words."""
MAX_FILES = 20_000
"""The most files that are looked at below one folder."""
MAX_FOLDERS = 8
"""How many folders may stand inside one another."""


@dataclass(slots=True)
class Found:
    """What stands below the course's folders."""

    files: list[str] = field(default_factory=list)
    """Ordinary files whose names can be used, relative to the project's root, sorted."""
    folders: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What is there but is never opened."""
    problems: list[Diagnostic] = field(default_factory=list)


def look_through(root: Path, folders: tuple[str, ...]) -> Found:
    """All files below some folders, hidden ones left out, and what is wrong with them."""
    found = Found()
    for folder in folders:
        _walk(root, folder, found)
    found.files.sort()
    found.problems.extend(judge_names([*found.files, *found.refused], found.folders))
    return found


def files_under(root: Path, folder: str) -> Iterator[str]:
    """The paths of all ordinary files below a folder, relative to `root`, sorted."""
    found = Found()
    _walk(root, folder, found)
    yield from sorted(found.files)


def read_text(root: Path, path: str) -> tuple[str, list[Diagnostic]]:
    """One file's text with plain line ends and what is wrong with it; no text where none is had."""
    raw, problems = read_bytes(root, path, most=MAX_BYTES)
    return ("", problems) if problems else decoded(path, raw)


def read_bytes(root: Path, path: str, *, most: int) -> tuple[bytes, list[Diagnostic]]:
    """One ordinary file's bytes, or nothing and why it is not read."""
    place = Span.of_file(path)
    try:
        file = _way_to(root, path)
        status = os.lstat(file)
        if problem := _not_ordinary(path, status.st_mode):
            return b"", [problem]
        if status.st_size > most:
            return b"", [Diagnostic(TOO_LARGE, place, _too_large(status.st_size, most))]
        with open(file, "rb") as stream:  # noqa: PTH123  # a thousand paths take their time
            raw = stream.read(status.st_size + 1)  # no room is made for the largest file
            if len(raw) > status.st_size:  # it grew meanwhile
                raw += stream.read(most + 1 - len(raw))
    except FileNotFoundError:
        return b"", [Diagnostic(UNREADABLE, place, _MISSING)]
    except NotADirectoryError:
        return b"", [Diagnostic(UNREADABLE, place, _MISSING)]
    except (OSError, ValueError) as error:  # a name may hold what the system cannot take
        return b"", [_unreadable(path, error)]
    if len(raw) > most:
        return b"", [Diagnostic(TOO_LARGE, place, _too_large(len(raw), most))]
    return raw, []


def decoded(path: str, raw: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file's bytes with plain line ends, and what is wrong with its characters."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        at = Lines(path, before).span(len(before), len(before))
        return "", [Diagnostic(NOT_UTF8, at, _NOT_UTF8, _SAVE_AS_UTF8)]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        at = Span(path, 1, 1, 1, 1)
        problems.append(Diagnostic(BYTE_ORDER_MARK, at, _MARK_AT_START, _SAVE_WITHOUT_MARK))
    problems.extend(judge_line_ends(path, text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems.extend(judge_characters(path, text))
    return text, problems


def _walk(root: Path, folder: str, found: Found) -> None:
    """Looks through a folder without following links and without opening any file."""
    try:
        mode = (root / folder).lstat().st_mode
    except (OSError, ValueError):
        return  # it is missing, and whoever needs its files says so
    if not stat.S_ISDIR(mode):
        found.refused.append(folder)
        found.problems.append(_not_ordinary(folder, mode) or _instead_of_a_folder(folder))
        return
    waiting, seen = [folder], 0
    while waiting:
        at = waiting.pop()
        try:
            with os.scandir(root / at) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            found.problems.append(_unreadable(at, error))
            continue
        for entry in inside:
            if is_left_over(entry.name):
                continue
            seen += 1
            if seen > MAX_FILES:
                found.problems.append(_too_many(folder))
                return
            path = f"{at}/{entry.name}"
            if not entry.name.isprintable():
                found.problems.append(unprintable(path))
            elif entry.is_dir(follow_symlinks=False):
                if path.count("/") >= MAX_FOLDERS:
                    found.problems.append(_too_deep(path))
                else:
                    found.folders.append(path)
                    waiting.append(path)
            elif entry.is_file(follow_symlinks=False) or not (problem := _strange(path, entry)):
                found.files.append(path)
            else:
                found.refused.append(path)
                found.problems.append(problem)


def _strange(path: str, entry: os.DirEntry[str]) -> Diagnostic | None:
    try:
        return _not_ordinary(path, entry.stat(follow_symlinks=False).st_mode)
    except OSError as error:
        return _unreadable(path, error)


def _not_ordinary(path: str, mode: int) -> Diagnostic | None:
    place = Span.of_file(shown_path(path))
    if stat.S_ISLNK(mode):
        return Diagnostic(SYMBOLIC_LINK, place, _IS_A_LINK, _PUT_A_COPY)
    if not stat.S_ISREG(mode):
        kind = UNREADABLE if stat.S_ISDIR(mode) else NOT_A_PLAIN_FILE
        return Diagnostic(kind, place, _NOT_A_FILE)
    return None


def _way_to(root: Path, path: str) -> str:
    """The file's place; a folder on the way that is a link counts as not there."""
    at = os.fspath(root)
    *folders, name = path.split("/")
    for part in folders:
        at = f"{at}/{part}"
        if part == ".." or os.path.islink(at):  # noqa: PTH114  # as above
            raise FileNotFoundError(path)
    return f"{at}/{name}"


def _unreadable(path: str, error: Exception) -> Diagnostic:
    reason = getattr(error, "strerror", None) or "?"
    said = Text(sq=f"nuk lexohet dot ({reason})", en=f"it cannot be read ({reason})")
    hint = Text(
        sq="shihni lejet e skedarit ose të dosjes",
        en="look at the permissions of the file or folder",
    )
    return Diagnostic(UNREADABLE, Span.of_file(shown_path(path)), said, hint)


def _instead_of_a_folder(path: str) -> Diagnostic:
    said = Text(sq="këtu duhet një dosje, jo një skedar", en="this must be a folder, not a file")
    return Diagnostic(UNREADABLE, Span.of_file(path), said)


def _too_many(folder: str) -> Diagnostic:
    return _limit(
        TOO_MANY_FILES,
        folder,
        Text(
            sq=f"kjo dosje ka më shumë se {MAX_FILES} skedarë",
            en=f"this folder has more than {MAX_FILES} files",
        ),
    )


def _too_deep(path: str) -> Diagnostic:
    return _limit(
        TOO_MANY_FILES,
        path,
        Text(
            sq=f"më shumë se {MAX_FOLDERS} dosje brenda njëra-tjetrës",
            en=f"more than {MAX_FOLDERS} folders inside one another",
        ),
    )


def _limit(kind: Kind, path: str, said: Text) -> Diagnostic:
    hint = Text(sq="hiqni ato që nuk i përkasin kursit", en="take away what is not of the course")
    return Diagnostic(kind, Span.of_file(shown_path(path)), said, hint)


_MISSING = Text(sq="ky skedar mungon", en="this file is missing")
_NOT_A_FILE = Text(sq="nuk është një skedar i zakonshëm", en="this is not an ordinary file")
_IS_A_LINK = Text(
    sq="ky është vetëm një lidhje te një vend tjetër i kompjuterit",
    en="this is only a link to another place of the computer",
)
_PUT_A_COPY = Text(
    sq="vendosni këtu vetë skedarin ose dosjen", en="put the file or folder itself here"
)
_NOT_UTF8 = Text(sq="skedari nuk është në UTF-8", en="the file is not UTF-8")
_SAVE_AS_UTF8 = Text(
    sq="hapeni në redaktor dhe ruajeni me kodimin UTF-8",
    en="open it in your editor and save it with the encoding UTF-8",
)
_MARK_AT_START = Text(
    sq="para shkronjës së parë ka një shenjë të padukshme (BOM)",
    en="there is an invisible mark (BOM) before the first letter",
)
_SAVE_WITHOUT_MARK = Text(
    sq="ruajeni me kodimin “UTF-8”, jo “UTF-8 me BOM”",
    en="save it with the encoding “UTF-8”, not “UTF-8 with BOM”",
)


def _too_large(size: int, most: int) -> Text:
    return Text(
        sq=f"skedari ka {size // 1024} KB; lejohen {most // 1024} KB",
        en=f"the file has {size // 1024} KB; {most // 1024} KB are allowed",
    )
