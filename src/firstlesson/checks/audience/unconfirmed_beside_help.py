"""Doubts beside the numbers that a child may call."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._index import texts_for
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.audience._words import is_for_pupils, patterns_of
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "AUD017",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fëmijë që kërkon ndihmë dhe lexon se numri “duhet konfirmuar”, mund të mos telefonojë fare.",
        en="A child who looks for help and reads that the number is “to be confirmed” may not call at all.",
    ),
    locked=True,
)
def unconfirmed_beside_help(course: Course) -> Iterator[Finding]:
    """In pupils' texts, what is still to be confirmed stands at the end, never beside a contact."""
    patterns = patterns_of("unconfirmed")
    for said in texts_for(course, patterns):
        if "contact:" in said.linked and is_for_pupils(said, course):
            match = patterns[said.language].search(said.folded)
            if match and not said.is_question(match.start()):
                yield Finding(
                    said.span(*match.span()),
                    Text(
                        sq="pranë një kontakti shkruhet se diçka ende duhet konfirmuar",
                        en="beside a contact it says that something is still to be confirmed",
                    ),
                    Text(
                        sq="hiqeni këtu; te fundi i faqes, pa numrin, thoni çfarë duhet konfirmuar",
                        en="remove it here; at the end of the page, without the number, say what is to be confirmed",
                    ),
                )
