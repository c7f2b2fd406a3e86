"""Studies and experts."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_hits
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.truth._sourced import is_sourced
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT002",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="“Studimet tregojnë” pa studimin kërkon besim pa e dhënë mundësinë për ta kontrolluar. Pikërisht këtë u mësojmë nxënësve të mos e pranojnë.",
        en="“Studies show” without the study asks for trust and gives no way to check. This is just what we teach pupils not to accept.",
    ),
)
def study_without_source(course: Course) -> Iterator[Finding]:
    """Studies or experts are called as witnesses, but not named."""
    for said, finding in advice_hits(course, "truth", "TXT002"):
        if not is_sourced(said, course):
            yield finding
