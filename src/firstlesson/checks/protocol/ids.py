"""Ids of a protocol that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz.id_twice import ids_twice, said_twice
from firstlesson.course.model import Protocol
from firstlesson.diagnostics import Severity, Text


@check(
    "PRO013",
    severity=Severity.ERROR,
    why=Text(
        sq="Hapat gjenden nga emri; nga dy me të njëjtin emër njëri nuk arrihet dot.",
        en="Steps are found by id; of two with one id, one cannot be reached.",
    ),
    locked=True,
)
def step_id_twice(protocol: Protocol) -> Iterator[Finding]:
    """Steps, branches and the lines of the record sheet have ids of their own."""
    for at, name, first in ids_twice(protocol.source):
        yield said_twice(at, name, first)
