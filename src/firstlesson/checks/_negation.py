"""How each language says no: the expressions of `negation.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from firstlesson.checks._wordlists import word_list


@dataclass(frozen=True, slots=True)
class Negation:
    """The expressions of one language; the file says what each is for."""

    told: re.Pattern[str]
    untold: re.Pattern[str]
    described: re.Pattern[str]
    naming: re.Pattern[str]
    negation: re.Pattern[str]
    no_negation: re.Pattern[str]
    condition: re.Pattern[str]
    turn: re.Pattern[str]
    choice: re.Pattern[str]
    announced: re.Pattern[str]
    reported: re.Pattern[str]
    spoken: re.Pattern[str]
    untrue: re.Pattern[str]
    verdict: re.Pattern[str]
    heading: re.Pattern[str]
    intro: re.Pattern[str]
    instead: re.Pattern[str]


@cache
def negation_in(language: str) -> Negation:
    """The expressions of a language; those of English where nobody has written them yet."""
    data = word_list(".", "negation")
    words = data.get(language) or data["en"]
    return Negation(*(re.compile(f"(?:{words[one.name]})") for one in fields(Negation)))
