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
    why=Text(
        sq="Në një adresë qëndron vetëm një tekst: tjetri humbet, dhe lidhjet e vjetra çojnë te i gabuari.",
        en="Only one text stands at an address: the other is lost, and old links lead to the wrong one.",
    ),
    locked=True,
)
def address_twice(course: Course) -> Iterator[Finding]:
    """No `slug` and no former id is the address of another lesson or protocol."""
    for texts in _kinds(course):
        taken: dict[str, tuple[str, Span]] = {}
        ordered = sorted(texts, key=lambda text: (text.data.slug is not None, text.id))
        for one in ordered:
            name = one.data.slug or one.id
            at = one.source.span("slug" if one.data.slug else "id")
            if name in taken:
                yield _taken(at, name, *taken[name])
            taken.setdefault(name, (one.id, at))
        ids = {one.id: (one.id, one.source.span("id")) for one in texts}
        for one in ordered:
            if (
                one.data.slug in ids
                and one.data.slug != one.id
                and taken[one.data.slug][0] == one.id
            ):
                yield _taken(
                    one.source.span("slug"), one.data.slug or "", *ids[one.data.slug or ""]
                )
        for one in ordered:
            for index, former in enumerate(one.data.former_ids):
                at = one.source.span("formerIds", index)
                other = taken.get(former) or ids.get(former)
                if other:
                    yield _taken(at, former, *other)
                taken.setdefault(former, (one.id, at))


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


def _taken(at: Span, name: str, owner: str, there: Span) -> Finding:
    return Finding(
        at,
        Text(
            sq=f"`{name}` është tashmë adresa e `{owner}`",
            en=f"`{name}` is the address of `{owner}` already",
        ),
        Text(sq="zgjidhni një tjetër", en="choose another one"),
        related=(there,),
    )
