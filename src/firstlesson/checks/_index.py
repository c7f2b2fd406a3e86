"""In which texts a piece of a word stands: so that a thousand texts are not searched for each rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firstlesson.checks._sentences import Said, said_in
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Index:
    """The words of all texts of one language."""

    places: Mapping[str, list[int]]
    """For each word the numbers of the texts (in `said_in`) that hold it."""
    vocabulary: str
    """All words, one a line."""

    def texts_with(self, keys: Iterable[str]) -> set[int]:
        """The numbers of the texts in which one of these pieces may stand."""
        found: set[int] = set()
        for key in keys:
            piece = max(_WORD.findall(key), key=len, default="")
            for word in self._words_with(piece):
                found.update(self.places[word])
        return found

    def _words_with(self, piece: str) -> Iterator[str]:
        if not piece:  # a key of signs only may stand anywhere
            yield from self.places
            return
        at = self.vocabulary.find(piece)
        while at >= 0:
            end = self.vocabulary.index("\n", at)
            yield self.vocabulary[self.vocabulary.rindex("\n", 0, at + 1) + 1 : end]
            at = self.vocabulary.find(piece, end)


@once_for_a_course
def _indexes(course: Course) -> Iterator[tuple[str, Index]]:
    places: dict[str, dict[str, list[int]]] = {}
    for number, said in enumerate(said_in(course)):
        own = places.setdefault(said.language, {})
        for word in set(_WORD.findall(said.folded)):
            own.setdefault(word, []).append(number)
    for language, found in places.items():
        yield language, Index(found, "\n" + "".join(f"{word}\n" for word in found))


def index_of(course: Course, language: str) -> Index:
    """The index of the texts of a language."""
    known = dict(_indexes(course))
    return known.get(language) or Index({}, "\n")


def texts_with(course: Course, keys: Mapping[str, Iterable[str]]) -> Iterator[Said]:
    """The texts, in reading order, in which one of the pieces of their language may stand."""
    found: set[int] = set()
    for language, own in keys.items():
        found |= index_of(course, language).texts_with(own)
    texts = said_in(course)
    return (texts[number] for number in sorted(found))
