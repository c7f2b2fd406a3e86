"""Promises that nobody can keep."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM012",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Fëmija që e zbulon se premtimi nuk u mbajt, nuk tregon më. Fshehtësia nuk premtohet dot, sepse fëmija duhet mbrojtur; heqja nga interneti nuk garantohet dot.",
        en="A child who finds a promise broken does not tell again. Secrecy cannot be promised because the child must be protected; removal from the internet cannot be guaranteed.",
    ),
    locked=True,
)
def false_promise(course: Course) -> Iterator[Finding]:
    """A promise of secrecy, of removal, or of a good end."""
    yield from advice_in(course, "terms", "TRM012")
