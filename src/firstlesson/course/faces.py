"""What a folder shows to all others: its facts, and the places in its texts to which links lead.

While one folder is written, all others can be left closed. What was found in them, and what was
made of them, stays true as long as the one that changed shows the same face. Whoever looks further
into a closed folder than its face is refused with `LooksFurtherError`; then the whole is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from firstlesson.course.folders import SHARED, folder_of
from firstlesson.course.model import Course
from firstlesson.source.markdown import MarkdownDocument, Section
from firstlesson.source.yaml import Data, Route, YamlDocument
from firstlesson.span import Span

_FACTS = ("lesson.yml", "protocol.yml")
"""The files whose facts any page may tell."""


class LooksFurtherError(Exception):
    """Something asked for more of a closed folder than it shows."""


@dataclass(frozen=True, slots=True)
class Face:
    """What one folder shows."""

    facts: Mapping[str, Data]
    """The data of its YAML files, by path; those that only its own pages tell are left out."""
    places: Mapping[str, list[list[Any]]]
    """Id, level and title of every section, by the path of the text."""


def faces_of(course: Course, folders: Iterable[str] = ()) -> dict[str, Face]:
    """The faces of some folders, or of all; every file of the course must have been readable."""
    wanted = set(folders) or {folder_of(path) for path in course.files}
    facts: dict[str, dict[str, Data]] = {folder: {} for folder in sorted(wanted)}
    places: dict[str, dict[str, list[list[Any]]]] = {folder: {} for folder in facts}
    for path, document in course.documents.items():
        folder = folder_of(path)
        if folder in facts and (folder == SHARED or path.endswith(_FACTS)):
            facts[folder][path] = document.data
    for prose in course.prose:
        if prose.owner in places:
            sections = prose.document.sections
            places[prose.owner][prose.path] = [[one.id, one.level, one.title] for one in sections]
    return {folder: Face(facts[folder], places[folder]) for folder in facts}


class _Closed:
    """In the place of what is not shown."""

    def _refuse(self, *_: object) -> NoReturn:
        raise LooksFurtherError

    __getattr__ = __getitem__ = __contains__ = __iter__ = __len__ = __bool__ = _refuse


CLOSED: Any = _Closed()


class Later:
    """A model of a closed folder, made when something is asked of it: most are never asked."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: object = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the model has
        if self._made is None:
            self._made = self._make()
        return getattr(self._made, name)


class _Somewhere(Mapping[Route, Span]):
    """In which line a fact stands is not shown: the file alone is named."""

    def __init__(self, path: str) -> None:
        self._file = Span.of_file(path)

    def __getitem__(self, _: Route) -> Span:
        return self._file

    def __contains__(self, _: object) -> bool:
        return True

    __iter__ = __len__ = _Closed._refuse  # noqa: SLF001  # of this module


def closed_document(path: str, data: Data) -> YamlDocument:
    """A YAML file of which nothing but its facts is known."""
    return YamlDocument(path, CLOSED, data, _Somewhere(path), _Somewhere(path))


def closed_prose(path: str, places: list[list[Any]]) -> MarkdownDocument:
    """A text of which only the places are known."""
    heading = Span.of_file(path)
    sections = tuple(
        Section(id_, level, title, heading, CLOSED, CLOSED, CLOSED) for id_, level, title in places
    )
    return MarkdownDocument(path, CLOSED, sections, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED)
