"""A course falls apart into folders: each lesson, each protocol, the pages of `docs/`, and `data/`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from firstlesson.course.model import Course

K = TypeVar("K")
V = TypeVar("V")

SHARED = "data"
"""The folder on which all others rest."""


def folder_of(path: str) -> str:
    """The folder to which a file belongs: `lessons/<id>`, `protocols/<id>`, `docs` or `data`."""
    first, _, rest = path.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first in ("lessons", "protocols") else first


def alone(course: Course, folders: Collection[str]) -> Course:
    """The course that tells only of some folders, and still finds all others by their names."""

    def own(path: str) -> bool:
        return folder_of(path) in folders

    return replace(
        course,
        lessons=_few(course.lessons, lambda name: f"lessons/{name}" in folders),
        protocols=_few(course.protocols, lambda name: f"protocols/{name}" in folders),
        pages=_few(course.pages, lambda _: "docs" in folders),
        documents=_few(course.documents, own),
        prose=tuple(one for one in course.prose if one.owner in folders),
        prose_of=_few(course.prose_of, own),
        documents_of=_few(course.documents_of, own),
        made_from=_few(course.made_from, own),
        media=_few(course.media, own),
    )


def with_one_text(course: Course, path: str) -> Course:
    """The course with one text file alone, and with all that its texts share."""
    texts = tuple(one for one in course.prose if one.path == path)
    owners = {one.owner: texts for one in texts}
    return replace(course, prose=texts, prose_of=owners, documents={}, documents_of={})


class Few(Mapping[K, V]):
    """A mapping that tells of a few of its entries and knows all."""

    def __init__(self, all_: Mapping[K, V], few: Iterable[K]) -> None:
        self._all = all_
        self._few = [key for key in few if key in all_]

    def __getitem__(self, key: K) -> V:
        return self._all[key]

    def __contains__(self, key: object) -> bool:
        return key in self._all

    def __iter__(self) -> Iterator[K]:
        return iter(self._few)

    def __len__(self) -> int:
        return len(self._few)


def _few(all_: Mapping[str, V], wanted: Callable[[str], bool]) -> Few[str, V]:
    return Few(all_, [key for key in all_ if wanted(key)])
