"""Ids in YAML files that name nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
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
        "lessons": _folders(course, "lessons"),  # also those whose own mistakes hide them
        "protocols": _folders(course, "protocols"),
        "pages": course.pages,
        "sheets": course.pages,
    }
    for key, route, value in _scalars(document.data, ()):
        known = registries.get(key)
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


def _folders(course: Course, kind: str) -> set[str]:
    """The ids of lessons or protocols, by the folders in which they stand."""
    return {
        parts[1] for path in course.files if (parts := path.split("/"))[0] == kind and parts[2:]
    }


def _scalars(data: Data, route: Route) -> Iterator[tuple[str, Route, str]]:
    """Every text with the key under which it stands, itself or in a list."""
    if isinstance(data, str):
        key = next((part for part in reversed(route) if isinstance(part, str)), "")
        yield key, route, data
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if isinstance(value, str):
                yield from _scalars(value, (*route, index))
            else:
                yield from _inside(value, (*route, index))
    else:
        yield from _inside(data, route)


def _inside(data: Data, route: Route) -> Iterator[tuple[str, Route, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _scalars(value, (*route, key))
    elif isinstance(data, list):
        yield from _scalars(data, route)
