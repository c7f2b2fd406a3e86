"""The few words that reports say themselves."""

from __future__ import annotations

from functools import lru_cache

from firstlesson.diagnostics import Severity, Text

SEVERITY = {
    Severity.ERROR: Text(sq="gabim", en="error"),
    Severity.WARNING: Text(sq="paralajmërim", en="warning"),
    Severity.ADVICE: Text(sq="këshillë", en="advice"),
}
HELP = Text(sq="zgjidhja", en="help")
READ = Text(sq="më shumë", en="read")


def printable(text: str) -> str:
    """A text without characters that could command a terminal or hide something."""
    return "".join(
        char if char.isprintable() or char == "\t" else f"\\u{{{ord(char):x}}}" for char in text
    )


@lru_cache(maxsize=8)
def rows_of(text: str) -> list[str]:
    """The lines of a text, split once for all its mistakes."""
    return text.split("\n")
