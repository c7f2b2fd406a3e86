"""The answer to `firstlesson build` where the site stands there as it would be built.

Most builds of a day find nothing to do, so a bare one is answered before what reads command lines is
loaded. Whatever else it is, also what cannot be said here, is left to the command.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from firstlesson.build.snapshot import Snapshot, snapshot_of
from firstlesson.cli._summary import seen, site_built
from firstlesson.cli._surroundings import day_of_the_system
from firstlesson.hosts.unchanged import unchanged
from firstlesson.source.project import find_root


@dataclass(frozen=True, slots=True)
class Look:
    """What stands in the project's folder, and when it was looked at."""

    root: Path
    now: Snapshot
    started: float


def first_look() -> Look | None:
    """A look at the project around this folder; nothing where there is none, or no day."""
    started = time.monotonic()
    try:
        root = find_root(Path.cwd())
        return Look(root, snapshot_of(root, today=day_of_the_system()), started) if root else None
    except (OSError, ValueError, OverflowError):
        return None  # the command says what is wrong


def answered(look: Look, language: str) -> bool:
    """Whether there is nothing to do, and it has been said."""
    try:
        same = unchanged(look.root, look.now)
        if same is None:
            return False
        print(seen(same.found, language))
        print(site_built(look.root, same.pages, same.bytes, look.started, language), flush=True)
    except OSError:
        return False  # the command says what is wrong
    return True
