"""Figures about people who were hurt, in texts for children."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_hits
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.truth._sourced import is_sourced
from firstlesson.course.model import EASY, Course
from firstlesson.diagnostics import Severity, Text


@check(
    "AUD020",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Një fëmijë që lexon sa veta janë lënduar, frikësohet ose e ndien veten një ndër shumë; i duhet ajo që ndihmon.",
        en="A child who reads how many were hurt is frightened, or feels like one of many; what helps is what is needed.",
    ),
)
def figures_for_children(course: Course) -> Iterator[Finding]:
    """Figures about hurt people stand in texts for adults only, with their source and date."""
    minors = {one.id for one in course.audiences.values() if one.minor} | {EASY}
    for said, finding in advice_hits(course, "truth", "TXT001"):
        if said.audience in minors and is_sourced(said, course):
            yield Finding(
                finding.at,
                Text(
                    sq="një shifër për njerëz të lënduar, në një tekst për fëmijë",
                    en="a figure about people who were hurt, in a text for children",
                ),
                Text(
                    sq="vendoseni në tekstin e prindit ose të mësuesit; fëmijës i thoni çfarë ndihmon",
                    en="put it into the parents' or teachers' text; tell the child what helps",
                ),
            )
