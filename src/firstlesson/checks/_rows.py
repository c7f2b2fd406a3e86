"""Lists of words and rows of words, and where they stand in folded text.

An entry of a list is a word or several: `*` is any ending, `a/b` one or the other, `…` up to four
words, `<n>` a number, `+tell` a verb in all its forms. Entries are parted by commas. Nothing is
searched for in a text that does not hold all words of an entry, so that long lists cost little.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import and_
from typing import NamedTuple

from firstlesson.checks._index import Index, Texts, index_of
from firstlesson.checks._verbs import told_in
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course

Span = tuple[int, int]


class Entry(NamedTuple):
    """One entry of a list, in one language."""

    words: tuple[tuple[str, ...], ...]
    """For each of its words the forms; whatever holds the entry holds one of each."""
    phrase: str
    """The entry itself."""
    plain: bool
    """Whether it is nothing but words."""
    language: str

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Where it stands in a stretch of a text."""
        last = len(text) if end is None else end
        if not self.plain:
            if len(self.words) == 1 and _SINGLE.fullmatch(self.phrase):
                for form in self.words[0]:
                    yield from _word_spans(form, text, start, last)
                return
            for match in _expression(self.phrase, self.language).finditer(text, start, last):
                yield match.span()
            return
        at = text.find(self.phrase, start, last)
        while at >= 0:
            behind = at + len(self.phrase)
            if not (at and _joins(text[at - 1])) and not text[behind : behind + 1].isalnum():
                yield at, behind
            at = text.find(self.phrase, at + 1, last)


def _word_spans(form: str, text: str, start: int, last: int) -> Iterator[Span]:
    """Where a word stands in a stretch of a text; with `*` at its end, whatever begins with it."""
    beginning = form.rstrip("*")
    at = text.find(beginning, start, last)
    while at >= 0:
        behind = at + len(beginning)
        if beginning != form:
            while behind < last and _goes_on(text[behind]):
                behind += 1
        if not (at and _joins(text[at - 1])) and not (behind < last and _goes_on(text[behind])):
            yield at, behind
        at = text.find(beginning, at + 1, last)


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in "-_"


@dataclass(slots=True, eq=False)
class Entries:
    """A list in one language; its entries are made of words when they are asked for."""

    language: str
    written: Sequence[Sequence[str]]
    """Each entry as it is written, word by word."""
    _all: Sequence[Entry] | None = None

    @property
    def all(self) -> Sequence[Entry]:
        """All entries, few of which are ever needed."""
        if self._all is None:
            self._all = [_entry(one, self.language) for one in self.written]
        return self._all

    def stand_in(self, text: str, start: int, end: int) -> bool:
        """Whether one of the entries stands in a stretch of a text."""
        return any(True for one in self.all for _ in one.spans(text, start, end))

    def of_words(self, there: Mapping[str, bool]) -> Iterator[Entry]:
        """The entries whose words are all there, of thousands a few; `there` tells it of any word."""
        for one in self.written:
            if all(map(there.__getitem__, one)):
                yield _entry(one, self.language)


@cache
def entries_of(written: str, language: str) -> Entries:
    """The entries of a list as it stands in a file."""
    words = (one.split() for one in written.split(",") if one.strip())
    return Entries(
        language, [_in_all_forms(one, language) if one[0][0] == "+" else one for one in words]
    )


def _in_all_forms(words: list[str], language: str) -> list[str]:
    """The words of an entry; of a verb that is written `+tell` all its forms."""
    first, *rest = words
    told, done, does = told_in(language).forms_of(first[1:])
    return ["/".join(dict.fromkeys([*told, *done, *does])), *rest]


@cache
def with_forms(written: str, language: str, at: int) -> Entries:
    """The entries of a list of verbs, each in a form that `forms_of` gives."""
    found = []
    for one in written.split(","):
        first, *rest = one.split()
        forms = told_in(language).forms_of(first)[at]
        if forms:
            found.append(["/".join(forms), *rest])
    return Entries(language, found)


def _entry(words: Sequence[str], language: str) -> Entry:
    if len(words) == 1 and words[0].isalnum():  # as most are
        return Entry(((words[0],),), words[0], True, language)  # noqa: FBT003  # there are thousands of them
    phrase = " ".join(words)
    if not _MORE.search(phrase):
        single = tuple([(word,) for word in words if word.isalnum() or _LETTER.search(word)])
        return Entry(single, phrase, True, language)  # noqa: FBT003  # as above
    known: tuple[tuple[str, ...], ...] = tuple(
        tuple(word.split("/")) for word in words if "<n>" not in word and _LETTER.search(word)
    )
    return Entry(known, phrase, False, language)  # noqa: FBT003  # as above


_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_SINGLE = re.compile(r"[^\W_]+\*?(?:/[^\W_]+\*?)*")
"""An entry of one word or several of which each is enough: they are found without an expression."""
_MORE = re.compile(r"[*/…<]")
"""What makes an entry more than its words."""


@cache
def _expression(phrase: str, language: str) -> re.Pattern[str]:
    """What finds an entry that is more than words; few are ever sought."""
    no = told_in(language).no
    written = " ".join(_word(word, language) for word in phrase.split(" "))
    # What says no itself may say so twice.
    gap = gap_of(4, "(?!)" if re.match(no, written) else no)
    return re.compile(rf"(?<![\w-]){written.replace(' …', gap)}(?!\w)")


def _word(word: str, language: str) -> str:
    parts = [
        re.escape(part).replace(r"\*", r"\w*").replace("<n>", told_in(language).number)
        for part in word.split("/")
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def gap_of(far: int, never: str) -> str:
    """An expression for at most so many words, none of which may be one of `never`."""
    return rf"(?: (?!{never})[^\s.!?;:]+){{0,{far}}}?"


@dataclass(slots=True)
class _Words:
    """In which texts each word stands."""

    index: Index
    ordered: list[str]
    """All words, sorted."""
    known: dict[str, Texts] = field(default_factory=dict)
    there: _There = field(init=False)

    def __post_init__(self) -> None:
        self.there = _There(self)

    def texts_with(self, forms: tuple[str, ...]) -> Texts:
        """The texts in which one of the forms of a word stands."""
        found = 0
        for form in forms:
            known = self.known.get(form)
            if known is None:
                known = self.known[form] = self._looked_up(form)
            found |= known
        return found

    def _looked_up(self, form: str) -> Texts:
        plain, star, _ = form.partition("*")
        pieces = [plain] if plain.isalnum() else _WORD.findall(plain)  # `can't` is two words there
        if not pieces:
            return 0
        if star and len(pieces) == 1:
            first = bisect_left(self.ordered, plain)
            last = bisect_left(self.ordered, plain + "\U0010ffff")
            return self.index.texts_of(self.ordered[first:last])
        if len(pieces) == 1:
            return self.index.texts_of(pieces)
        return reduce(and_, (self.texts_with((piece,)) for piece in pieces))


class _There(dict[str, bool]):
    """Whether a word of an entry stands in any text, of whatever form; each is looked up once."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def __missing__(self, word: str) -> bool:
        forms = tuple(word.split("/"))
        found = self[word] = (
            "<n>" in word or not _LETTER.search(word) or bool(self._words.texts_with(forms))
        )
        return found


@once_for_a_course
def _words(course: Course) -> Iterator[tuple[str, _Words]]:
    for language in course.languages:
        index = index_of(course, language)
        yield language, _Words(index, sorted(index.words))


@dataclass(frozen=True, slots=True)
class Held:
    """The texts in which entries of a list may stand."""

    by_entry: list[tuple[Entry, bytes]]
    """The entries, each with the texts in which it may stand as a row of bits."""
    texts: Texts

    def in_text(self, number: int) -> list[Entry]:
        """The entries that a text may hold."""
        at, bit = number >> 3, 1 << (number & 7)
        return [entry for entry, texts in self.by_entry if texts[at] & bit]


def held_in(course: Course, entries: Entries) -> Held:
    """In which texts of a course the entries may stand."""
    words = dict(_words(course)).get(entries.language)
    if words is None:
        return Held([], 0)
    by_entry = []
    every: Texts = 0
    length = words.index.all.bit_length() // 8 + 1
    for entry in entries.of_words(words.there):
        texts = words.index.all
        for forms in entry.words:
            texts &= words.texts_with(forms)
            if not texts:
                break
        else:
            by_entry.append((entry, texts.to_bytes(length, "little")))
            every |= texts
    return Held(by_entry, every)
