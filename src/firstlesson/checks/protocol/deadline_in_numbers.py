"""Deadlines in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._index import texts_matching
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._told import is_told, told_by
from firstlesson.checks._wordlists import patterns
from firstlesson.checks.protocol._acts import is_denied
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_NONE = re.compile(
    r"\b(?:asnje|pa) afat|\bno (?:legal )?(?:deadline|time limit)|\bwithout (?:a )?deadline"
)


@check(
    "PRO007",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Asnjë afat ligjor nuk është verifikuar. “Brenda 24 orëve” mund të jetë i gabuar, dhe e bën të "
        "duket sikur mund të pritet: thuhet “menjëherë” ose “po atë ditë”.",
        en="No legal deadline has been verified. “Within 24 hours” may be wrong, and makes it sound as if one "
        "could wait: it says “at once” or “the same day”.",
    ),
    locked=True,
)
def deadline_in_numbers(course: Course) -> Iterator[Finding]:
    """A protocol says how urgent something is in words, never in hours or days."""
    times = patterns("protocol", "services", "deadline")
    told = told_by(course, "truth", "TXT006")
    protocols = {one.folder for one in course.protocols.values()}
    for said, found in texts_matching(course, times):
        text = said.text
        if text.owner not in protocols or said.rejected:
            continue
        if text.kind != "short" and not text.path.startswith("protocols/"):
            continue
        for match in found:
            first, _ = said.sentence_at(match.start())
            if _NONE.search(said.folded, first, match.start()):
                continue
            at = said.span(*match.span())
            if is_denied(said, match.start()) or is_told(at, told):
                continue
            yield Finding(
                at,
                Text(
                    sq="një afat në orë ose ditë: asnjë nuk është verifikuar",
                    en="a deadline in hours or days: none has been verified",
                ),
                Text(
                    sq="shkruani “menjëherë” ose “po atë ditë”; afati ligjor duhet konfirmuar nga organizata",
                    en="write “at once” or “the same day”; the legal deadline is to be confirmed by the organisation",
                ),
            )
            break
