"""True or false: exactly two answers, the same ones in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import asked
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion


@check(
    "QUZ003",
    severity=Severity.ERROR,
    why=Text(
        sq="Te “e vërtetë ose e gabuar” lexuesi pret dy përgjigje; e treta e ngatërron.",
        en="With true or false a reader expects two answers; a third one confuses.",
    ),
)
def true_false_options(lesson: Lesson) -> Iterator[Finding]:
    """A true-or-false question has exactly two options."""
    for one in asked(lesson):
        question = one.question
        if (
            isinstance(question, ChoiceQuestion)
            and question.type == "true-false"
            and len(question.options) != 2
        ):
            yield Finding(
                one.source.span(*one.route, "options", 2, "id"),
                Text(
                    sq=f"pyetja `{question.id}` ka {len(question.options)} përgjigje në vend të dyve",
                    en=f"the question `{question.id}` has {len(question.options)} options instead of two",
                ),
                Text(
                    sq="lini dy, ose shkruani `type: single-choice`",
                    en="leave two, or write `type: single-choice`",
                ),
            )
