"""What is known of the pages that were built: enough to see whether a link still leads somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NONE: Mapping[str, Note] = MappingProxyType({})


@dataclass(slots=True)
class Note:
    """What is known of a page that was built."""

    asked: set[str] = field(default_factory=set)
    """The paths for which its links asked, found or not."""
    ids: set[str] = field(default_factory=set)
    """The places in it to which a link may lead."""
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """Page → place in it → the link as it was written."""


class Notes(Mapping[str, Note]):
    """The notes on all pages; those of the last time are only understood when they are asked for."""

    def __init__(self, last: Mapping[str, str], new: Mapping[str, Note] = _NONE) -> None:
        """`last` as they were written; `new` ones count before these."""
        self._last, self._new = last, new

    @classmethod
    def of(cls, notes: Mapping[str, Note]) -> Notes:
        """Any notes, ready to be written."""
        return notes if isinstance(notes, Notes) else cls({}, notes)

    def with_new(self, notes: Mapping[str, Note]) -> Notes:
        """These notes, but for some pages that were built anew."""
        return Notes(self._last, {**self._new, **notes})

    def written(self) -> dict[str, str]:
        """A line for each page."""
        new = {
            path: json.dumps([sorted(one.asked), sorted(one.ids), one.links])
            for path, one in self._new.items()
        }
        return {**self._last, **new}

    def __getitem__(self, path: str) -> Note:
        if path in self._new:
            return self._new[path]
        asked, ids, links = json.loads(self._last[path])
        return Note(set(asked), set(ids), links)

    def __contains__(self, path: object) -> bool:
        return path in self._new or path in self._last

    def __iter__(self) -> Iterator[str]:
        return iter({**self._last, **self._new})

    def __len__(self) -> int:
        return len({**self._last, **self._new})
