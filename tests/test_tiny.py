"""The smallest complete course: what every other test starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from overlays import TINY, Changes

from firstlesson import app
from firstlesson.course import load
from firstlesson.schema.quiz import ChoiceQuestion, MatchQuestion, OrderQuestion


def test_nothing_is_wrong_with_it(today: dt.date) -> None:
    assert app.check(TINY, today=today).diagnostics == ()


def test_every_data_file_and_edition_is_there() -> None:
    course, _ = load(TINY)
    lesson = course.lessons["kind-words"]
    assert lesson.editions == ("student", "parent", "teacher")
    assert set(lesson.prose) == {(one, two) for one in lesson.editions for two in ("sq", "en")}
    assert set(course.pages["index"].prose) == {"sq", "en"}
    assert all([course.contacts, course.terms, course.roles, course.topics, course.sources])


def test_the_quiz_has_one_question_of_each_type() -> None:
    lesson = load(TINY)[0].lessons["kind-words"]
    assert lesson.quiz
    questions = lesson.quiz.quizzes[0].questions
    assert [one.type for one in questions] == [
        "single-choice",
        "multiple-choice",
        "true-false",
        "order",
        "match",
    ]
    assert {type(one) for one in questions} == {ChoiceQuestion, OrderQuestion, MatchQuestion}


def test_the_protocol_has_a_branch_that_begins_with_a_step() -> None:
    protocol = load(TINY)[0].protocols["listen"].data
    assert protocol.branches[0].start in {step.id for step in protocol.steps}


def test_its_translations_are_noted_as_the_tool_notes_them(
    course_with: Callable[[Path | Changes], Path],
    golden: Callable[[str, str], None],
    today: dt.date,
) -> None:
    noted = [
        f"{owner}/translation.yml" for owner in ("docs", "lessons/kind-words", "protocols/listen")
    ]
    root = course_with(dict.fromkeys(noted))
    app.accept(root, today=today, target=".")
    for path in noted:
        golden(f"tiny/{path}", (root / path).read_text(encoding="utf-8"))
