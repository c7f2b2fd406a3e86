"""In which texts a piece of a word or a sign stands: no rule has to search a thousand texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firstlesson.checks._expressions import DIGIT, Expression
from firstlesson.checks._sentences import Said, said_in
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course

_DIGIT = re.compile(DIGIT)
_WORD = re.compile(r"\w+|[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Index:
    """The words of all texts of one language, and their signs, which are words here too."""

    texts: list[int]
    """The numbers of these texts in `said_in`."""
    places: Mapping[str, list[int]]
    """For each word the numbers of the texts that hold it."""
    vocabulary: str
    """All words, one a line."""

    def texts_with(self, keys: Iterable[str]) -> set[int]:
        """The numbers of the texts in which one of these pieces may stand."""
        return set().union(*self._places_of(keys))

    def texts_for(self, wanted: Expression, inside: Collection[int] | None = None) -> set[int]:
        """The numbers of the texts, of some or all, in which an expression may find something."""
        found: set[int] = set()
        every = set(self.texts if inside is None else inside)
        for way in wanted.pieces:
            left = every
            for group in sorted(map(self._places_of, way), key=lambda one: sum(map(len, one))):
                left = set().union(*(left.intersection(one) for one in group))
            found |= left
        return found

    def _places_of(self, pieces: Iterable[str]) -> list[Collection[int]]:
        """For each word in which one of some pieces stands, the texts that hold it."""
        places: list[Collection[int]] = []
        for piece in pieces:
            part = max(_WORD.findall(piece), key=len, default="")
            if piece == DIGIT:
                places.append(self.texts_like(_DIGIT))
            elif not part:  # it may stand anywhere
                places.append(self.texts)
            else:
                places.extend(self.places[word] for word in self._words_with(part))
        return places

    def texts_like(self, one: re.Pattern[str]) -> set[int]:
        """The numbers of the texts in which one of these characters stands."""
        found: set[int] = set()
        at = one.search(self.vocabulary)
        while at:
            word, end = self._word_around(at.start())
            found.update(self.places[word])
            at = one.search(self.vocabulary, end)
        return found

    def _words_with(self, piece: str) -> Iterator[str]:
        at = self.vocabulary.find(piece)
        while at >= 0:
            word, end = self._word_around(at)
            yield word
            at = self.vocabulary.find(piece, end)

    def _word_around(self, at: int) -> tuple[str, int]:
        """The word in which a character of the vocabulary stands, and where it ends."""
        end = self.vocabulary.index("\n", at)
        return self.vocabulary[self.vocabulary.rindex("\n", 0, at) + 1 : end], end


@once_for_a_course
def _indexes(course: Course) -> Iterator[tuple[str, Index]]:
    texts: dict[str, list[int]] = {}
    places: dict[str, dict[str, list[int]]] = {}
    for number, said in enumerate(said_in(course)):
        texts.setdefault(said.language, []).append(number)
        own = places.setdefault(said.language, defaultdict(list))
        for word in set(_WORD.findall(said.folded)):
            own[word].append(number)
    for language, found in places.items():
        vocabulary = "\n" + "".join(f"{word}\n" for word in found)
        yield language, Index(texts[language], found, vocabulary)


def index_of(course: Course, language: str) -> Index:
    """The index of the texts of a language."""
    known = dict(_indexes(course))
    return known.get(language) or Index([], {}, "\n")


def texts_with(course: Course, keys: Mapping[str, Iterable[str]]) -> Iterator[Said]:
    """The texts, in reading order, in which one of the pieces of their language may stand."""
    return _in_order(course, (index_of(course, one).texts_with(own) for one, own in keys.items()))


def texts_for(course: Course, *wanted: Mapping[str, Expression]) -> Iterator[Said]:
    """The texts, in reading order, in which an expression of their language may find something."""
    each = ((language, own) for one in wanted for language, own in one.items())
    return _in_order(course, (index_of(course, one).texts_for(own) for one, own in each))


def texts_holding(course: Course, pieces: Sequence[str]) -> Iterator[Said]:
    """The texts of all languages, in reading order, in which one of the pieces may stand."""
    return _in_order(course, (index.texts_with(pieces) for _, index in _indexes(course)))


def texts_like(course: Course, one: re.Pattern[str]) -> Iterator[Said]:
    """The texts, in reading order, in which one of the characters stands that a pattern means."""
    return _in_order(course, (index.texts_like(one) for _, index in _indexes(course)))


def _in_order(course: Course, numbers: Iterable[set[int]]) -> Iterator[Said]:
    texts = said_in(course)
    return (texts[number] for number in sorted(set().union(*numbers)))
