"""The number plates of cars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._index import texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.privacy._words import is_made_up
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_PLATE = re.compile(r"(?<![\w-])[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}(?![\w-])")


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
    for said in texts_holding(
        course, ["targ", "makin", "vetur", "plate", " car ", "vehicle", "van "]
    ):
        for match in _PLATE.finditer(said.text.text):
            if not is_made_up(said):
                yield Finding(
                    said.text.span(*match.span()),
                    Text(sq="kjo është targa e një makine", en="this is the plate of a car"),
                    Text(
                        sq="hiqeni; targa i jepet vetëm policisë",
                        en="remove it; a plate is given to the police only",
                    ),
                )
