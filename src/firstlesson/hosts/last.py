"""What the last site was made from: one file, which counts only while it is whole and ours.

Nothing here needs MkDocs: that nothing has to be done is known before it is asked.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from firstlesson.build.atomic import write_bytes
from firstlesson.build.memory import MEMORY as FOLDER
from firstlesson.build.memory import Remembered, Snapshot, program
from firstlesson.build.memory import recall as recall_check
from firstlesson.build.replace import half_made
from firstlesson.hosts.notes import Note, Notes
from firstlesson.source.project import MARKER, SITE

MEMORY = f"{FOLDER}/site"
"""Where it stands, below the project's root."""

_FORM = "firstlesson-site-3"
_ROOMS = ("site", "hosts", "source", "course", "schema")

Look = tuple[int, int]
"""The size of a file and when it was written, in nanoseconds: enough to see that nobody touched it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A staged file: its contents, and how to see without reading that they are the same."""

    digest: str
    size: int
    time: int

    @property
    def look(self) -> Look:
        """Its size and date."""
        return self.size, self.time


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a staged file, and how we left it."""

    stamp: Stamp
    place: str
    """Inside the site."""
    size: int
    time: int
    content: str
    """A digest of what stands there; empty where nothing does."""

    @property
    def look(self) -> Look | None:
        """Its size and date in the site; nothing where it became no file."""
        return (self.size, self.time) if self.content else None


@dataclass(frozen=True, slots=True)
class Last:
    """How a site was made."""

    course: str
    """The state of the course."""

    key: str
    """Of all that any page depends on; empty where nothing can be taken over."""
    style: str
    """What remained of the theme's style."""
    made: Mapping[str, Made]
    """By the path of the staged file."""
    notes: Mapping[str, Note]
    """By the path of the staged page."""

    def is_staged(self, stage: Path) -> bool:
        """Whether the staged tree still holds every file as it was, and no other."""
        return looks_below(stage) == {path: self.made[path].stamp.look for path in self.staged}

    def is_there(self, site: Path) -> bool:
        """Whether the site still holds every file as it was left, and no other."""
        return looks_below(site) == {one.place: one.look for one in self.made.values() if one.look}

    @property
    def staged(self) -> list[str]:
        """The paths of the staged files; the others of the site come from its frame."""
        return [path for path in self.made if not path.startswith("../")]


def recall(memory: Path) -> Last | None:
    """How the last site was made; nothing where that is unknown, damaged or not ours."""
    try:
        head, _, body = memory.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != _head(body):
        return None
    try:
        return _read(json.loads(body))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def key_of(root: Path) -> str:
    """All that any page depends on, in one number."""
    whole = hashlib.sha256(program(_ROOMS).encode())
    files = [root / "mkdocs.yml", root / MARKER]
    files += sorted(file for file in (root / "overrides").rglob("*") if file.is_file())
    for file in files:
        whole.update(file.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A site that would be built as it is."""

    found: Remembered
    """What the check found."""
    pages: int
    bytes: int


def unchanged(root: Path, now: Snapshot) -> Unchanged | None:
    """The site as it stands, where building it from the course as it is now would give the same."""
    last = recall(root / MEMORY)
    if last is None or last.course != now.state or half_made(root):  # who builds clears these away
        return None
    if last.key != key_of(root) or not last.is_there(root / SITE):
        return None
    found = recall_check(root, now.state)
    return Unchanged(found, *size_of(last)) if found else None


def size_of(last: Last) -> tuple[int, int]:
    """How many pages and bytes a site has."""
    sizes = {one.place: one.size for one in last.made.values() if one.content}
    return sum(path.endswith(".html") for path in sizes), sum(sizes.values())


def stamp_of(file: Path) -> Stamp:
    """What identifies a staged file."""
    status = file.stat()
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return Stamp(digest, status.st_size, status.st_mtime_ns)


def made_at(site: Path, place: str, stamp: Stamp) -> Made:
    """A file of a site as it is; `stamp` is of what it was made from."""
    try:
        status = (site / place).stat()
    except OSError:  # MkDocs leaves out what is empty
        return Made(stamp, place, -1, 0, "")
    content = hashlib.sha256((site / place).read_bytes()).hexdigest()
    return Made(stamp, place, status.st_size, status.st_mtime_ns, content)


def looks_below(folder: Path) -> dict[str, Look]:
    """How every file below a folder looks, by its path."""
    found: dict[str, Look] = {}
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with suppress(OSError), os.scandir(folder / above) as inside:
            for entry in inside:
                path = above + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                else:
                    status = entry.stat()
                    found[path] = (status.st_size, status.st_mtime_ns)
    return found


def remember(memory: Path, last: Last) -> None:
    """Keeps how the site was made that stands in its place now."""
    with suppress(OSError):  # a folder that cannot be written to is no mistake
        if not last.key:
            memory.unlink(missing_ok=True)
            return
        body = json.dumps(_written(last), separators=(",", ":")).encode()
        write_bytes(memory, _head(body) + b"\n" + body)


def _head(body: bytes) -> bytes:
    return f"{_FORM} {hashlib.sha256(body).hexdigest()}".encode()


def _written(last: Last) -> dict[str, Any]:
    return {
        "course": last.course,
        "key": last.key,
        "style": last.style,
        "made": {
            path: [*astuple(one.stamp), one.place, one.size, one.time, one.content]
            for path, one in last.made.items()
        },
        "notes": Notes.of(last.notes).written(),
    }


def _read(data: Any) -> Last:  # noqa: ANN401  # JSON
    return Last(
        data["course"],
        data["key"],
        data["style"],
        {
            path: Made(Stamp(digest, of, at), *made)
            for path, (digest, of, at, *made) in data["made"].items()
        },
        Notes(data["notes"]),
    )
