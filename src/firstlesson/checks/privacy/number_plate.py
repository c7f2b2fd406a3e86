"""The number plates of cars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstlesson.checks._index import numbers_like
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.privacy._words import is_made_up
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_PLATE = re.compile(r"(?<![\w-])[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}(?![\w-])")
_SAID_TO_BE_ONE = re.compile(  # older ones, those of neighbours, and those in small letters
    r"(?i:targ\w*|plates?\b|registration\w*)(?:[\s:*“\"'(,]+[a-zçë]{3,12})?[\s:*“\"'(,]+"
    r"(?P<plate>[A-Z]{2} \d{4} [A-Z]|\d{2}[ -]\d{3}[ -][A-Z]{2}|a[a-h][ -]?\d{3}[ -]?[a-z]{2})(?![\w-])"
)
_DIGIT = re.compile(r"\d")
_WITH_A_CAR = re.compile(
    r"targ|\b(?:makin|vetur|automjet|furgon|autobus|kamion|taksi|skuter|motor)|"
    r"\b(?:plates?|cars?|vehicles?|vans?|bus|buses|trucks?|lorry|taxis?|scooters?|registration)\b"
)


@check(
    "PRV021",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Nga targa gjendet pronari i makinës: një njeri akuzohet para se të flasë policia.",
        en="By its plate the owner of a car is found: a person is accused before the police have spoken.",
    ),
    locked=True,
)
def number_plate(course: Course) -> Iterator[Finding]:
    """No number plate of a car stands in a text."""
    for said, plates in texts_in_which(course, _plates_in, numbers_like(course, _DIGIT)):
        for start, end in plates:
            if not is_made_up(said):
                yield Finding(
                    said.text.span(start, end),
                    Text(sq="kjo është targa e një makine", en="this is the plate of a car"),
                    Text(
                        sq="hiqeni; targa i jepet vetëm policisë",
                        en="remove it; a plate is given to the police only",
                    ),
                )


def _plates_in(one: Wording) -> Sequence[tuple[int, int]]:
    """Where plates stand in a text that speaks of a car."""
    found = {match.span() for match in _PLATE.finditer(one.text)}
    found |= {match.span("plate") for match in _SAID_TO_BE_ONE.finditer(one.text)}
    return sorted(found) if found and _WITH_A_CAR.search(one.folded) else ()
