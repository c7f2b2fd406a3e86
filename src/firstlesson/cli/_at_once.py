"""The answer to a bare `firstlesson build` where the site stands there as it would be built.

Most builds of a day find nothing to do, so this is known before what reads command lines is loaded.
Whatever else it is, also what cannot be said here, is left to the command.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from firstlesson.build.snapshot import snapshot_of
from firstlesson.cli._summary import seen, site_built
from firstlesson.cli._surroundings import day_of_the_system, language_of_the_system
from firstlesson.hosts.unchanged import unchanged
from firstlesson.source.project import find_root


def answered(arguments: Sequence[str]) -> bool:
    """Whether there was nothing to do, and it has been said."""
    if list(arguments) != ["build"]:
        return False
    started = time.monotonic()
    try:
        root = find_root(Path.cwd())
        same = unchanged(root, snapshot_of(root, today=day_of_the_system())) if root else None
        if root is None or same is None:
            return False
        language = language_of_the_system()
        print(seen(same.found, language))
        print(site_built(root, same.pages, same.bytes, started, language), flush=True)
    except (OSError, ValueError, OverflowError):
        return False  # the command says what is wrong
    return True
