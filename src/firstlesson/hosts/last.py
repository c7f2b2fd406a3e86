"""What the last site was made from: one file, which counts only while it is whole and ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firstlesson.build.atomic import write_bytes
from firstlesson.hosts.whole import Note

_FORM = "firstlesson-site-1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A staged file: its contents, and how to see without reading that they are the same."""

    digest: str
    size: int
    time: int


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a staged file, and how we left it."""

    stamp: Stamp
    place: str
    """Inside the site."""
    size: int
    time: int

    def is_as_left(self, site: Path) -> bool:
        """Whether nobody has touched it since."""
        try:
            status = (site / self.place).stat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.time)


@dataclass(frozen=True, slots=True)
class Last:
    """How a site was made."""

    key: str
    """Of all that any page depends on; empty where nothing can be taken over."""
    style: str
    """What remained of the theme's style."""
    made: Mapping[str, Made]
    """By the path of the staged file."""
    notes: Mapping[str, Note]
    """By the path of the staged page."""


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
        "key": last.key,
        "style": last.style,
        "made": {
            path: [one.stamp.digest, one.stamp.size, one.stamp.time, one.place, one.size, one.time]
            for path, one in last.made.items()
        },
        "notes": {
            path: [sorted(one.asked), sorted(one.ids), one.links]
            for path, one in sorted(last.notes.items())
        },
    }


def _read(data: Any) -> Last:  # noqa: ANN401  # JSON
    return Last(
        data["key"],
        data["style"],
        {
            path: Made(Stamp(digest, of, at), place, size, time)
            for path, (digest, of, at, place, size, time) in data["made"].items()
        },
        {
            path: Note(set(asked), set(ids), links)
            for path, (asked, ids, links) in data["notes"].items()
        },
    )
