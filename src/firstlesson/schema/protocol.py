"""`protocols/<id>/protocol.yml`: who does what, in which order."""

from __future__ import annotations

from typing import Annotated, Literal

from firstlesson.schema._base import Distinct, Line, Localized, Model, Slug
from firstlesson.schema._judged import Limits
from firstlesson.schema.lesson import Reviewed


class Next(Model):
    """Where to go from a step, and in which case."""

    to: Slug
    when: Localized | None = None


class Step(Model):
    """One thing that somebody does. A step that leads nowhere is an end."""

    id: Slug
    name: Localized
    """A few words that begin with a verb."""
    roles: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Role ids from `data/roles.yml`."""
    urgency: Literal["at-once", "same-day", "as-agreed"]
    """In words: legal deadlines are stated only once they are verified."""
    action: Localized
    say: tuple[Localized, ...] = ()
    """Words that can be said to the child as they stand."""
    contact: Annotated[tuple[Slug, ...], Distinct] = ()
    """Contact ids from `data/contacts.yml`."""
    record: Localized | None = None
    """What to write down."""
    avoid: tuple[Localized, ...] = ()
    """What not to do."""
    next: tuple[Next, ...] = ()


class Branch(Model):
    """A case in which the protocol takes another way."""

    id: Slug
    name: Localized
    when: Localized
    start: Slug
    """The step with which it begins."""


class RecordField(Model):
    """One line of the record sheet."""

    id: Slug
    name: Localized
    help: Localized | None = None
    lines: Annotated[int, Limits(ge=1, le=12)] = 1
    """How much room there is for writing."""


class ProtocolFile(Reviewed):
    """A protocol: what stands in its `protocol.yml`."""

    id: Slug
    slug: Slug | None = None
    former_ids: Annotated[tuple[Slug, ...], Distinct] = ()
    position: Annotated[int, Limits(ge=1)] | None = None
    name: Localized
    description: Localized
    about: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    audience: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    owner: Line
    """Who answers for the text."""
    help: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    steps: Annotated[tuple[Step, ...], Limits(min_length=2)]
    """The first one is where it begins."""
    branches: tuple[Branch, ...] = ()
    record_sheet: tuple[RecordField, ...] = ()
    citation: Annotated[tuple[Slug, ...], Distinct] = ()
    is_based_on: Annotated[tuple[Slug, ...], Distinct] = ()
