"""Feedback that calls a right answer wrong, or a wrong one right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks.quiz._questions import asked
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion

# As `fold` gives them. Praise that a “but” takes back is none, and a “yes, …” may only grant something.
_PRAISE = {
    "sq": re.compile(
        r"^\W*(?:(?:po, )?(?:pikerisht|sakte?|e sakte|shume mire|bravo|te lumte|perfekt|persosur|shkelqyeshem|e drejte|e vertete|ke te drejte|absolutisht|"
        r"absolutisht po|urime|keshtu eshte|ashtu eshte|keshtu veprohet|po)[.!]|(?:(?:po, )?(?:pikerisht|sakte?|e sakte|shume mire|"
        r"bravo|te lumte|perfekt|persosur|shkelqyeshem|urime|e drejte|ke te drejte|keshtu eshte|keshtu veprohet))[,:]|"
        r"pikerisht (?:keshtu|ashtu|kjo)\b|kjo eshte (?:pergjigj\w+ e (?:sakte|drejte|duhur)|zgjedhj\w+ e (?:duhur|drejte|mire|sakte)|"
        r"e sakta|e drejta)\b|pergjigje e (?:shkelqyer|sakte|mire|drejte|persosur)\b|je ne rruge te drejte|e gjete\b|zgjodhe (?:mire|drejt)\b|"
        r"po, (?:kjo|keshtu) (?:eshte (?:me e mira|e sakta|e drejta|pergjigj\w+|zgjedhj\w+)|ndihmon|e ndihmon))"
        r"(?!.*\b(?:por|megjithate|ndersa|mirepo|prape|ne fakt|ne te vertete|me mire|ne vend)\b)"
    ),
    "en": re.compile(
        r"^\W*(?:(?:yes, )?(?:right|correct|exactly|that's right|that is right|very good|well done|good job|great|perfect|excellent|congratulations|"
        r"you(?:'re| are) (?:absolutely |quite )?right)[.,!:]|(?:yes|true|absolutely|that is so|that is it|you got it|you found it)[.!]|"
        r"exactly (?:like|so|this|right)\b|this is (?:the )?(?:right|correct|best) (?:answer|choice|one|thing)\b|"
        r"(?:an? )?(?:excellent|perfect|great|wonderful|brilliant|good|right|correct) (?:answer|choice)\b|"
        r"yes, (?:this|that|it) (?:is (?:the )?(?:best|right|correct)|helps)\b)"
        r"(?!.*\b(?:but|yet|however|still|though|in fact|actually|in truth|better|instead|rather)\b)"
    ),
}
_BLAME = {
    "sq": re.compile(
        r"^\W*(?:(?:jo|gabim)[.,!:])?\s*(?:gabim[.,!]|e gabuar|e pasakte|nuk eshte e sakte|nuk eshte e drejte|"
        r"kjo pergjigje (?:eshte e gabuar|nuk eshte)|kjo eshte (?:gabim|e gabuar|e pasakte)|provo (?:perseri|prape|nje tjeter|tjetren)|mendohu (?:perseri|edhe)|gabim:|gabove\b|"
        r"kjo nuk (?:ndihmon|eshte (?:pergjigj\w+|e (?:drejte|sakte|duhur)))|(?:per fat te keq|fatkeqesisht),? (?:jo|gabim)\b|"
        r"(?:pothuajse|gati|afer je|ishe afer),? por\b|nuk e gjete\b|pergjigje e (?:pasakte|gabuar)|me vjen keq\b|zgjidh nje tjeter|jo (?:tamam|kjo)\b)"
    ),
    "en": re.compile(
        r"^\W*(?:(?:no|wrong)[.,!:])?\s*(?:wrong[.,!]|incorrect|not (?:right|correct|true)\b|"
        r"th(?:is|at)(?: answer)? (?:is|'s) (?:wrong|incorrect|not right|not correct)|this answer is wrong|"
        r"try (?:again|another|the other)|think (?:again|once more)|wrong:|you (?:did not|didn't) find it|this is (?:incorrect|wrong)|"
        r"(?:this|that|it) (?:does not|doesn't|will not) help|this is not the (?:answer|right)|unfortunately(?: not)?[.,!]|unfortunately not\b|"
        r"(?:almost|close|nearly),? but\b|sorry[,.]|choose another|you made a mistake|you(?:'re| are) wrong|not quite[.,!])"
    ),
}


@check(
    "QUZ016",
    severity=Severity.ERROR,
    why=Text(
        sq="Fëmija beson fjalën që lexon pas përgjigjes: kur ajo e kundërshton të saktën, mësohet e kundërta.",
        en="A child believes what is said after an answer: where it contradicts the key, the opposite is learnt.",
    ),
    locked=True,
)
def feedback_contradicts_answer(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """No right answer is called wrong, and no wrong one right; one finding for each answer."""
    for one in asked(lesson):
        question = one.question
        if not isinstance(question, ChoiceQuestion):
            continue
        for index, option in enumerate(question.options):
            signs = _BLAME if option.correct else _PRAISE
            language = next(
                (
                    language
                    for language in course.languages
                    if language in signs and signs[language].search(fold(option.feedback[language]))
                ),
                None,
            )
            if language:
                yield Finding(
                    one.source.span(*one.route, "options", index, "feedback", language),
                    _RIGHT_CALLED_WRONG if option.correct else _WRONG_CALLED_RIGHT,
                    Text(
                        sq="ndrequni fjalinë, ose `correct`",
                        en="correct the sentence, or `correct`",
                    ),
                    related=(one.source.span(*one.route, "options", index, "correct"),),
                )


_RIGHT_CALLED_WRONG = Text(
    sq="përgjigjja është e saktë (`correct: true`), por këtu quhet e gabuar",
    en="the answer is right (`correct: true`), but is called wrong here",
)
_WRONG_CALLED_RIGHT = Text(
    sq="përgjigjja nuk është e saktë (`correct: false`), por këtu lavdërohet",
    en="the answer is not right (`correct: false`), but is praised as right here",
)
