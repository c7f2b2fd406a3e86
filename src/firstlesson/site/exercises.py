"""Quizzes and scenarios as plain HTML that works without JavaScript, on paper and in every pack."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from firstlesson.course.model import Course, Lesson
from firstlesson.schema import Quiz, Scenario
from firstlesson.site.addresses import (
    CERTIFICATE,
    HELP,
    audience_path,
    media_path,
    relative,
    story_path,
)
from firstlesson.site.beside import TEACHER
from firstlesson.site.chrome import help_entry
from firstlesson.site.render import render
from firstlesson.site.words import Words

T = TypeVar("T")
Made = tuple[str, tuple[tuple[str, str], ...]]
"""HTML, and the ids and titles of its sections."""


def for_pupils(lesson: Lesson, words: Words, *, at: str) -> Made:
    """What pupils do: ways to the stories; quizzes, with answers only where these are left open."""
    parts, sections = [], []
    if lesson.scenario:
        scenarios, story = lesson.scenario.scenarios, relative(story_path(lesson), at) + ".html"
        parts.append(render("story_doors", scenarios=scenarios, story=story, words=words))
        sections += [(f"scenario-{one.id}", one.name[words.language]) for one in scenarios]
    for quiz in lesson.quiz.quizzes if lesson.quiz else ():
        parts.append(_quiz(quiz, lesson, words, at=at))
        sections.append((f"quiz-{quiz.id}", quiz.name[words.language]))
    if parts:
        certificate = relative(CERTIFICATE, at) + ".html"
        parts.append(render("progress", lesson=lesson, words=words, certificate=certificate))
    return "\n\n".join(parts), tuple(sections)


def stories(lesson: Lesson, course: Course, words: Words, *, at: str) -> str:
    """The stories as pupils play them or talk about them."""
    scenarios = lesson.scenario.scenarios if lesson.scenario else ()
    made = (_scenario(one, lesson, course, words, at=at, teacher=False) for one in scenarios)
    return "\n\n".join(made)


def for_teachers(lesson: Lesson, course: Course, words: Words, *, at: str) -> Made:
    """The teacher's key: every answer, and what a good talk about each scene sounds like."""
    parts = [
        _scenario(one, lesson, course, words, at=at, teacher=True)
        for one in (lesson.scenario.scenarios if lesson.scenario else ())
    ]
    parts += [
        render("quiz_key", quiz=one, words=words)
        for one in (lesson.quiz.quizzes if lesson.quiz else ())
    ]
    return "\n\n".join(parts), tuple(titles_of_key(lesson, words))


def has_key(lesson: Lesson) -> bool:
    """Whether there is something of which a teacher alone has the answers."""
    return TEACHER in lesson.editions and bool(lesson.quiz or lesson.scenario)


def titles_of_key(lesson: Lesson, words: Words) -> list[tuple[str, str]]:
    """The ids and titles of what a teacher has the answers of."""
    found = [
        (f"scenario-{one.id}", one.name[words.language])
        for one in (lesson.scenario.scenarios if lesson.scenario else ())
    ]
    found += [
        (f"quiz-{one.id}", one.name[words.language])
        for one in (lesson.quiz.quizzes if lesson.quiz else ())
    ]
    return found


def on_paper(lesson: Lesson, course: Course, words: Words, *, at: str) -> list[str]:
    """Sheets for pupils: cards of each scenario and every quiz, without an answer to any."""
    sheets = [
        render(
            "scenario_cards",
            scenario=scenario,
            numbers={one.id: number for number, one in enumerate(scenario.scenes, start=1)},
            pictures=pictures_of(scenario, lesson, at),
            help=[help_entry(course.contacts[one], words) for one in scenario.help],
            words=words,
        )
        for scenario in (lesson.scenario.scenarios if lesson.scenario else ())
    ]
    sheets += [
        render("quiz_sheet", quiz=quiz, questions=_questions(quiz, words), words=words)
        for quiz in (lesson.quiz.quizzes if lesson.quiz else ())
    ]
    return sheets


def _quiz(quiz: Quiz, lesson: Lesson, words: Words, *, at: str) -> str:
    return render(
        "quiz",
        quiz=quiz,
        questions=_questions(quiz, words),
        words=words,
        answers=quiz.answers == "open",
        help_page=relative(HELP, at) + ".html",
        more=relative(audience_path(lesson.data.audience[0]), at) + ".html",
    )


def _questions(quiz: Quiz, words: Words) -> list[Mapping[str, Any]]:
    """The questions with a name each that is short: it stands beside every option."""
    return [
        _question(one, f"{quiz.id}-{number}", words)
        for number, one in enumerate(quiz.questions, start=1)
    ]


def _question(question: Any, name: str, words: Words) -> Mapping[str, Any]:  # noqa: ANN401  # a union
    """A question with its parts in the order in which pupils see them."""
    found: dict[str, Any] = {"data": question, "name": name}
    if question.type == "order":
        found["items"] = mixed(question.items, question.id)
    elif question.type == "match":
        found["matches"] = mixed(question.pairs, question.id)
    else:
        found["options"] = question.options
    found["words"] = words
    return found


def mixed(items: Sequence[T], seed: str) -> list[T]:
    """Items out of their right order, the same way each time."""
    keyed = [
        (hashlib.sha256(f"{seed}{getattr(item, 'id', index)}".encode()).hexdigest(), index, item)
        for index, item in enumerate(items)
    ]
    order = [item for _, _, item in sorted(keyed)]
    return order if order != list(items) else [*order[1:], order[0]]


def _scenario(
    scenario: Scenario, lesson: Lesson, course: Course, words: Words, *, at: str, teacher: bool
) -> str:
    return render(
        "scenario",
        scenario=scenario,
        names={scene.id: scene.name[words.language] for scene in scenario.scenes},
        pictures=pictures_of(scenario, lesson, at),
        teacher=teacher,
        help=[help_entry(course.contacts[one], words) for one in scenario.help],
        help_page=relative(HELP, at) + ".html",
        words=words,
    )


def pictures_of(scenario: Scenario, lesson: Lesson, at: str) -> Mapping[str, str]:
    """The pictures of scenes, as the page `at` reaches them."""
    return {
        scene.id: relative(media_path(lesson, scene.picture.file), at)
        for scene in scenario.scenes
        if scene.picture
    }


def asked_of(question: Any, words: Words) -> list[list[str]]:  # noqa: ANN401  # a union
    """What a question gives to choose from, for the wall; a match gives two lists."""
    language = words.language
    if question.type == "order":
        return [[one.text[language] for one in mixed(question.items, question.id)]]
    if question.type == "match":
        matches = [one.match[language] for one in mixed(question.pairs, question.id)]
        return [[one.text[language] for one in question.pairs], matches]
    return [[one.text[language] for one in question.options]]
