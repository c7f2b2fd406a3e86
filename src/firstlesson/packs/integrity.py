"""Whether a folder still is what was laid into it, by its `SHA256SUMS`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from firstlesson.packs.shelf import SUMS

UNFINISHED = "NUK-MBAROI-NOT-FINISHED.txt"
"""Lies in a folder while it is being filled; it lists every file that is meant to be there."""

SYSTEMS_OWN = re.compile(
    r"(?i)(?:system volume information|\$recycle\.bin|lost\+found|lost\.dir|found\.\d+|"
    r"\.trash[^/]*|\.fseventsd|\.spotlight-v100|\.temporaryitems|\.documentrevisions-v100)(?:/|$)|"
    r"(?:.*/)?(?:\._[^/]*|\.ds_store|thumbs\.db|desktop\.ini)$"
)
"""What systems leave on a stick by themselves; programs that start by themselves are not among it."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\r\n]+)")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a folder; nothing where all lists are empty."""

    right: int
    """How many files are as they should be."""
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    unfinished: bool
    """Whether copying was interrupted."""

    @property
    def whole(self) -> bool:
        """Whether nothing at all is wrong."""
        return not (self.changed or self.missing or self.extra or self.unfinished)


def read_sums(folder: Path) -> dict[str, str] | None:
    """The digests of `SHA256SUMS` by path; nothing where it is missing or damaged."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    found = {match[2]: match[1] for line in lines if (match := _LINE.fullmatch(line))}
    return found if len(found) == len(lines) > 0 and all(map(_inside, found)) else None


def verdict(
    folder: Path, wanted: Mapping[str, str], *, tell: Callable[[str], None] = lambda _: None
) -> Verdict:
    """What of a folder is not as it should be; `tell` hears every file that is read."""
    there = set(files_in(folder))
    changed = []
    for path in sorted(there & set(wanted)):
        tell(path)
        if digest_of(folder / path) != wanted[path]:
            changed.append(path)
    known = {SUMS, UNFINISHED, *wanted}
    return Verdict(
        right=len(there & set(wanted)) - len(changed),
        changed=tuple(changed),
        missing=tuple(sorted(set(wanted) - there)),
        extra=tuple(sorted(there - known)),
        unfinished=UNFINISHED in there,
    )


def files_in(folder: Path) -> Iterator[str]:
    """Every file of a folder by its path, but for what systems leave there by themselves."""
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        if not SYSTEMS_OWN.match(path) and (file.is_symlink() or file.is_file()):
            yield path


def digest_of(file: Path) -> str:
    """The SHA-256 of a file; nothing where it cannot be read, which is no right file either."""
    whole = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(_PIECE):
                whole.update(piece)
    except OSError:
        return ""
    return whole.hexdigest()


def _inside(path: str) -> bool:
    """Whether a listed path stays in its folder: a list may come from a stranger's stick."""
    return not re.search(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:", path)
