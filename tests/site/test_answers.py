"""A quiz whose answers only the teacher has is silent in every file that pupils open."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from lxml import html

from firstlesson.course.model import Course

FOR_PUPILS = ("student", "easy", "sheets", "projector")
TELLING = ("data-correct", "data-answer", "data-option", "data-part", "data-feedback")


def test_no_answer_of_a_teachers_quiz_is_in_a_file_for_pupils(site: Path, course: Course) -> None:
    searched = "".join(one.read_text("utf-8") for one in (site / "assets/search").rglob("*.js"))
    looked_at = 0
    for lesson in course.lessons.values():
        quizzes = lesson.quiz.quizzes if lesson.quiz else ()
        for quiz in (one for one in quizzes if one.answers == "teacher"):
            said = [
                option.feedback for one in quiz.questions for option in getattr(one, "options", ())
            ]
            for language, name in ((a, b) for a in course.languages for b in FOR_PUPILS):
                root = site if language == course.source_language else site / language
                file = root / "lessons" / (lesson.data.slug or lesson.id) / f"{name}.html"
                if not file.is_file():
                    continue
                looked_at += 1
                source = unescape(file.read_text("utf-8"))
                told = [one[language] for one in said if len(one[language]) > 12]
                assert [one for one in told if one in source or one in searched] == [], file
                part = html.document_fromstring(source).xpath(
                    f"//*[@aria-labelledby='quiz-{quiz.id}']"
                )
                marked = [one for mark in TELLING for one in part for _ in one.xpath(f".//@{mark}")]
                assert marked == [], file
    assert looked_at
