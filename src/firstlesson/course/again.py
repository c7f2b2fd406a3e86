"""A course in which some files were read again: what a save needs, whatever the course's size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from firstlesson.course.folders import Few
from firstlesson.course.model import Course, Lesson, Page, Prose
from firstlesson.diagnostics import has_errors
from firstlesson.schema import LessonFile, Model, ProtocolFile, QuizFile, ScenarioFile
from firstlesson.schema.read import read_model
from firstlesson.source.files import read_text
from firstlesson.source.limits import judge_passages, judge_prose
from firstlesson.source.markdown import read_markdown
from firstlesson.source.yaml import YamlDocument, read_yaml

M = TypeVar("M", bound=Model)


def read_again(course: Course, root: Path, paths: Iterable[str]) -> Course | None:
    """The course with these files as they are now; nothing where it must be read as a whole.

    That is so where a file is new, gone or has mistakes, or where all pages depend on it.
    """
    texts = {prose.path: prose for prose in course.prose}
    for path in paths:
        owner, _, name = path.rpartition("/")
        if path in texts:
            changed = _with_prose(course, root, texts[path])
        elif (
            owner.startswith("lessons/") and name in ("lesson.yml", "quiz.yml", "scenario.yml")
        ) or (owner.startswith("protocols/") and name == "protocol.yml"):
            changed = _with_facts(course, root, path)
        else:
            changed = None
        if changed is None:
            return None
        course = changed
    return course


def _with_prose(course: Course, root: Path, old: Prose) -> Course | None:
    text, problems = read_text(root, old.path)
    if has_errors(problems) or not text or judge_prose(old.path, text):
        return None
    document = read_markdown(old.path, text)
    if judge_passages(document):
        return None
    new = replace(old, document=document)
    kind, _, name = old.owner.partition("/")
    if kind == "lessons" and name in course.lessons:
        lesson = course.lessons[name]
        prose = {**lesson.prose, (old.name, old.language): new}
        course = _with_lesson(course, replace(lesson, prose=prose))
    elif kind == "protocols" and name in course.protocols:
        protocol = course.protocols[name]
        protocol = replace(protocol, prose={**protocol.prose, old.language: new})
        course = replace(course, protocols={**course.protocols, name: protocol})
    elif kind == "docs":
        page = course.pages[old.name]
        page = Page(old.name, {**page.prose, old.language: new})
        course = replace(course, pages={**course.pages, old.name: page})
    else:
        return None
    return replace(
        course,
        prose=_swapped(course.prose, new),
        prose_of={**course.prose_of, old.owner: _swapped(course.prose_of[old.owner], new)},
    )


def _swapped(ones: Iterable[Prose], new: Prose) -> tuple[Prose, ...]:
    return tuple(new if one.path == new.path else one for one in ones)


def _with_facts(course: Course, root: Path, path: str) -> Course | None:
    owner, _, name = path.rpartition("/")
    kind, _, id_ = owner.partition("/")
    if path not in course.documents or id_ not in (*course.lessons, *course.protocols):
        return None
    text, problems = read_text(root, path)
    document, more = read_yaml(path, text)
    if problems or more:
        return None
    if kind == "protocols":
        facts = _made(document, ProtocolFile, course)
        if facts is None or facts.id != id_:
            return None
        protocol = replace(course.protocols[id_], data=facts, source=document)
        course = replace(course, protocols={**course.protocols, id_: protocol})
    elif lesson := _lesson_with(course.lessons[id_], name, document, course):
        course = _with_lesson(course, lesson)
    else:
        return None
    swapped = tuple(document if one.path == path else one for one in course.documents_of[owner])
    return replace(
        course,
        documents={**course.documents, path: document},
        documents_of={**course.documents_of, owner: swapped},
    )


def _lesson_with(
    lesson: Lesson, name: str, document: YamlDocument, course: Course
) -> Lesson | None:
    if name == "quiz.yml":
        quiz = _made(document, QuizFile, course)
        return replace(lesson, quiz=quiz, quiz_source=document) if quiz else None
    if name == "scenario.yml":
        scenario = _made(document, ScenarioFile, course)
        if scenario is None:
            return None
        return replace(lesson, scenario=scenario, scenario_source=document)
    facts = _made(document, LessonFile, course)
    return replace(lesson, data=facts, source=document) if facts and facts.id == lesson.id else None


def _made(document: YamlDocument, model: type[M], course: Course) -> M | None:
    made, problems = read_model(document, model, languages=course.languages)
    return None if has_errors(problems) else made


def _with_lesson(course: Course, lesson: Lesson) -> Course:
    return replace(course, lessons={**course.lessons, lesson.id: lesson})


def only_of(course: Course, owners: Iterable[str]) -> Course:
    """The course that tells only of some lessons, protocols and pages, and still finds all others.

    Owners are written as `lessons/x`, `protocols/x`, `docs/x`.
    """
    names: dict[str, list[str]] = {"lessons": [], "protocols": [], "docs": []}
    for owner in owners:
        kind, _, name = owner.partition("/")
        names[kind].append(name)
    return replace(
        course,
        lessons=Few(course.lessons, names["lessons"]),
        protocols=Few(course.protocols, names["protocols"]),
        pages=Few(course.pages, names["docs"]),
    )
