"""Where a project is, and where its content stands."""

from __future__ import annotations

from pathlib import Path

MARKER = "data/course.yml"
"""The file by which a project's root is known."""
FOLDERS = ("data", "docs", "lessons", "protocols")
"""Where the content stands."""
SITE = "site"
"""The built site, below the project's root."""


def find_root(start: Path) -> Path | None:
    """The project's root: the nearest folder above `start` that holds `data/course.yml`."""
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return folder
    return None
