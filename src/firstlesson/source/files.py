"""Finding the project and the author's files, and reading each one once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from firstlesson.diagnostics import Diagnostic, Text
from firstlesson.source.faults import NOT_UTF8, TOO_LARGE, UNREADABLE
from firstlesson.span import Lines, Span

MARKER = "data/course.yml"
"""The file by which a project's root is known."""
FOLDERS = ("data", "docs", "lessons", "protocols")
"""Where the content stands."""
MAX_BYTES = 512 * 1024
"""The largest text an author may write, in bytes: some eighty thousand words."""


def find_root(start: Path) -> Path | None:
    """The project's root: the nearest folder above `start` that holds `data/course.yml`."""
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return folder
    return None


def files_under(root: Path, folder: str) -> Iterator[str]:
    """The paths of all files below a folder, relative to `root`, sorted; hidden ones left out."""
    for at, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(at) / name).relative_to(root).as_posix()


def read_text(root: Path, path: str) -> tuple[str, list[Diagnostic]]:
    """One file's text with plain line ends, or an empty text and what is wrong with it."""
    place = Span.of_file(path)
    try:
        file = root / path
        if not file.exists():
            return "", [Diagnostic(UNREADABLE, place, _MISSING)]
        if not file.is_file():
            return "", [Diagnostic(UNREADABLE, place, _NOT_A_FILE)]
        if file.stat().st_size > MAX_BYTES:
            return "", [Diagnostic(TOO_LARGE, place, _too_large(file.stat().st_size))]
        raw = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "?"
        said = Text(
            sq=f"skedari nuk lexohet dot ({reason})", en=f"the file cannot be read ({reason})"
        )
        return "", [Diagnostic(UNREADABLE, place, said)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        at = Lines(path, before).span(len(before), len(before))
        return "", [Diagnostic(NOT_UTF8, at, _NOT_UTF8, _SAVE_AS_UTF8)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


_MISSING = Text(sq="ky skedar mungon", en="this file is missing")
_NOT_A_FILE = Text(sq="nuk është një skedar i zakonshëm", en="this is not an ordinary file")
_NOT_UTF8 = Text(sq="skedari nuk është në UTF-8", en="the file is not UTF-8")
_SAVE_AS_UTF8 = Text(
    sq="hapeni në redaktor dhe ruajeni me kodimin UTF-8",
    en="open it in your editor and save it with the encoding UTF-8",
)


def _too_large(size: int) -> Text:
    return Text(
        sq=f"skedari ka {size // 1024} KB; lejohen {MAX_BYTES // 1024} KB",
        en=f"the file has {size // 1024} KB; {MAX_BYTES // 1024} KB are allowed",
    )
