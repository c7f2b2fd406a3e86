"""What an author typed, fit to be quoted in a message."""

from __future__ import annotations

_MOST = 60


def shown(typed: str) -> str:
    """A short form of it on one line, with what is invisible spelt out."""
    short = typed if len(typed) <= _MOST else typed[: _MOST - 1] + "…"
    return "".join(
        char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in short
    ).replace("`", "'")
