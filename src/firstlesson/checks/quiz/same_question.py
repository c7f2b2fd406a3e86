"""Questions that are asked twice."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import plain
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion, OrderQuestion, Question


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
        language = course.source_language
        seen: dict[tuple[str, ...], int] = {}
        for index, question in enumerate(quiz.questions):
            heard = (plain(question.text[language]), *sorted(_parts(question, language)))
            if heard in seen:
                route = ("quizzes", first, "questions")
                before = lesson.quiz_source.span(*route, seen[heard], "text", language)
                yield Finding(
                    lesson.quiz_source.span(*route, index, "text", language),
                    Text(
                        sq=f"kjo pyetje është bërë në rreshtin {before.line}",
                        en=f"this question was asked on line {before.line}",
                    ),
                    Text(sq="ndryshojeni ose hiqeni", en="change or remove it"),
                    related=(before,),
                )
            seen.setdefault(heard, index)


def _parts(question: Question, language: str) -> Iterator[str]:
    """What there is to choose from: two questions may well begin alike."""
    if isinstance(question, ChoiceQuestion):
        return (plain(option.text[language]) for option in question.options)
    if isinstance(question, OrderQuestion):
        return (plain(item.text[language]) for item in question.items)
    return (plain(pair.text[language]) for pair in question.pairs)
