"""Addresses: one for each text, and none that tells what a child is reading about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span


@check(
    "SCH060",
    severity=Severity.WARNING,
    across=True,
    why=Text(
        sq="Me dy vende të njëjta renditja ndryshon pa arsye nga një ndërtim te tjetri.",
        en="With two equal places the order has no reason, and changes when an id changes.",
    ),
)
def position_twice(course: Course) -> Iterator[Finding]:
    """No two lessons, and no two protocols, have the same `position`."""
    for texts in _kinds(course):
        seen: dict[int, Lesson | Protocol] = {}
        for one in sorted(texts, key=lambda text: text.id):
            place = one.data.position
            if place is None:
                continue
            if place in seen:
                yield Finding(
                    one.source.span("position"),
                    Text(
                        sq=f"`{seen[place].id}` është edhe ai në vendin {place}",
                        en=f"`{seen[place].id}` has the position {place} too",
                    ),
                    Text(sq="jepini një numër tjetër", en="give it another number"),
                    related=(seen[place].source.span("position"),),
                )
            seen.setdefault(place, one)


@check(
    "SCH061",
    severity=Severity.ERROR,
    across=True,
    why=Text(
        sq="Në një adresë qëndron vetëm një tekst: tjetri humbet, dhe lidhjet e vjetra çojnë te i gabuari.",
        en="Only one text stands at an address: the other is lost, and old links lead to the wrong one.",
    ),
    locked=True,
)
def address_twice(course: Course) -> Iterator[Finding]:
    """No `slug` and no former id is the address of another lesson or protocol."""
    for texts in _kinds(course):
        taken: dict[str, _Place] = {}
        ordered = sorted(texts, key=lambda text: (text.data.slug is not None, text.id))
        for one in ordered:
            name = one.data.slug or one.id
            at = _Place(one, "slug" if one.data.slug else "id")
            if name in taken:
                yield _taken(at, name, taken[name])
            taken.setdefault(name, at)
        ids = {one.id: _Place(one, "id") for one in texts}
        for one in ordered:
            slug = one.data.slug or one.id
            if slug in ids and slug != one.id and taken[slug].text is one:
                yield _taken(_Place(one, "slug"), slug, ids[slug])
        for one in ordered:
            for index, former in enumerate(one.data.former_ids):
                at = _Place(one, "formerIds", index)
                other = taken.get(former) or ids.get(former)
                if other:
                    yield _taken(at, former, other)
                taken.setdefault(former, at)


@check(
    "SCH062",
    severity=Severity.WARNING,
    why=Text(
        sq="Adresa duket te historiku dhe mbi supe; ajo nuk duhet t'i tregojë askujt çfarë po lexon fëmija.",
        en="An address shows in the history and over a shoulder; it must tell nobody what a child is reading about.",
    ),
)
def telling_address(course: Course) -> Iterator[Finding]:
    """The address of a text on a sensitive topic does not name the topic."""
    words = re.compile(word_list("schema", "words")["telling"])
    for texts in _kinds(course):
        for one in texts:
            sensitive = any(
                course.topics[topic].sensitive for topic in one.data.about if topic in course.topics
            )
            name = one.data.slug or one.id
            if sensitive and words.search(name):
                yield Finding(
                    one.source.span("slug" if one.data.slug else "id"),
                    Text(
                        sq=f"adresa `{name}` tregon temën",
                        en=f"the address `{name}` tells the topic",
                    ),
                    Text(
                        sq="vini një `slug` pa fjalë të temës, për shembull `lesson-7`",
                        en="set a `slug` without words of the topic, for example `lesson-7`",
                    ),
                )


def _kinds(course: Course) -> tuple[list[Lesson | Protocol], list[Lesson | Protocol]]:
    """Lessons and protocols, which stand in folders of their own."""
    return [*course.lessons.values()], [*course.protocols.values()]


class _Place:
    """Where a text names an address; worked out only for a finding."""

    def __init__(self, text: Lesson | Protocol, *route: str | int) -> None:
        self.text = text
        self._route = route

    @property
    def span(self) -> Span:
        return self.text.source.span(*self._route)


def _taken(at: _Place, name: str, there: _Place) -> Finding:
    return Finding(
        at.span,
        Text(
            sq=f"`{name}` është tashmë adresa e `{there.text.id}`",
            en=f"`{name}` is the address of `{there.text.id}` already",
        ),
        Text(sq="zgjidhni një tjetër", en="choose another one"),
        related=(there.span,),
    )
