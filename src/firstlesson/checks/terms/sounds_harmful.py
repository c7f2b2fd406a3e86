"""Turns of phrase that often blame, frighten, belittle or hide, and may mean something else."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import act_hits
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM018",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Disa shprehje thuhen shpesh për ta fajësuar, për ta trembur ose për ta heshtur një fëmijë, por edhe për gjëra "
        "krejt të tjera. Këtë e di vetëm kush e lexon: ndryshojeni, ose shpjegoni pse qëndron.",
        en="Some turns of phrase often blame a child, frighten or silence it, and are said of quite other things "
        "too. Only a reader knows which: change it, or say why it stays.",
    ),
)
def sounds_harmful(course: Course) -> Iterator[Finding]:
    """A text uses no turn of phrase that often blames, frightens, belittles or hides."""
    for _, finding in act_hits(course, "terms", "TRM018"):
        yield finding
