"""Telephone numbers in the short texts of YAML files."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.contact._numbers import digits, numbers_in, texts_with_numbers
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "CON003",
    severity=Severity.ERROR,
    why=Text(
        sq="Një numër i gabuar e lë pa ndihmë një fëmijë. Në tekstet e shkurtra lejohet vetëm një "
        "numër që është te `data/contacts.yml`: kur ai ndryshon, ky kontroll e gjen çdo vend.",
        en="A wrong number leaves a child without help. Short texts may hold only a number that "
        "stands in `data/contacts.yml`: when it changes, this check finds every place.",
    ),
    locked=True,
)
def number_in_short_text(course: Course) -> Iterator[Finding]:
    """A telephone number in a short text must be one of the registry's."""
    known = {digits(one.telephone) for one in course.contacts.values() if one.telephone}
    for said in texts_with_numbers(course):
        text = said.text
        if text.kind != "short" or text.path == "data/contacts.yml":
            continue
        for start, end, number in numbers_in(text.text, known):
            if number not in known:
                yield Finding(
                    text.span(start, end),
                    Text(
                        sq="ky numër telefoni nuk është te kontaktet",
                        en="this telephone number is not among the contacts",
                    ),
                    Text(
                        sq="shtojeni te `data/contacts.yml` me burimin e tij, ose përdorni `contact: …`",
                        en="add it to `data/contacts.yml` with its source, or use `contact: …`",
                    ),
                )
