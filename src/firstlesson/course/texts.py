"""Every text for a reader, wherever it stands: passages of prose and short texts of YAML files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from firstlesson.course.model import EASY, Course
from firstlesson.course.once import once_for_a_course
from firstlesson.source.markdown import Passage
from firstlesson.source.yaml import Data, Route, YamlDocument
from firstlesson.span import Lines, Span


class ReaderText(NamedTuple):
    """One text as a reader will meet it; offsets in `text` can be turned into places."""

    text: str
    language: str
    path: str
    owner: str
    """`lessons/<id>`, `protocols/<id>`, `docs` or `data`."""
    audience: str
    """The one audience that reads it; empty where several do."""
    kind: str
    """A passage's kind (`paragraph`, `heading`, `cell` …), or `short` for a text of a YAML file."""
    section: str = ""
    """The id of the section it stands in, or the route of a short text (`steps/0/avoid/1`)."""
    heading: str = ""
    """The title of that section."""
    block: str = ""
    """The type of the block around it (`say`, `listen` …)."""
    passage: Passage | None = None
    document: YamlDocument | None = None
    route: Route = ()

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` up to `end` stand in the file."""
        if self.passage is not None:
            return self.passage.span(start, end)
        if self.document is None:
            return Span.of_file(self.path)
        return _in_yaml(self.document, self.route, self.text, start, end)


@once_for_a_course
def texts_of(course: Course) -> Iterator[ReaderText]:
    """All texts of the course, file by file."""
    for prose in course.prose:
        sections, audience = prose.document.sections, _audience_of_prose(prose.owner, prose.name)
        at = 0
        for passage in prose.document.passages:
            line = passage.starts[0][1]
            while at + 1 < len(sections) and sections[at + 1].first_line <= line:
                at += 1
            here = sections[at] if sections else None
            yield ReaderText(
                passage.text,
                prose.language,
                prose.path,
                prose.owner,
                audience,
                passage.kind,
                here.id if here else "",
                here.title if here else "",
                passage.block,
                passage,
            )
    for path, document in course.documents.items():
        owner, _, name = path.rpartition("/")
        for route, language, text in _localized(document.data, course.languages):
            yield ReaderText(
                text,
                language,
                path,
                owner,
                _audience_of_short(name, route, document),
                "short",
                "/".join(map(str, route[:-1])),
                document=document,
                route=route,
            )


def _audience_of_prose(owner: str, name: str) -> str:
    if owner.startswith("lessons/"):
        return "student" if name == EASY else name
    return "professional" if owner.startswith("protocols/") else ""


_TEACHERS = {"misconceptions", "materials", "keyPoints", "contentGuidance", "teacherNotes"}


def _audience_of_short(name: str, route: Route, document: YamlDocument) -> str:
    """Who reads a short text: a protocol's professionals, a kit's teacher, a worried parent, else everyone."""
    if name == "protocol.yml":
        return "professional"
    if name == "lesson.yml" and route[0] in _TEACHERS:
        return "teacher"
    if name == "needs.yml" and "worry" in route:
        return "parent"
    if name in ("quiz.yml", "scenario.yml"):
        return "teacher" if "teacherNotes" in route or _hidden(document, route) else "student"
    return ""


def _hidden(document: YamlDocument, route: Route) -> bool:
    """Whether a short text belongs to a quiz whose answers only teachers have."""
    quiz = document.data
    for part in route[:2]:
        if isinstance(quiz, dict) and isinstance(part, str):
            quiz = quiz.get(part, "")
        elif isinstance(quiz, list) and isinstance(part, int):
            quiz = quiz[part]
    return isinstance(quiz, dict) and quiz.get("answers") == "teacher" and "options" in route


def _localized(data: Data, languages: tuple[str, ...]) -> Iterator[tuple[Route, str, str]]:
    """The texts below a node that stand side by side in several languages."""
    known = frozenset(languages)
    waiting: list[tuple[Data, Route]] = [(data, ())]
    while waiting:
        node, route = waiting.pop()
        if isinstance(node, list):
            waiting.extend((item, (*route, index)) for index, item in reversed([*enumerate(node)]))
        elif isinstance(node, dict):
            texts = [(key, value) for key, value in node.items() if isinstance(value, str)]
            if len(texts) == len(node) and node.keys() <= known:
                for key, value in texts:
                    yield (*route, key), key, value
            else:
                waiting.extend(
                    (value, (*route, key))
                    for key, value in reversed(node.items())
                    if not isinstance(value, str)
                )


_MANY = 2000
"""Of more words nobody wants to know where exactly they begin; an expression of them costs much."""


def _in_yaml(document: YamlDocument, route: Route, text: str, start: int, end: int) -> Span:
    """The place of a stretch of a scalar, which may be folded over several lines in the file."""
    whole = document.span(*route)
    lines = Lines(document.path, document.text)
    first = lines.offset(whole.line, whole.column)
    last = lines.offset(whole.end_line, whole.end_column)
    words = [re.escape(word) for word in text[start:end].split()]
    if not words or len(words) > _MANY:
        return whole
    pattern = re.compile(r"\s+".join(words))
    before = len(pattern.findall(text[:start]))
    for number, match in enumerate(pattern.finditer(document.text, first, last)):
        if number == before:
            return lines.span(*match.span())
    return whole
