"""How files look from outside: enough to see that nobody touched them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

Look = tuple[int, int]
"""The size of a file and when it was written, in nanoseconds."""


def look_of(file: Path) -> Look | None:
    """How a file looks; nothing where it is not there."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def looks_below(folder: Path) -> dict[str, Look]:
    """How every file below a folder looks, by its path."""
    base = str(folder)
    found: dict[str, Look] = {}
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with suppress(OSError), os.scandir(f"{base}/{above}") as inside:
            for entry in inside:
                path = above + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                else:
                    status = entry.stat()
                    found[path] = (status.st_size, status.st_mtime_ns)
    return found
