"""Ids in YAML files that name nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.yaml import Data, Route, YamlDocument


@check(
    "REF002",
    severity=Severity.ERROR,
    across=True,
    why=Text(
        sq="Një emër që nuk çon askund do të linte bosh pikërisht numrin ose burimin që duhej.",
        en="An id that names nothing would leave empty the very number or source that was needed.",
    ),
    locked=True,
)
def unknown_id(document: YamlDocument, course: Course) -> Iterator[Finding]:
    """Every id in `help`, `contact`, `citation`, `about`, `roles` … must exist."""
    registries: Mapping[str, Collection[str]] = {
        "help": course.contacts,
        "contact": course.contacts,
        "citation": course.sources,
        "isBasedOn": course.sources,
        "about": course.topics,
        "area": course.topics,
        "audience": course.audiences,
        "roles": course.roles,
        "vocabulary": course.terms,
        "teaches": course.outcomes,
        "assesses": course.outcomes,
        "competence": course.competences,
        **_folders(course)[0],
        "pages": course.pages,
        "sheets": course.pages,
    }
    for key, route, value in _scalars(document.data, registries):
        known = registries[key]
        if not known or value in known:
            continue
        close = get_close_matches(value, known, n=1, cutoff=0.6)
        yield Finding(
            document.span(*route),
            Text(sq=f"`{value}` nuk ekziston ({key})", en=f"`{value}` does not exist ({key})"),
            Text(sq=f"mos deshët të shkruani `{close[0]}`?", en=f"did you mean `{close[0]}`?")
            if close
            else Text(
                sq="shihni skedarët në `data/` për emrat që ekzistojnë",
                en="see the files in `data/` for the ids that exist",
            ),
        )


@once_for_a_course
def _folders(course: Course) -> Iterator[Mapping[str, set[str]]]:
    """The ids of lessons and protocols, also of those whose own mistakes hide them: by their folders."""
    found: dict[str, set[str]] = {"lessons": set(), "protocols": set()}
    for path in course.files:
        kind, *inside = path.split("/")
        if kind in found and len(inside) > 1:
            found[kind].add(inside[0])
    yield found


def _scalars(data: Data, keys: Collection[str]) -> Iterator[tuple[str, Route, str]]:
    """Every text below one of the keys, itself or in a list, with that key."""
    waiting: list[tuple[Data, Route, str]] = [(data, (), "")]
    while waiting:
        node, route, key = waiting.pop()
        if isinstance(node, str):
            if key in keys:
                yield key, route, node
        elif isinstance(node, list):
            inside = reversed([*enumerate(node)])
            waiting.extend((value, (*route, index), key) for index, value in inside)
        elif isinstance(node, dict):
            waiting.extend(
                (value, (*route, own), own)
                for own, value in reversed(node.items())
                if own in keys or not isinstance(value, str)
            )
