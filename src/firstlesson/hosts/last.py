"""What the last site was made from: one file, which counts only while it is whole and ours.

Nothing here needs MkDocs: that nothing has to be done is known before it is asked.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from firstlesson.build.atomic import write_bytes
from firstlesson.build.memory import MEMORY as FOLDER
from firstlesson.build.memory import Remembered, Snapshot, program
from firstlesson.build.memory import recall as recall_check
from firstlesson.build.replace import half_made
from firstlesson.source.project import MARKER, SITE

MEMORY = f"{FOLDER}/site"
"""Where it stands, below the project's root."""

_FORM = "firstlesson-site-2"
_ROOMS = ("site", "hosts", "source", "course", "schema")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A staged file: its contents, and how to see without reading that they are the same."""

    digest: str
    size: int
    time: int

    def is_of(self, file: Path) -> bool:
        """Whether a file looks as it did, by its size and date."""
        try:
            status = file.stat()
        except OSError:
            return False
        return (self.size, self.time) == (status.st_size, status.st_mtime_ns)


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

    def is_as_left(self, site: Path) -> bool:
        """Whether nobody has touched it since."""
        try:
            status = (site / self.place).stat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.time)


@dataclass(slots=True)
class Note:
    """What is known of a page that was built."""

    asked: set[str] = field(default_factory=set)
    """The paths for which its links asked, found or not."""
    ids: set[str] = field(default_factory=set)
    """The places in it to which a link may lead."""
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """Page → place in it → the link as it was written."""


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
        there = sum(len(files) for _, _, files in os.walk(stage))
        stamps = {path: made.stamp for path, made in self.made.items() if path[:3] != "../"}
        return there == len(stamps) and all(one.is_of(stage / path) for path, one in stamps.items())


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
    if half_made(root):  # whoever builds clears these away
        return None
    if last is None or not (there := _still_there(root / SITE, last)):
        return None
    state = now.state
    found = recall_check(root, state)
    if found is None or (last.course, last.key) != (state, key_of(root)):
        return None
    return Unchanged(found, *there)


def _still_there(site: Path, last: Last) -> tuple[int, int] | None:
    """How many pages and bytes a site has; nothing where it is not as it was left."""
    there = sum(len(files) for _, _, files in os.walk(site))
    if there != len(last.made) or not all(one.is_as_left(site) for one in last.made.values()):
        return None
    pages = sum(one.place.endswith(".html") for one in last.made.values())
    return pages, sum(one.size for one in last.made.values())


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
        "notes": {
            path: [sorted(one.asked), sorted(one.ids), one.links]
            for path, one in sorted(last.notes.items())
        },
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
        {
            path: Note(set(asked), set(ids), links)
            for path, (asked, ids, links) in data["notes"].items()
        },
    )
