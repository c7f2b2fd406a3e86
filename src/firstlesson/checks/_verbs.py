"""The forms of verbs, and the words by which a text shows who is to do something: `verbs.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from firstlesson.checks._wordlists import word_list


@dataclass(frozen=True, slots=True)
class Told:
    """The expressions of one language; the file says what each is for."""

    no: str
    off: str
    staff: str
    number: str
    another: re.Pattern[str]
    offer: re.Pattern[str]
    named: re.Pattern[str]
    bad: re.Pattern[str]


@cache
def told_in(language: str) -> Told:
    """The expressions of a language; those of English where nobody has written them yet."""
    words = _data().get(language) or _data()["en"]
    plain = (words[one] for one in ("no", "off", "staff", "number"))
    compiled = (re.compile(words[one]) for one in ("another", "offer", "named", "bad"))
    return Told(*plain, *compiled)


def _data() -> Mapping[str, Any]:
    return word_list(".", "verbs")


def english_forms(verbs: str) -> tuple[str, str, str]:
    """What tells to do it (`tell/telling`), what was done (`told`), what somebody does (`tells`)."""
    alternatives = verbs.split("/")
    return (
        _either(form for one in alternatives for form in (one, _ing(one))),
        _either(_done(one) for one in alternatives),
        _either(_does(one) for one in alternatives),
    )


def albanian_forms(verb: str) -> tuple[str, str]:
    """What tells to do it, and what somebody does; of a verb in -oj, written `njofto`.

    Any other is taken as it stands, with its `*`.
    """
    if not (verb.endswith("o") and verb.isalpha()):
        return "", ""
    endings = "j|n?i|je|jeni|ji|jini|ja|jani|jua|juani|ju|juni|hu|hen?i?|sh|jne|jme|het|hen"
    return rf"(?:{verb}(?:{endings})?|{verb[:-1]}uar)", rf"{verb}(?:n|jne)"


def _either(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(forms)})"


def _done(verb: str) -> str:
    irregular = _data()["irregular"].get(verb)
    return str(irregular).replace("/", "|") if irregular else f"{_stem(verb, 'ed')}ed"


def _does(verb: str) -> str:
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's'}"


def _ing(verb: str) -> str:
    return f"{_stem(verb, 'ing')}ing"


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("e") and not (ending == "ing" and verb.endswith(("ee", "oe"))):
        return verb[:-1]
    if verb.endswith("y") and ending == "ed" and verb[-2] not in "aeou":
        return f"{verb[:-1]}i"
    return verb + verb[-1] if verb in _data()["doubling"].split() else verb
