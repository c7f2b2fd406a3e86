"""What the search knows of a language: one small file, for the index and for the reader's engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the fast one where it was compiled

SHORTEST = 3
"""How many letters remain when an ending goes, unless the table asks for more."""

Ending = tuple[str, str, int]
"""An ending, what takes its place, and how many letters remain at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """How words of a language are folded and stemmed."""

    apostrophe: str = " "
    letters: tuple[tuple[str, str], ...] = ()
    steps: tuple[tuple[Ending, ...], ...] = ()
    """In each step one ending goes."""
    stop: frozenset[str] = frozenset()
    """Words that say nothing about a page."""

    def as_data(self) -> Mapping[str, object]:
        """The same for the engine."""
        return {
            "apostrophe": self.apostrophe,
            "letters": dict(self.letters),
            "steps": [
                " ".join(f"{end},{instead},{least}" for end, instead, least in step)
                for step in self.steps
            ],
            "stop": " ".join(sorted(self.stop)),
        }


@cache
def table_of(language: str) -> Table:
    """The table of a language; an empty one where nobody has written it yet."""
    file = resources.files("firstlesson.site.search") / f"languages/{language}.yml"
    if not file.is_file():
        return Table()
    read = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506  # gives texts only
    return Table(
        read["apostrophe"],
        tuple(read.get("letters", {}).items()),
        tuple(tuple(_ending(one) for one in step.split()) for step in read["steps"]),
        frozenset(read["stop"].split()),
    )


def _ending(text: str) -> Ending:
    text, _, least = text.partition("/")
    end, _, instead = text.partition(">")
    return end, instead, int(least or SHORTEST)
