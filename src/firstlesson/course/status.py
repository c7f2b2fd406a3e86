"""Where the course stands: what is translated, what is reviewed, what waits for the organisation."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.course.parity import State, Unit, units_of
from firstlesson.schema import Localized
from firstlesson.span import Span


@dataclass(frozen=True, slots=True)
class OwnerStatus:
    """One lesson, protocol or the pages of `docs/`, in one language."""

    owner: str
    name: Localized | None
    language: str
    counts: Mapping[State, int]
    open: tuple[Unit, ...]
    """The units that are missing or stale."""
    creative_work_status: str
    reviewed: bool
    """Whether the organisation has reviewed the text."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that only the organisation can settle."""

    reason: str
    """`review`, `overdue` or `contact`."""
    id: str
    name: Localized
    at: Span
    due: dt.date | None = None
    points: tuple[Localized, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseStatus:
    """The whole picture."""

    owners: tuple[OwnerStatus, ...]
    waiting: tuple[Waiting, ...]


def status_of(
    course: Course, *, today: dt.date, standing: Sequence[OwnerStatus] | None = None
) -> CourseStatus:
    """What is missing, stale, current and reviewed, and what waits for the organisation.

    `standing` tells what `standing_of` would, where some folders of the course are closed.
    """
    rows = standing_of(course) if standing is None else standing
    return CourseStatus(tuple(rows), tuple(_waiting(course, today)))


def standing_of(course: Course) -> list[OwnerStatus]:
    """How every folder stands in each language into which it is translated."""
    by_owner: dict[tuple[str, str], list[Unit]] = {}
    for unit in units_of(course):
        by_owner.setdefault((unit.owner, unit.language), []).append(unit)
    texts = _texts(course)
    rows = []
    for (owner, language), units in by_owner.items():
        text = texts.get(owner)
        counts = Counter(unit.state for unit in units)
        rows.append(
            OwnerStatus(
                owner,
                text.data.name if text else None,
                language,
                {state: counts[state] for state in State},
                tuple(unit for unit in units if unit.state is not State.CURRENT),
                text.data.creative_work_status.value if text else "",
                bool(text and text.data.reviewed_by),
            )
        )
    return rows


def _texts(course: Course) -> dict[str, Lesson | Protocol]:
    texts: list[Lesson | Protocol] = [*course.lessons.values(), *course.protocols.values()]
    return {text.folder: text for text in texts}


def _waiting(course: Course, today: dt.date) -> Iterator[Waiting]:
    for text in _texts(course).values():
        data = text.data
        due = data.review_by
        if due and due < today:
            yield Waiting("overdue", data.id, data.name, text.source.span("reviewBy"), due)
        elif data.reviewed_by is None:
            at = text.source.span("creativeWorkStatus")
            yield Waiting("review", data.id, data.name, at, due)
    document = course.documents.get("data/contacts.yml")
    for index, contact in enumerate(course.contacts.values()):
        if contact.verified is None:
            at = document.span("contacts", index) if document else Span.of_file("data/contacts.yml")
            yield Waiting("contact", contact.id, contact.name, at, points=contact.to_be_confirmed)
