"""The name that an author probably meant."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from firstlesson.diagnostics import Edit, Fix, Text
from firstlesson.span import Span


def close_to(given: str, known: Collection[str]) -> str:
    """The known name closest to the given one; empty where none is close."""
    folded = {name.lower(): name for name in known}
    found = get_close_matches(given.lower(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def did_you_mean(given: str, known: Collection[str]) -> Text:
    """A hint: the closest name, or the names there are."""
    close = close_to(given, known)
    if close:
        return Text(sq=f"mos deshët të shkruani `{close}`?", en=f"did you mean `{close}`?")
    shown = ", ".join(f"`{name}`" for name in sorted(known)[:12]) or "–"
    return Text(sq=f"ekzistojnë: {shown}", en=f"there are: {shown}")


def replaced(given: str, known: Collection[str], at: Span) -> Fix | None:
    """The change to the closest name, where there is one."""
    close = close_to(given, known)
    if not close:
        return None
    title = Text(sq=f"zëvendësojeni me `{close}`", en=f"replace it by `{close}`")
    return Fix(title, (Edit(at, close),), safe=False)
