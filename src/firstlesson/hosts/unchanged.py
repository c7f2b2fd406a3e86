"""Whether the site that stands there is the one that would be built: known from one small file.

Nothing here needs what a build needs: that nothing has to be done is known before anything is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from firstlesson.build.kept import keep, kept
from firstlesson.build.memory import MEMORY, Remembered, recall
from firstlesson.build.snapshot import Snapshot, program
from firstlesson.hosts.looks import Look, look_of, looks_below
from firstlesson.source.project import MARKER, SITE

LAST = f"{MEMORY}/site"
"""Where it is remembered how the site was made, below the project's root."""

_FORM = "firstlesson-unchanged-2"
_PLACE = f"{MEMORY}/unchanged"
_ROOMS = ("site", "hosts", "source", "course", "schema")


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A site that would be built as it is."""

    found: Remembered
    """What the check found."""
    pages: int
    bytes: int


def note_site(
    root: Path, course: str, key: str, size: tuple[int, int], *, looks: Mapping[str, Look]
) -> None:
    """Notes the site that has just been put in its place.

    `course` is the state it was made from, `key` what any page depends on; `size` counts its pages
    and bytes, `looks` tells how its files were left. What is remembered of it has to be written before.
    """
    with suppress(OSError):  # a folder that cannot be written to is no mistake
        keep(root / _PLACE, _FORM, [course, key, _in_one(looks, root), *size])


def unchanged(root: Path, now: Snapshot) -> Unchanged | None:
    """The site as it stands, where building it from the course as it is now would give the same."""
    match kept(root / _PLACE, _FORM):
        case [now.state, str(key), str(looks), int(pages), int(size)]:
            if key != key_of(root) or looks != _in_one(looks_below(root / SITE), root):
                return None
            found = recall(root, now.state)
            return Unchanged(found, pages, size) if found else None
    return None


def key_of(root: Path) -> str:
    """All that any page depends on, in one number."""
    whole = hashlib.sha256(program(_ROOMS).encode())
    overrides = root / "overrides"
    files = [root / "mkdocs.yml", root / MARKER]
    files += [overrides / path for path in sorted(looks_below(overrides))]
    for file in files:
        whole.update(file.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _in_one(looks: Mapping[str, Look], root: Path) -> str:
    """How the files of the site look, and what is remembered of them, in one number."""
    whole = hashlib.sha256(f"{look_of(root / LAST)}\n".encode())
    files = "".join(f"{path}\0{size} {time}\n" for path, (size, time) in sorted(looks.items()))
    whole.update(files.encode(errors="surrogateescape"))
    return whole.hexdigest()
