"""Punishments and age limits of criminal law."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT007",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Kodi Penal u ndryshua në janar 2026 dhe dënimet nuk janë verifikuar. Fëmija që ka frikë nga dënimi nuk kërkon ndihmë.",
        en="The Criminal Code was amended in January 2026 and its punishments are not verified. A child who fears punishment does not ask for help.",
    ),
    locked=True,
)
def unverified_punishment(course: Course) -> Iterator[Finding]:
    """Prison, fines, punishments or an age of consent."""
    yield from advice_in(course, "truth", "TXT007")
