"""A question as QTI 1.2.1 in the profile of Common Cartridge, which knows only choices.

So what is put in order becomes a question for each place, and what is matched one for each pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstlesson.packs.lms.xml import tag, text
from firstlesson.schema.quiz import ChoiceQuestion, MatchQuestion, OrderQuestion, Question
from firstlesson.site.exercises import mixed
from firstlesson.site.words import Words


@dataclass(frozen=True, slots=True)
class _Answer:
    id: str
    said: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """What one item asks: its paragraphs, its answers, and whether several are right."""

    id: str
    asked: tuple[str, ...]
    answers: tuple[_Answer, ...]
    profile: str


def items(question: Question, words: Words) -> Iterator[str]:
    """The items that a question becomes."""
    return (_item(one, question, words) for one in _choices(question, words.language))


def _choices(question: Question, language: str) -> Iterator[_Choice]:
    asked = question.text[language]
    if isinstance(question, ChoiceQuestion):
        yield _Choice(
            question.id,
            (asked,),
            tuple(
                _Answer(one.id, one.text[language], one.correct, one.feedback[language])
                for one in question.options
            ),
            _PROFILES[question.type],
        )
    elif isinstance(question, OrderQuestion):
        yield from _places(question, language, asked)
    else:
        yield from _pairs(question, language, asked)


_PROFILES = {
    "single-choice": "cc.multiple_choice.v0p1",
    "multiple-choice": "cc.multiple_response.v0p1",
    "true-false": "cc.true_false.v0p1",
}


def _places(question: OrderQuestion, language: str, asked: str) -> Iterator[_Choice]:
    count = len(question.items)
    for one in mixed(question.items, question.id):
        place = question.items.index(one) + 1
        answers = [
            _answer(question, str(number), str(number), language, right=number == place)
            for number in range(1, count + 1)
        ]
        asks = (asked, one.text[language])
        yield _Choice(f"{question.id}.{one.id}", asks, tuple(answers), _PROFILES["single-choice"])


def _pairs(question: MatchQuestion, language: str, asked: str) -> Iterator[_Choice]:
    others = mixed(question.pairs, question.id)
    for one in question.pairs:
        answers = []
        for other in others:
            right = other.match[language] == one.match[language]
            made = _answer(question, other.id, other.match[language], language, right=right)
            if right and one.feedback:
                made = _Answer(made.id, made.said, made.right, one.feedback[language])
            answers.append(made)
        asks = (asked, one.text[language])
        yield _Choice(f"{question.id}.{one.id}", asks, tuple(answers), _PROFILES["single-choice"])


def _answer(
    question: OrderQuestion | MatchQuestion, name: str, said: str, language: str, *, right: bool
) -> _Answer:
    feedback = question.feedback if right else question.try_again
    return _Answer(name, said, right, feedback[language])


def _item(choice: _Choice, question: Question, words: Words) -> str:
    several = choice.profile == _PROFILES["multiple-choice"]
    asked = "".join(tag("p", text(one)) for one in choice.asked)
    if several:
        asked += tag("p", text(words("quiz-several")))
    if question.hint:
        hint = tag("p", text(question.hint[words.language]))
        asked += tag("details", tag("summary", text(words("quiz-hint"))), hint)
    labels = [
        tag("response_label", _material(tag("p", text(one.said))), ident=one.id, rshuffle="No")
        for one in choice.answers
    ]
    return tag(
        "item",
        tag("itemmetadata", metadata({"cc_profile": choice.profile})),
        tag(
            "presentation",
            _material(asked),
            tag(
                "response_lid",
                tag("render_choice", *labels, shuffle="No"),
                ident="answer",
                rcardinality="Multiple" if several else "Single",
            ),
        ),
        tag("resprocessing", _score(), *_conditions(choice.answers, several=several)),
        *(
            tag(
                "itemfeedback",
                tag("flow_mat", _material(tag("p", text(one.feedback)))),
                ident=_feedback(one),
            )
            for one in choice.answers
        ),
        ident=choice.id,
        title=" – ".join(choice.asked),
    )


def metadata(fields: dict[str, str]) -> str:
    """What is said of a quiz or an item for programs."""
    made = [
        tag("qtimetadatafield", tag("fieldlabel", name), tag("fieldentry", value))
        for name, value in fields.items()
    ]
    return tag("qtimetadata", *made)


def _score() -> str:
    return tag(
        "outcomes", tag("decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")
    )


def _conditions(answers: Sequence[_Answer], *, several: bool) -> Iterator[str]:
    """What counts, and what is said of each answer.

    No condition goes on to the next one: Moodle would take all that is said in those that do for a
    remark on the whole question.
    """
    if several:
        right = [_equal(one) for one in answers if one.right]
        wrong = [tag("not", _equal(one)) for one in answers if not one.right]
        yield _condition(tag("and", *right, *wrong), counts=True)
    for one in answers:
        yield _condition(_equal(one), counts=one.right and not several, feedback=_feedback(one))


def _condition(tested: str, *, counts: bool, feedback: str = "") -> str:
    done = [tag("conditionvar", tested)]
    if counts:
        done.append(tag("setvar", "100", action="Set", varname="SCORE"))
    if feedback:
        done.append(tag("displayfeedback", feedbacktype="Response", linkrefid=feedback))
    return tag("respcondition", *done, **{"continue": "No"})


def _equal(answer: _Answer) -> str:
    return tag("varequal", answer.id, respident="answer", case="Yes")


def _feedback(answer: _Answer) -> str:
    return f"said-{answer.id}"


def _material(html: str) -> str:
    return tag("material", tag("mattext", text(html), texttype="text/html"))
