"""What the last site was made from: one file, which counts only while it is whole and ours."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from firstlesson.build.kept import keep, kept
from firstlesson.hosts.looks import Look, looks_below
from firstlesson.hosts.notes import Note, Notes

_FORM = "firstlesson-site-5"


class Stamp(NamedTuple):
    """A staged file: its contents, and how to see without reading that they are the same."""

    digest: str
    size: int
    time: int

    @property
    def look(self) -> Look:
        """Its size and date."""
        return self.size, self.time


class Made(NamedTuple):
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
        return looks_below(site) == self.looks

    @property
    def looks(self) -> Mapping[str, Look]:
        """How every file of the site was left, by its path."""
        return {one.place: one.look for one in self.made.values() if one.look}

    @property
    def staged(self) -> list[str]:
        """The paths of the staged files; the others of the site come from its frame."""
        return [path for path in self.made if not path.startswith("../")]


def recall(memory: Path) -> Last | None:
    """How the last site was made; nothing where that is unknown, damaged or not ours."""
    data = kept(memory, _FORM)
    try:
        return None if data is None else _read(data)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


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


def remember(memory: Path, last: Last) -> None:
    """Keeps how the site was made that stands in its place now."""
    with suppress(OSError):  # a folder that cannot be written to is no mistake
        if last.key:
            keep(memory, _FORM, _written(last))
        else:
            memory.unlink(missing_ok=True)


def _written(last: Last) -> dict[str, Any]:
    return {
        "course": last.course,
        "key": last.key,
        "style": last.style,
        "made": last.made,
        "notes": Notes.of(last.notes).written(),
    }


def _read(data: Any) -> Last:  # noqa: ANN401  # JSON
    return Last(
        data["course"],
        data["key"],
        data["style"],
        {path: Made(Stamp(*stamp), *made) for path, (stamp, *made) in data["made"].items()},
        Notes(data["notes"]),
    )
