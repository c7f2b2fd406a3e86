"""How many answers of a question are right."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import asked
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion


@check(
    "QUZ001",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fëmijë që mendon mirë do të merrte çdo herë përgjigjen “gabim”, edhe kur zgjedh hapin e sigurt.",
        en="A child who thinks well would be told “wrong” every time, even for choosing the safe step.",
    ),
    locked=True,
)
def no_right_answer(lesson: Lesson) -> Iterator[Finding]:
    """A question with answers to choose from has at least one that is right."""
    for one in asked(lesson):
        question = one.question
        if isinstance(question, ChoiceQuestion) and not any(o.correct for o in question.options):
            yield Finding(
                one.source.key_span(*one.route, "options"),
                Text(
                    sq=f"asnjë përgjigje e pyetjes `{question.id}` nuk është e saktë",
                    en=f"no answer of the question `{question.id}` is right",
                ),
                Text(
                    sq="vini `correct: true` te përgjigjja e saktë",
                    en="set `correct: true` on the right answer",
                ),
            )


@check(
    "QUZ002",
    severity=Severity.ERROR,
    why=Text(
        sq="Lexuesi mund të zgjedhë vetëm një përgjigje; nëse janë dy të sakta, ai nuk e merr vesh kurrë të dytën.",
        en="The reader can choose only one answer; where two are right, nobody learns of the second.",
    ),
    locked=True,
)
def several_right_answers(lesson: Lesson) -> Iterator[Finding]:
    """A question in which one answer is chosen has exactly one that is right."""
    for one in asked(lesson):
        question = one.question
        if not isinstance(question, ChoiceQuestion) or question.type == "multiple-choice":
            continue
        right = [index for index, option in enumerate(question.options) if option.correct]
        if len(right) > 1:
            places = [one.source.span(*one.route, "options", i, "correct") for i in right]
            hint = Text(
                sq="lini një të vetme, ose shkruani `type: multiple-choice`",
                en="leave a single one, or write `type: multiple-choice`",
            )
            if question.type == "true-false":
                hint = Text(sq="lini një të vetme", en="leave a single one")
            yield Finding(
                places[1],
                Text(
                    sq=f"pyetja `{question.id}` ka {len(right)} përgjigje të sakta, por zgjidhet vetëm një",
                    en=f"the question `{question.id}` has {len(right)} right answers, but only one is chosen",
                ),
                hint,
                related=(places[0],),
            )


@check(
    "QUZ006",
    severity=Severity.ADVICE,
    why=Text(
        sq="Kur gjithçka është e saktë, nuk ka çfarë të mendohet: mjafton të shtypësh gjithçka.",
        en="Where everything is right there is nothing to think about: pressing everything will do.",
    ),
)
def all_answers_right(lesson: Lesson) -> Iterator[Finding]:
    """A question with several right answers has a wrong one too."""
    for one in asked(lesson):
        question = one.question
        if (
            isinstance(question, ChoiceQuestion)
            and question.type == "multiple-choice"
            and all(option.correct for option in question.options)
        ):
            yield Finding(
                one.source.key_span(*one.route, "options"),
                Text(
                    sq=f"të gjitha përgjigjet e pyetjes `{question.id}` janë të sakta",
                    en=f"all answers of the question `{question.id}` are right",
                ),
                Text(
                    sq="shtoni një përgjigje që duket e mirë, por nuk është",
                    en="add an answer that looks good but is not",
                ),
            )
