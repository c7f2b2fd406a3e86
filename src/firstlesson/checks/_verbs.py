"""The forms of verbs, and the words by which a text shows who is to do something: `verbs.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._wordlists import word_list

Forms = tuple[list[str], list[str], list[str]]
"""What tells to do it (`tell`, `telling`), what was done (`told`), what somebody does (`tells`)."""


@dataclass(frozen=True, slots=True)
class Told:
    """The expressions of one language; the file says what each is for."""

    language: str
    no: str
    off: str
    staff: str
    number: str
    must_be: str
    pointed: str
    wished: str
    caused: str
    another: Expression
    exemplary: Expression
    offer: Expression
    to_do: Expression
    why: Expression
    named: Expression
    noun: Expression
    praise: Expression
    bad: Expression
    judged: Expression
    harms: Expression
    reason: Expression
    nothing: Expression
    so_not: Expression

    def forms_of(self, verbs: str) -> Forms:
        """The forms of a verb, or of several parted by `/`."""
        return _albanian(verbs) if self.language == "sq" else _english(verbs.split("/"))


_PLAIN = ("no", "off", "staff", "number", "must_be", "pointed", "wished", "caused")
_SIGNS = (
    "another",
    "exemplary",
    "offer",
    "to_do",
    "why",
    "named",
    "noun",
    "praise",
    "bad",
    "judged",
    "harms",
    "reason",
    "nothing",
    "so_not",
)


@cache
def told_in(language: str) -> Told:
    """The expressions of a language; those of English where nobody has written them yet."""
    words = _data().get(language) or _data()["en"]
    plain = (words[one] for one in _PLAIN)
    return Told(language, *plain, *(expression(words[one]) for one in _SIGNS))


def _data() -> Mapping[str, Any]:
    return word_list(".", "verbs")


def _english(verbs: list[str]) -> Forms:
    return (
        [form for one in verbs for form in (one, f"{_stem(one, 'ing')}ing")],
        [form for one in verbs for form in _done(one)],
        [_does(one) for one in verbs],
    )


def _albanian(verb: str) -> Forms:
    """A verb in -oj is written `njofto`; of any other the file gives the forms that are no `*`."""
    told, done, does = (
        _regular(verb) if verb.endswith("o") and verb.isalpha() else _as_it_stands(verb)
    )
    more = _data()["forms"].get(verb)
    if not more:
        return told, done, does
    others = [part.split() for part in str(more).split("|")]
    return told + others[0], done + others[1], does + others[2]


def _regular(verb: str) -> Forms:
    return (
        [f"{verb}{ending}" for ending in _ENDINGS] + [f"{verb[:-1]}uar"],
        [f"{verb}het", f"{verb}hen", f"{verb[:-1]}uar"],
        [f"{verb}n", f"{verb}jne"],
    )


def _as_it_stands(verb: str) -> Forms:
    return [verb], [verb], []


_ENDINGS = (
    *("", "j", "i", "ni", "je", "jeni", "ji", "jini", "ja", "jani", "jua", "juani", "ju", "juni"),
    *("hu", "hun", "huni", "hini", "sh", "jne", "jme", "het", "hen"),
)


def _done(verb: str) -> list[str]:
    irregular = _data()["irregular"].get(verb)
    return str(irregular).split("/") if irregular else [f"{_stem(verb, 'ed')}ed"]


def _does(verb: str) -> str:
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's'}"


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("e") and not (ending == "ing" and verb.endswith(("ee", "oe"))):
        return verb[:-1]
    if verb.endswith("y") and ending == "ed" and verb[-2] not in "aeou":
        return f"{verb[:-1]}i"
    return verb + verb[-1] if verb in _data()["doubling"].split() else verb
