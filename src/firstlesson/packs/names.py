"""File names that every system takes: ASCII, lower case, short."""

from __future__ import annotations

import re
import unicodedata

from firstlesson.packs.source import Source


def pack_name(source: Source, *parts: str, suffix: str) -> str:
    """A pack's file name: the course's name, what it holds, and the ending: `….zip`."""
    course = source.course
    name = ascii_name(course.settings.name[course.source_language])
    return "-".join([name or "course", *(part for part in parts if part)]) + suffix


def ascii_name(text: str) -> str:
    """Letters and digits without marks, joined by hyphens: `Mësimi i parë` → `mesimi-i-pare`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
