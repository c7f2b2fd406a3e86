"""Courses for tests: the tiny course in a temporary folder, with some of its files changed.

An overlay is a folder (or a dictionary of path → text) whose files are laid over `tests/tiny`:

* `lesson.yml` takes the place of the file or is a new one;
* `lesson.yml.diff` changes some of its lines, written as `git diff` shows them: a block of `-`
  lines, which must stand there exactly once, gives way to the `+` lines below it; `+` lines alone
  are added at the end; an empty line parts two changes;
* `lesson.yml.delete` (or None in a dictionary) takes the file or folder away;
* `page.sq.md.repeat` holds a number and a text: a file that is too large to keep;
* `make.txt` at the overlay's top names what no repository can keep, one a line:
  `link PATH TARGET`, `pipe PATH`, `folder PATH` or `file PATH` (a small picture).

`# expect: CODE` in YAML and `<!-- expect: CODE -->` in Markdown, at the end of a line, say what
must be found on it. These markers are taken off before a course is checked. Places that cannot
hold one stand in `expect.txt` beside the course's folders, as `path:line CODE`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

TESTS = Path(__file__).resolve().parent
TINY = TESTS / "tiny"
NOTES = ("expect.txt", "make.txt", "xfail.txt")

Changes: TypeAlias = Mapping[str, str | bytes | None]

_MARKERS = {
    ".yml": re.compile(r"[ ]*# expect: ([A-Z0-9 ]+?)[ ]*$", re.MULTILINE),
    ".md": re.compile(r"[ ]*<!-- expect: ([A-Z0-9 ]+?) -->[ ]*$", re.MULTILINE),
}


def course_with(overlay: Path | Changes, folder: Path) -> Path:
    """Makes a course in `folder`: the tiny one with an overlay; gives its root."""
    root = folder / "course"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns(".build"))
    for path, content in changes_of(overlay).items():
        file = root / path
        if content is None:
            shutil.rmtree(file) if file.is_dir() else file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_without_markers(path, content))
    if isinstance(overlay, Path) and (overlay / "make.txt").is_file():
        _make((overlay / "make.txt").read_text(encoding="utf-8"), root)
    return root


def _make(text: str, root: Path) -> None:
    for row in text.splitlines():
        what, path, *target = row.split(" ")
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if what == "link":
            file.symlink_to(target[0])
        elif what == "pipe":
            os.mkfifo(file)
        elif what == "folder":
            file.mkdir()
        else:
            file.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n', encoding="utf-8")


def expected_of(overlay: Path) -> list[tuple[str, int, str]]:
    """Path, line and code of every diagnostic that an overlay asks for."""
    found = list(_noted(overlay / "expect.txt"))
    for path, content in changes_of(overlay).items():
        marker = _MARKERS.get(Path(path).suffix)
        if not marker or content is None:
            continue
        text = content.decode(errors="replace") if isinstance(content, bytes) else content
        for match in marker.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.extend((path, line, code) for code in match[1].split())
    return sorted(found)


def changes_of(overlay: Path | Changes) -> Changes:
    """What an overlay puts in place of the tiny course's files, markers included."""
    if isinstance(overlay, Mapping):
        return overlay
    changes: dict[str, str | bytes | None] = {}
    for file in sorted(overlay.rglob("*")):
        path = file.relative_to(overlay).as_posix()
        if not file.is_file() or path in NOTES:
            continue
        target, _, how = path.rpartition(".")
        if how == "delete":
            changes[target] = None
        elif how == "diff":
            before = (TINY / target).read_text(encoding="utf-8")
            changes[target] = changed(before, file.read_text(encoding="utf-8"))
        elif how == "repeat":
            times, _, text = file.read_text(encoding="utf-8").partition("\n")
            changes[target] = text * int(times)
        else:
            changes[path] = file.read_bytes()
    return changes


def changed(text: str, diff: str) -> str:
    """A text after the changes of a `.diff` file."""
    for block in diff.strip("\n").split("\n\n"):
        rows = [(row[:1], row[1:] + "\n") for row in block.split("\n")]
        before = "".join(row for sign, row in rows if sign in "- ")
        after = "".join(row for sign, row in rows if sign in "+ ")
        if before and f"\n{text}".count(f"\n{before}") != 1:
            raise ValueError(f"these lines must stand there exactly once:\n{before}")
        text = f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:] if before else text + after
    return text


def _noted(file: Path) -> Iterator[tuple[str, int, str]]:
    for row in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        place, code = row.split(" ")
        path, _, line = place.rpartition(":")
        yield path, int(line), code


def _without_markers(path: str, content: str | bytes) -> bytes:
    raw = content.encode() if isinstance(content, str) else content
    marker = _MARKERS.get(Path(path).suffix)
    if not marker or b"expect:" not in raw:
        return raw  # perhaps not even a text
    return marker.sub("", raw.decode()).encode()
