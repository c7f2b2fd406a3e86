"""Questions that are asked twice."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import equal_to_earlier
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text


@check(
    "QUZ015",
    severity=Severity.WARNING,
    why=Text(
        sq="E njëjta pyetje dy herë në një kuiz zakonisht është një kopje e mbetur pa ndryshuar.",
        en="The same question twice in one quiz is usually a copy that was never changed.",
    ),
)
def same_question(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """No question stands twice in a quiz."""
    if lesson.quiz is None or lesson.quiz_source is None:
        return
    for first, quiz in enumerate(lesson.quiz.quizzes):
        told: set[int] = set()
        for language in course.languages:
            for later, earlier in equal_to_earlier([q.text for q in quiz.questions], language):
                if later in told or quiz.questions[later].type != quiz.questions[earlier].type:
                    continue
                told.add(later)
                route = ("quizzes", first, "questions")
                before = lesson.quiz_source.span(*route, earlier, "text", language)
                yield Finding(
                    lesson.quiz_source.span(*route, later, "text", language),
                    Text(
                        sq=f"kjo pyetje është bërë në rreshtin {before.line}",
                        en=f"this question was asked on line {before.line}",
                    ),
                    Text(sq="ndryshojeni ose hiqeni", en="change or remove it"),
                    related=(before,),
                )
