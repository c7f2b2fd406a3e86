"""Dates by which the organisation has to look at a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.diagnostics import Severity, Text


@check(
    "SCH042",
    severity=Severity.WARNING,
    why=Text(
        sq="Numrat, ligjet dhe shërbimet ndryshojnë; një tekst që askush nuk e sheh më mund të çojë gabim.",
        en="Numbers, laws and services change; a text that nobody looks at any more can mislead.",
    ),
)
def overdue_review(course: Course, today: dt.date) -> Iterator[Finding]:
    """A `reviewBy` that has passed."""
    reviewed: list[Lesson | Protocol] = [*course.lessons.values(), *course.protocols.values()]
    for one in reviewed:
        due = one.data.review_by
        if due and due < today:
            yield Finding(
                one.source.span("reviewBy"),
                Text(
                    sq=f"rishikimi duhej bërë deri më {due:%d.%m.%Y}",
                    en=f"the review was due by {due:%d %B %Y}",
                ),
                Text(
                    sq="kërkojini organizatës ta rishikojë, pastaj vini datën e re",
                    en="ask the organisation to review it, then set the next date",
                ),
            )
