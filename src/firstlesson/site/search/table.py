"""What the search knows of a language: one small file, for the index and for the reader's engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

SHORTEST, CAREFUL = 3, 4
"""How many letters remain when an ending goes; `careful` endings leave one more."""


@dataclass(frozen=True, slots=True)
class Table:
    """How words of a language are folded and stemmed."""

    apostrophe: str = " "
    letters: tuple[tuple[str, str], ...] = ()
    endings: tuple[tuple[str, str, int], ...] = ()
    """An ending, what takes its place, and how many letters remain at least."""
    stop: tuple[str, ...] = ()
    """Words that say nothing about a page."""

    def __hash__(self) -> int:
        return id(self)

    def as_data(self) -> Mapping[str, object]:
        """The same for the engine."""
        return {
            "apostrophe": self.apostrophe,
            "letters": dict(self.letters),
            "endings": " ".join(f"{end},{instead},{least}" for end, instead, least in self.endings),
            "stop": " ".join(self.stop),
        }


@cache
def table_of(language: str) -> Table:
    """The table of a language; an empty one where nobody has written it yet."""
    file = resources.files("firstlesson.site.search") / f"languages/{language}.yml"
    if not file.is_file():
        return Table()
    read = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # gives texts only
    endings: dict[str, tuple[str, int]] = {}
    for key, least in (("endings", SHORTEST), ("careful", CAREFUL)):
        for one in read[key].split():
            end, _, instead = one.partition(">")
            endings[end] = (instead, least)
    return Table(
        read["apostrophe"],
        tuple(read.get("letters", {}).items()),
        tuple((end, instead, least) for end, (instead, least) in endings.items()),
        tuple(read["stop"].split()),
    )
