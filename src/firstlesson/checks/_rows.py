"""Lists of words and rows of words, and where they stand in folded text.

An entry of a list is a word or several: `*` is any ending, `a/b` one or the other, `…` up to four
words, `<n>` a number. Entries are parted by commas. Nothing is searched for in a text that does not
hold all words of an entry, so that long lists cost little.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from firstlesson.checks._index import index_of
from firstlesson.checks._verbs import told_in
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry of a list, in one language."""

    words: tuple[tuple[str, ...], ...]
    """For each of its words the forms; whatever holds the entry holds one of each."""
    plain: str
    """The entry itself, where it is nothing but words."""
    written: str
    """An expression for it, where it is more."""

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Where it stands in a stretch of a text."""
        last = len(text) if end is None else end
        if not self.plain:
            for match in _compiled(self.written).finditer(text, start, last):
                yield match.span()
            return
        at = text.find(self.plain, start, last)
        while at >= 0:
            behind = at + len(self.plain)
            if not (at and _joins(text[at - 1])) and not text[behind : behind + 1].isalnum():
                yield at, behind
            at = text.find(self.plain, at + 1, last)


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in "-_"


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A list in one language."""

    language: str
    all: tuple[Entry, ...]

    def stand_in(self, text: str, start: int, end: int) -> bool:
        """Whether one of the entries stands in a stretch of a text."""
        return any(True for one in self.all for _ in one.spans(text, start, end))


@cache
def entries_of(written: str, language: str) -> Entries:
    """The entries of a list as it stands in a file."""
    words = (one.split() for one in written.split(",") if one.strip())
    return Entries(language, tuple(_entry(one, language) for one in words))


@cache
def with_forms(written: str, language: str, at: int) -> Entries:
    """The entries of a list of verbs, each in a form that `forms_of` gives."""
    found = []
    for one in written.split(","):
        first, *rest = one.split()
        forms = told_in(language).forms_of(first)[at]
        if forms:
            found.append(_entry(["/".join(forms), *rest], language))
    return Entries(language, tuple(found))


def _entry(words: list[str], language: str) -> Entry:
    known = tuple(
        tuple(word.split("/")) for word in words if re.search(r"\w", word) and "<n>" not in word
    )
    phrase = " ".join(words)
    if not re.search(r"[*/…<]", phrase):
        return Entry(known, phrase, "")
    no = told_in(language).no
    written = " ".join(_word(word, language) for word in words)
    # What says no itself may say so twice.
    gap = gap_of(4, "(?!)" if re.match(no, written) else no)
    return Entry(known, "", rf"(?<![\w-]){written.replace(' …', gap)}(?!\w)")


def _word(word: str, language: str) -> str:
    parts = [
        re.escape(part).replace(r"\*", r"\w*").replace("<n>", told_in(language).number)
        for part in word.split("/")
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def gap_of(far: int, never: str) -> str:
    """An expression for at most so many words, none of which may be one of `never`."""
    return rf"(?: (?!{never})[^\s.!?;:]+){{0,{far}}}?"


@dataclass(frozen=True, slots=True)
class _Words:
    """In which texts each word stands."""

    places: Mapping[str, list[int]]
    ordered: list[str]
    everywhere: frozenset[int]
    known: dict[str, frozenset[int]] = field(default_factory=dict)

    def texts_with(self, form: str) -> frozenset[int]:
        found = self.known.get(form)
        if found is None:
            found = self.known[form] = frozenset(self._looked_up(form))
        return found

    def _looked_up(self, form: str) -> Iterator[int]:
        plain, star, _ = form.partition("*")
        pieces = re.findall(r"\w+", plain)  # `can't` is two words of the index
        if not pieces:
            return
        if not star and len(pieces) == 1:
            yield from self.places.get(plain, ())
        elif not star or len(pieces) > 1:
            yield from frozenset.intersection(*(self.texts_with(piece) for piece in pieces))
        else:
            at = bisect_left(self.ordered, plain)
            while at < len(self.ordered) and self.ordered[at].startswith(plain):
                yield from self.places[self.ordered[at]]
                at += 1


@once_for_a_course
def _words(course: Course) -> Iterator[tuple[str, _Words]]:
    for language in course.languages:
        places = index_of(course, language).places
        yield language, _Words(places, sorted(places), frozenset().union(*places.values()))


@dataclass(frozen=True, slots=True)
class Held:
    """The texts (by their number in `said_in`) in which entries of a list may stand."""

    by_entry: list[tuple[Entry, frozenset[int]]]
    texts: frozenset[int]

    def in_text(self, number: int) -> list[Entry]:
        """The entries that a text may hold."""
        return [entry for entry, numbers in self.by_entry if number in numbers]


def held_in(course: Course, entries: Entries) -> Held:
    """In which texts of a course the entries may stand."""
    words = dict(_words(course)).get(entries.language) or _Words({}, [], frozenset())
    by_entry = []
    for entry in entries.all:
        holders = sorted((_any_of(words, forms) for forms in entry.words), key=len)
        numbers = holders[0].intersection(*holders[1:]) if holders else words.everywhere
        if numbers:
            by_entry.append((entry, numbers))
    return Held(by_entry, frozenset().union(*(numbers for _, numbers in by_entry)))


def _any_of(words: _Words, forms: tuple[str, ...]) -> frozenset[int]:
    if len(forms) == 1:
        return words.texts_with(forms[0])
    return frozenset().union(*(words.texts_with(form) for form in forms))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
