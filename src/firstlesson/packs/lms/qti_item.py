"""A question of a quiz as a QTI 3.0 item: every answer is talked about, and one may try again."""

from __future__ import annotations

from collections.abc import Sequence

from firstlesson.packs.lms.xml import DECLARATION, tag, text
from firstlesson.schema.quiz import ChoiceQuestion, MatchQuestion, OrderQuestion, Question
from firstlesson.site.exercises import mixed
from firstlesson.site.words import Words

SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"


def item(question: Question, name: str, words: Words) -> str:
    """The text of the item's file; `name` identifies it in its package."""
    if isinstance(question, ChoiceQuestion):
        parts = _choice(question, words)
    elif isinstance(question, OrderQuestion):
        parts = _order(question, words)
    else:
        parts = _match(question, words)
    cardinality, base, correct, body, judged = parts
    language, told = words.language, []
    if isinstance(question, ChoiceQuestion):
        told = [_outcome("TOLD", "identifier", cardinality=cardinality)]
    return (
        DECLARATION
        + tag(
            "qti-assessment-item",
            tag(
                "qti-response-declaration",
                tag("qti-correct-response", *(tag("qti-value", one) for one in correct)),
                identifier="RESPONSE",
                cardinality=cardinality,
                base_type=base,
            ),
            _outcome("SCORE", "float", "0"),
            _outcome("MAXSCORE", "float", "1"),
            _outcome("VERDICT", "identifier"),
            *told,
            tag("qti-item-body", body, _hint(question, words)),
            tag("qti-response-processing", judged),
            **{
                "xmlns": SPACE,
                "identifier": name,
                "title": question.text[language],
                "adaptive": "false",
                "time-dependent": "false",
                "xml:lang": language,
            },
        )
        + "\n"
    )


_Parts = tuple[str, str, list[str], str, str]
"""How many answers and of which kind, the right ones, what is seen, and how it is judged."""


def _choice(question: ChoiceQuestion, words: Words) -> _Parts:
    language, several = words.language, question.type == "multiple-choice"
    right = [_id(one.id) for one in question.options if one.correct]
    wrong = [_id(one.id) for one in question.options if not one.correct]
    choices = [
        tag(
            "qti-simple-choice",
            text(one.text[language]),
            " ",
            _inline(_id(one.id), one.feedback[language]),
            identifier=_id(one.id),
            fixed="true",
        )
        for one in question.options
    ]
    asked = question.text[language] + (f" {words('quiz-several')}" if several else "")
    body = tag(
        "qti-choice-interaction",
        tag("qti-prompt", text(asked)),
        *choices,
        response_identifier="RESPONSE",
        shuffle="false",
        max_choices="0" if several else "1",
    )
    verdicts = {"right": words("quiz-right"), "not-yet": words("quiz-not-yet")}
    if several:
        verdicts["some"] = words("quiz-some")
    body += "".join(_block(name, [said]) for name, said in verdicts.items())
    return (
        "multiple" if several else "single",
        "identifier",
        right,
        body,
        _judged(wrong if several else None) + _set("TOLD", _RESPONSE),
    )


def _order(question: OrderQuestion, words: Words) -> _Parts:
    language = words.language
    body = tag(
        "qti-order-interaction",
        tag("qti-prompt", text(question.text[language])),
        *(
            tag("qti-simple-choice", text(one.text[language]), identifier=_id(one.id))
            for one in mixed(question.items, question.id)
        ),
        response_identifier="RESPONSE",
        shuffle="false",
    )
    body += _verdicts(question, words)
    return "ordered", "identifier", [_id(one.id) for one in question.items], body, _judged()


def _match(question: MatchQuestion, words: Words) -> _Parts:
    language = words.language
    pairs = question.pairs
    body = tag(
        "qti-match-interaction",
        tag("qti-prompt", text(question.text[language])),
        tag("qti-simple-match-set", *(_side(one.id, one.text[language]) for one in pairs)),
        tag(
            "qti-simple-match-set",
            *(_side(_other(one.id), one.match[language]) for one in mixed(pairs, question.id)),
        ),
        response_identifier="RESPONSE",
        shuffle="false",
        max_associations=str(len(pairs)),
    )
    # What is said of a pair stands where all fit: not every reader can judge one pair alone.
    why = [f"{one.text[language]}: {one.feedback[language]}" for one in pairs if one.feedback]
    body += _verdicts(question, words, why)
    return "multiple", "directedPair", [_pair(one.id) for one in pairs], body, _judged()


def _pair(name: str) -> str:
    """The answer that joins both sides of a pair."""
    return f"{_id(name)} {_id(_other(name))}"


def _other(name: str) -> str:
    return f"{name}.with"


def _id(name: str) -> str:
    """An identifier as XML wants it: it begins with a letter."""
    return f"a-{name}"


def _side(name: str, said: str) -> str:
    return tag("qti-simple-associable-choice", text(said), identifier=_id(name), match_max="1")


def _hint(question: Question, words: Words) -> str:
    if question.hint is None:
        return ""
    said = tag("p", text(question.hint[words.language]))
    return tag("details", tag("summary", text(words("quiz-hint"))), said)


def _verdicts(
    question: OrderQuestion | MatchQuestion, words: Words, why: Sequence[str] = ()
) -> str:
    language = words.language
    right = [words("quiz-right"), question.feedback[language], *why]
    again = [words("quiz-not-yet"), question.try_again[language]]
    return _block("right", right) + _block("not-yet", again)


def _inline(name: str, said: str) -> str:
    return tag(
        "qti-feedback-inline",
        text(said),
        outcome_identifier="TOLD",
        identifier=name,
        show_hide="show",
    )


def _block(name: str, said: Sequence[str]) -> str:
    return tag(
        "qti-feedback-block",
        tag("qti-content-body", *(tag("p", text(one)) for one in said)),
        outcome_identifier="VERDICT",
        identifier=name,
        show_hide="show",
    )


def _outcome(name: str, base: str, default: str = "", cardinality: str = "single") -> str:
    inside = [tag("qti-default-value", tag("qti-value", default))] if default else []
    return tag(
        "qti-outcome-declaration",
        *inside,
        identifier=name,
        cardinality=cardinality,
        base_type=base,
    )


_RESPONSE = tag("qti-variable", identifier="RESPONSE")


def _judged(wrong: list[str] | None = None) -> str:
    """The verdict and the score.

    Where several options may be right, `wrong` are those that are not: whoever chose none of them,
    but not all that are right, hears that there is another one.
    """
    is_right = tag("qti-match", _RESPONSE, tag("qti-correct", identifier="RESPONSE"))
    branches = [
        tag("qti-response-if", tag("qti-is-null", _RESPONSE), _set("SCORE", _value("0", "float"))),
        tag(
            "qti-response-else-if",
            is_right,
            _set("SCORE", _value("1", "float")),
            _set("VERDICT", _value("right", "identifier")),
        ),
    ]
    if wrong:
        chosen = tag("qti-or", *(_member(_value(one, "identifier")) for one in wrong))
        not_yet = _set("VERDICT", _value("not-yet", "identifier"))
        branches.append(tag("qti-response-else-if", chosen, not_yet))
    otherwise = "not-yet" if wrong is None else "some"
    branches.append(tag("qti-response-else", _set("VERDICT", _value(otherwise, "identifier"))))
    return tag("qti-response-condition", *branches)


def _member(value: str) -> str:
    return tag("qti-member", value, _RESPONSE)


def _value(said: str, base: str) -> str:
    return tag("qti-base-value", said, base_type=base)


def _set(outcome: str, value: str) -> str:
    return tag("qti-set-outcome-value", value, identifier=outcome)
