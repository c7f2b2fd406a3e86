"""Ids inside a quiz that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.yaml import Data, Route, YamlDocument
from firstlesson.span import Span


@check(
    "QUZ011",
    severity=Severity.ERROR,
    why=Text(
        sq="Përgjigjja dhe përkthimi gjenden nga emri; nga dy të njëjtë njëri merr tekstin e tjetrit.",
        en="An answer and its translation are found by id; of two equal ones, one gets the other's text.",
    ),
)
def quiz_id_twice(lesson: Lesson) -> Iterator[Finding]:
    """Quizzes, the questions of a quiz, and the parts of a question have ids of their own."""
    if lesson.quiz and lesson.quiz_source:
        for at, name, first in ids_twice(lesson.quiz_source):
            yield said_twice(at, name, first)


def ids_twice(document: YamlDocument) -> Iterator[tuple[Span, str, Span]]:
    """In every list of a file the ids that stood in it before, with both places."""
    waiting: list[tuple[Data, Route]] = [(document.data, ())]
    while waiting:
        data, route = waiting.pop()
        if isinstance(data, dict):
            waiting.extend((value, (*route, key)) for key, value in reversed(data.items()))
        elif isinstance(data, list):
            seen: dict[str, int] = {}
            for index, item in enumerate(data):
                name = item.get("id") if isinstance(item, dict) else None
                if isinstance(name, str):
                    if name in seen:
                        first = document.span(*route, seen[name], "id")
                        yield document.span(*route, index, "id"), name, first
                    seen.setdefault(name, index)
            waiting.extend((item, (*route, at)) for at, item in reversed([*enumerate(data)]))


def said_twice(at: Span, name: str, first: Span) -> Finding:
    """What is said of an id that stands twice."""
    return Finding(
        at,
        Text(
            sq=f"emri `{name}` përdoret edhe në rreshtin {first.line}",
            en=f"the id `{name}` is used on line {first.line} too",
        ),
        Text(sq="jepini një emër tjetër", en="give it another id"),
        related=(first,),
    )
