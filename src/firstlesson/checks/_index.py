"""In which texts a piece of a word or a sign stands: no rule has to search a thousand texts.

The texts are numbered by their wordings: those that say the same have one number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, compress, count
from operator import or_
from typing import TypeAlias

from firstlesson.checks._expressions import DIGIT, Expression
from firstlesson.checks._sentences import Said, said_in
from firstlesson.checks._wordings import spread, texts_in_which, wordings
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course

Texts: TypeAlias = int
"""A set of texts: its bit `n` stands for all texts of the wording of that number. Two such sets are
joined or cut in no time, however many texts there are."""

_DIGIT = re.compile(DIGIT)
_WORD = re.compile(r"\w+|[^\w\s]+")
_TELLING = 4
"""Parts of words so long are in few texts."""
_COMMON = 128
"""A word in more than one of so many texts is common: the set of its texts is made only once."""
_CROWDED = 25
"""Where more than one of so many texts is in a set, looking at each is faster than leaping."""
_FEW = 10
"""Of so few texts each can be a number of its own that is joined to the others."""
_MANY = 1000
"""From so many texts on it is faster to write a digit for each than to set its bit."""
_ONE = ord("1")
_TRUTH = bytes.maketrans(b"01", b"\x00\x01")


def numbers_of(texts: Texts) -> Iterator[int]:
    """The numbers of the texts of a set, in order."""
    bits = bin(texts)[:1:-1]
    if texts.bit_count() * _CROWDED > len(bits):
        yield from compress(count(), bits.encode().translate(_TRUTH))
        return
    at = bits.find("1")
    while at >= 0:
        yield at
        at = bits.find("1", at + 1)


@dataclass(frozen=True, slots=True)
class Index:
    """The words of all texts of one language, and their signs, which are words here too."""

    all: Texts
    places: Mapping[str, Sequence[int]]
    """For each word the numbers of texts that hold it."""
    vocabulary: str
    """All words, one a line."""
    _known: dict[str, Texts] = field(default_factory=dict)
    """What was asked for until now."""
    _common: dict[str, Texts] = field(default_factory=dict)
    """Of the common words that were asked for the texts that hold them."""

    def texts_with(self, pieces: Iterable[str]) -> Texts:
        """The texts in which one of these pieces may stand."""
        found = 0
        for piece in pieces:
            known = self._known.get(piece)
            if known is None:
                known = self._known[piece] = self._looked_up(piece)
            found |= known
        return found

    def texts_for(self, wanted: Expression, inside: Texts | None = None) -> Texts:
        """The texts, of some or all, in which an expression may find something."""
        found = 0
        for way in wanted.pieces:
            left = self.all if inside is None else inside
            for group in way:
                left &= self.texts_with(group)
            found |= left
        return found

    def texts_of(self, words: Iterable[str]) -> Texts:
        """The texts that hold one of these words as it stands here."""
        found: Texts = 0
        rare: list[int] = []
        most = self.all.bit_length() // _COMMON
        for word in words:
            numbers = self.places.get(word, ())
            if len(numbers) <= most:
                rare += numbers
                continue
            if word not in self._common:
                self._common[word] = _set_of(numbers)
            found |= self._common[word]
        return found | _set_of(rare)

    def texts_like(self, one: re.Pattern[str]) -> Texts:
        """The texts in which one of these characters stands."""
        return self.texts_of(self._words_like(one))

    @property
    def words(self) -> Collection[str]:
        """All words."""
        return self.places.keys()

    def _looked_up(self, piece: str) -> Texts:
        if piece == DIGIT:
            return self.texts_like(_DIGIT)
        parts = _WORD.findall(piece)
        if parts == [piece]:
            return self.texts_of(self._words_with(piece))
        longest = max(parts, key=len, default="")
        found = self.all  # what is no word may stand anywhere
        for part in parts:
            if part == longest or len(part) >= _TELLING:
                found &= self.texts_with((part,))
        return found

    def _words_like(self, one: re.Pattern[str]) -> Iterator[str]:
        at = one.search(self.vocabulary)
        while at:
            word, end = self._word_around(at.start())
            yield word
            at = one.search(self.vocabulary, end)

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
    languages: dict[str, list[tuple[int, str]]] = {}
    for number, one in enumerate(wordings(course)):
        languages.setdefault(one.language, []).append((number, one.folded))
    for language, numbered in languages.items():
        # What stands in many texts is taken apart once.
        stretches: dict[str, list[int]] = defaultdict(list)
        for number, folded in numbered:
            for stretch in set(folded.split()):
                stretches[stretch].append(number)
        found: dict[str, list[int]] = defaultdict(list)
        for stretch, numbers in stretches.items():
            for word in _WORD.findall(stretch):
                found[word] += numbers
        vocabulary = "\n" + "".join(f"{word}\n" for word in found)
        every = _set_of([number for number, _ in numbered])
        yield language, Index(every, dict(found), vocabulary)


def _set_of(numbers: Sequence[int]) -> Texts:
    if len(numbers) <= _FEW:
        found = 0
        for number in numbers:
            found |= 1 << number
        return found
    if len(numbers) > _MANY:
        digits = bytearray(b"0") * (max(numbers) + 1)
        for number in numbers:
            digits[~number] = _ONE
        return int(digits, 2)
    bits = bytearray((max(numbers) >> 3) + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def index_of(course: Course, language: str) -> Index:
    """The index of the texts of a language."""
    return next((own for one, own in _indexes(course) if one == language), _EMPTY)


_EMPTY = Index(0, {}, "\n")


def texts_with(course: Course, keys: Mapping[str, Iterable[str]]) -> Iterator[Said]:
    """The texts, in reading order, in which one of the pieces of their language may stand."""
    return _at(course, _numbers(index_of(course, one).texts_with(own) for one, own in keys.items()))


def texts_for(course: Course, *wanted: Mapping[str, Expression]) -> Iterator[Said]:
    """The texts, in reading order, in which an expression of their language may find something."""
    return _at(course, numbers_for(course, *wanted))


def numbers_for(course: Course, *wanted: Mapping[str, Expression]) -> Iterator[int]:
    """The numbers of the wordings in which an expression of their language may find something."""
    each = ((language, own) for one in wanted for language, own in one.items())
    return _numbers(index_of(course, one).texts_for(own) for one, own in each)


def texts_where(
    course: Course,
    wanted: Mapping[str, Expression],
    inside: Mapping[str, Iterable[str]] | None = None,
) -> Iterator[Said]:
    """The texts, in reading order, in which the expression of their language does find something.

    With `inside` only those in which one of the pieces of their language may stand.
    """
    texts, said, found = said_in(course), wordings(course), []
    for language, own in wanted.items():
        index = index_of(course, language)
        some = index.texts_with(inside.get(language, ())) if inside else None
        for number in numbers_of(index.texts_for(own, some)):
            if own.search(said[number].folded):
                found += said[number].at
    return map(texts.__getitem__, sorted(found))


def texts_matching(
    course: Course, wanted: Mapping[str, Expression]
) -> Iterator[tuple[Said, list[re.Match[str]]]]:
    """The texts, in reading order, with all that the expression of their language finds in each."""
    return texts_in_which(
        course,
        lambda one: [*wanted[one.language].finditer(one.folded)],
        numbers_for(course, wanted),
    )


def texts_for_each(
    course: Course, wanted: Mapping[str, Sequence[Expression]]
) -> Iterator[tuple[Said, list[Expression]]]:
    """The texts, in reading order, each with those expressions that may find something in it."""
    found: dict[int, list[Expression]] = {}
    for language, forms in wanted.items():
        index = index_of(course, language)
        for form in forms:
            for number in numbers_of(index.texts_for(form)):
                found.setdefault(number, []).append(form)
    return spread(course, found)


def texts_holding(course: Course, pieces: Sequence[str]) -> Iterator[Said]:
    """The texts of all languages, in reading order, in which one of the pieces may stand."""
    return _at(course, numbers_holding(course, pieces))


def numbers_holding(course: Course, pieces: Sequence[str]) -> Iterator[int]:
    """The numbers of all wordings in which one of the pieces may stand."""
    return _numbers(index.texts_with(pieces) for _, index in _indexes(course))


def numbers_like(course: Course, one: re.Pattern[str]) -> Iterator[int]:
    """The numbers of all wordings in which one of the characters stands that a pattern means."""
    return _numbers(index.texts_like(one) for _, index in _indexes(course))


def _numbers(found: Iterable[Texts]) -> Iterator[int]:
    return numbers_of(reduce(or_, found, 0))


def _at(course: Course, numbers: Iterable[int]) -> Iterator[Said]:
    texts, said = said_in(course), wordings(course)
    places = chain.from_iterable(said[number].at for number in numbers)
    return map(texts.__getitem__, sorted(places))
