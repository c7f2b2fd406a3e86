"""How each language says no: the expressions of `negation.yml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._wordlists import word_list


@dataclass(frozen=True, slots=True)
class Negation:
    """The expressions of one language; the file says what each is for."""

    told: Expression
    untold: Expression
    described: Expression
    supposed: Expression
    naming: Expression
    negation: Expression
    denial: Expression
    refused: Expression
    no_negation: Expression
    granted: Expression
    granted_if: Expression
    without: Expression
    left_out: Expression
    worse: Expression
    yes: Expression
    no: Expression
    condition: Expression
    turn: Expression
    choice: Expression
    announced: Expression
    reported: Expression
    asked: Expression
    told_of: Expression
    came: Expression
    some: Expression
    however: Expression
    authority: Expression
    approved: Expression
    over: Expression
    spoken: Expression
    untrue: Expression
    verdict: Expression
    heading: Expression
    intro: Expression
    option: Expression
    instead: Expression


@cache
def negation_in(language: str) -> Negation:
    """The expressions of a language; those of English where nobody has written them yet."""
    data = word_list(".", "negation")
    words = data.get(language) or data["en"]
    return Negation(*(expression(f"(?:{words[one.name]})") for one in fields(Negation)))
