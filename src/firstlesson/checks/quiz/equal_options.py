"""Answers that a reader cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import Asked, asked, equal_to_earlier, plain
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Localized
from firstlesson.schema.quiz import ChoiceQuestion, MatchQuestion, OrderQuestion


@check(
    "QUZ004",
    severity=Severity.ERROR,
    why=Text(
        sq="Nga dy përgjigje të njëjta njëra do të dilte e saktë dhe tjetra e gabuar.",
        en="Of two equal answers one would be called right and the other wrong.",
    ),
)
def equal_options(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The options of a question differ in every language, not only in case or punctuation."""
    for one in asked(lesson):
        if isinstance(one.question, ChoiceQuestion):
            texts = [option.text for option in one.question.options]
            yield from _equal(one, "options", "text", texts, course.languages)


@check(
    "QUZ005",
    severity=Severity.ERROR,
    why=Text(
        sq="Nëse dy pjesë janë njësoj, ka më shumë se një zgjidhje, por vetëm njëra pranohet.",
        en="Where two parts are the same there is more than one solution, but only one is accepted.",
    ),
)
def equal_items(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Things to put in order, and the sides of things to match, differ in every language."""
    for one in asked(lesson):
        question = one.question
        if isinstance(question, OrderQuestion):
            texts = [item.text for item in question.items]
            yield from _equal(one, "items", "text", texts, course.languages)
        if isinstance(question, MatchQuestion):
            left = [pair.text for pair in question.pairs]
            right = [pair.match for pair in question.pairs]
            yield from _equal(one, "pairs", "text", left, course.languages)
            yield from _equal(one, "pairs", "match", right, course.languages)
            yield from _alike(one, left, right, course.languages)


def _equal(
    one: Asked, key: str, part: str, texts: Sequence[Localized], languages: Sequence[str]
) -> Iterator[Finding]:
    told: set[int] = set()
    for language in languages:
        for later, earlier in equal_to_earlier(texts, language):
            if later in told:
                continue
            told.add(later)
            first = one.source.span(*one.route, key, earlier, part, language)
            yield Finding(
                one.source.span(*one.route, key, later, part, language),
                Text(
                    sq=f"kjo është njësoj si ajo në rreshtin {first.line}",
                    en=f"this is the same as on line {first.line}",
                ),
                Text(
                    sq="shkruani diçka tjetër, ose hiqni njërën",
                    en="write something else, or remove one of them",
                ),
                related=(first,),
            )


def _alike(
    one: Asked, left: Sequence[Localized], right: Sequence[Localized], languages: Sequence[str]
) -> Iterator[Finding]:
    """A pair whose two sides are the same needs no thought."""
    for index, (text, match) in enumerate(zip(left, right, strict=True)):
        language = next((one for one in languages if plain(text[one]) == plain(match[one])), "")
        if language:
            yield Finding(
                one.source.span(*one.route, "pairs", index, "match", language),
                Text(
                    sq="të dyja anët e çiftit janë njësoj", en="both sides of the pair are the same"
                ),
                Text(sq="shkruani një anë tjetër", en="write another side"),
            )
