"""A right answer that gives itself away."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import asked
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion

LONG = 60
TIMES = 2.5


@check(
    "QUZ010",
    severity=Severity.ADVICE,
    why=Text(
        sq="Kush vë re që përgjigjja e gjatë është gjithmonë e sakta, e gjen pa menduar.",
        en="Anyone who notices that the long answer is always the right one finds it without thinking.",
    ),
)
def longest_is_right(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The right answer is not far longer than all others, in every language."""
    for one in asked(lesson):
        question = one.question
        if not isinstance(question, ChoiceQuestion) or question.type != "single-choice":
            continue
        right = [index for index, option in enumerate(question.options) if option.correct]
        wrong = [option for option in question.options if not option.correct]
        if len(right) != 1 or not wrong:
            continue
        text = question.options[right[0]].text
        if all(
            len(text[language]) >= max(LONG, TIMES * max(len(o.text[language]) for o in wrong))
            for language in course.languages
        ):
            yield Finding(
                one.source.key_span(*one.route, "options", right[0], "text"),
                Text(
                    sq="përgjigjja e saktë bie në sy: është shumë më e gjatë se të tjerat",
                    en="the right answer stands out: it is far longer than the others",
                ),
                Text(
                    sq="shkurtojeni, ose plotësoni të tjerat; arsyeja shkon te `feedback`",
                    en="shorten it, or fill out the others; the reason belongs in `feedback`",
                ),
            )
