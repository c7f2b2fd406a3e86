"""What editors and systems leave beside the files of a person, known by its name."""

from __future__ import annotations

_OF_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini"})


def is_left_over(name: str) -> bool:
    """Whether a name is that of what editors and systems leave beside the files of a person."""
    return name.startswith((".", "~$")) or name.endswith("~") or name in _OF_SYSTEMS
