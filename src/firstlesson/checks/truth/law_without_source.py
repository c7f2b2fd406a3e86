"""Laws, articles and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_hits
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._told import is_told, told_by
from firstlesson.checks.truth._sourced import is_sourced
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT003",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Ligjet ndryshojnë, dhe një nen i gabuar i çon gabim mësuesit dhe prindërit. Teksti i ligjit duhet të gjendet.",
        en="Laws change, and a wrong article leads teachers and parents astray. The text of the law must be findable.",
    ),
)
def law_without_source(course: Course) -> Iterator[Finding]:
    """A law is cited, but not where its text was read."""
    told = told_by(course, "truth", "TXT006", "TXT007", "TXT008", "TXT009")
    for said, finding in advice_hits(course, "truth", "TXT003"):
        foreign = "rks-gov" in said.linked  # TXT009 says it
        if not foreign and not is_sourced(said, course) and not is_told(finding.at, told):
            yield finding
