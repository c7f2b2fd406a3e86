"""The orders in which a sentence puts what two lists hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from firstlesson.checks._index import Texts
from firstlesson.checks._rows import Entries, Entry, Held, Span, entries_of, gap_of, with_forms
from firstlesson.checks._verbs import told_in

Holders = Callable[[Entries], Held]
"""Gives for a list the texts that may hold its entries."""
Spans = Callable[[Entries], list[Span]]
"""Gives for a list where its entries stand in a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """Which lists a text must hold, in one language, and in which order."""

    order: str
    deeds: str
    """The first list as it stands in a file; empty where there is only one."""
    things: Entries
    far: int

    @property
    def lists(self) -> tuple[Entries, ...]:
        """Of deeds in all forms (`tell`, `told`, `tells`) three lists, and then the things.

        Making all forms takes its time, and few texts hold the things of a row.
        """
        language = self.things.language
        if not self.deeds:
            return (self.things,)
        if self.order:
            return (entries_of(self.deeds, language), self.things)
        return (*(with_forms(self.deeds, language, at) for at in range(3)), self.things)

    @property
    def tells(self) -> bool:
        """Whether it matters whose deed it is."""
        return not self.order

    def texts(self, holders: Holders) -> Texts:
        """The texts that may hold it."""
        things = holders(self.things).texts
        if not things or not self.deeds:
            return things
        return reduce(or_, (holders(one).texts for one in self.lists[:-1])) & things


@dataclass(frozen=True, slots=True)
class Found:
    """Where a row stands in a text."""

    places: tuple[int, ...]
    """Where each of its parts begins, the deed first."""
    start: int
    end: int


def row_of(written: str, lists: Mapping[str, str], language: str) -> Row:
    """The row that stands so in a file."""
    order, _, names = written.partition(" ")
    if order not in ("!", "=", "~", "&"):
        order, names = "", written
    first, *others = names.split()
    far = int(others[1]) if len(others) > 1 else 25
    things = entries_of(lists[others[0] if others else first], language)
    return Row(order, lists[first] if others else "", things, far)


def spans_in(text: str, number: int, holders: Holders) -> Spans:
    """Where lists stand in a folded text, of which the number is given; each is searched once."""
    known: dict[Entries, list[Span]] = {}

    def spans(entries: Entries) -> list[Span]:
        if entries not in known:
            known[entries] = _spans(text, holders(entries).in_text(number))
        return known[entries]

    return spans


def found_in(text: str, row: Row, where: Spans) -> Iterator[Found]:
    """Where a row stands in a folded text."""
    if not where(row.things):
        return
    spans = [where(one) for one in row.lists]
    language = row.things.language
    if row.order == "!":
        yield from (Found((a,), a, b) for a, b in spans[0] if not _denied(text, a))
    elif row.order:
        between = _between(row.order, row.far, language)
        orders = [spans, spans[::-1]][: 1 if row.order == "=" else 2]
        for one, other in orders:
            for a, b in _pairs(text, one, other, between):
                if row.order == "&" and _denied_around(text, a[1], b[0]):
                    continue
                if not _denied(text, a[0]) and not _denied(text, b[0]):
                    yield Found((a[0], b[0]), a[0], b[1])
    else:
        told, done, does, things = spans
        yield from _deeds(text, (told, done, does), things, row.far, language)


def _deeds(
    text: str,
    forms: tuple[list[Span], list[Span], list[Span]],
    things: list[Span],
    far: int,
    language: str,
) -> Iterator[Found]:
    told, done, does = forms
    words = _words(language)
    gap = _between("", far, language)
    for a, b in _pairs(text, told, things, gap):
        yield Found((a[0],), a[0], b[1])
    for a, b in _pairs(text, does, things, gap):
        head = text[max(a[0] - 60, 0) : a[0]]
        if words.staff.search(head) or words.wished.search(head):
            yield Found((a[0],), a[0], b[1])
    for b, a in _pairs(text, things, done, words.beside):
        if words.caused.search(text, max(b[0] - 40, 0), b[0]):
            yield Found((a[0],), b[0], a[1])
    for way, deeds in ((words.must_be, done), (words.pointed, told)):
        for b, a in _pairs(text, things, deeds, way):
            yield Found((a[0],), b[0], a[1])


def _spans(text: str, entries: list[Entry]) -> list[Span]:
    return sorted({span for entry in entries for span in entry.spans(text)})


def _pairs(
    text: str, ones: list[Span], others: list[Span], between: re.Pattern[str]
) -> Iterator[tuple[Span, Span]]:
    """Each of the ones with the first of the others behind it that is near enough."""
    for one in ones:
        for other in others:
            if other[0] - one[1] > _FAR:
                break
            if other[0] > one[1] and between.fullmatch(text, one[1], other[0]):
                yield one, other
                break


_FAR = 300
"""No two parts of a sentence are further apart, in characters."""


def _denied(text: str, start: int) -> bool:
    return bool(_DENIED.search(text, max(start - 12, 0), start))


def _denied_around(text: str, end: int, start: int) -> bool:
    """Whether a negation stands right behind the first of two parts or before the second."""
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text, max(start - 30, 0), start))


_BEHIND = re.compile(r" (?:\w+ ){0,2}?(?:never|not|nuk|s'|asnjehere|kurre)\b")
_BEFORE = re.compile(r"\b(?:not|never|jo|mos)\W+(?:\w+\W){0,2}$")
_DENIED = re.compile(r"(?:\b(?:not|never|without|no|mos|nuk|pa|mos e|mos i) |n't |\bs')$")


@cache
def _between(order: str, far: int, language: str) -> re.Pattern[str]:
    words = told_in(language)
    if order == "&":
        return re.compile(rf"[,:]?(?: [^\s.!?;]+){{0,{far}}} ")
    if order:
        return re.compile(rf",?{gap_of(far, words.no)} ")
    return re.compile(rf"{gap_of(far, f'{words.no}|{words.off}')} ")


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a language puts a deed behind its object, and who does it."""

    must_be: re.Pattern[str]
    pointed: re.Pattern[str]
    staff: re.Pattern[str]
    wished: re.Pattern[str]
    caused: re.Pattern[str]
    beside: re.Pattern[str]


@cache
def _words(language: str) -> _Ways:
    words = told_in(language)
    return _Ways(
        re.compile(words.must_be),
        re.compile(words.pointed),
        re.compile(rf"\b(?:{words.staff})(?: [\w']+){{0,2}} $|{words.exemplary.written}"),
        re.compile(words.wished),
        re.compile(words.caused),
        re.compile(r" (?:\w+ )?"),
    )
