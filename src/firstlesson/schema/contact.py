"""`data/contacts.yml`: the one place where telephone numbers stand."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from firstlesson.schema._base import Date, Distinct, Localized, Model, Slug, Url
from firstlesson.schema._judged import Limits

Telephone = Annotated[str, Limits(pattern=r"^\+?[0-9]{2,4}( ?[0-9]{1,4})*$")]


class Confidence(StrEnum):
    """How sure a fact is."""

    VERIFIED = "verified"
    DATED = "dated"
    """Read in an old source: shown with its date."""
    TO_BE_CONFIRMED = "to-be-confirmed"
    """To be confirmed by the organisation."""


class Contact(Model):
    """A service that helps, with its source."""

    id: Slug
    name: Localized
    contact_type: Literal["danger-now", "talk", "report", "authority"]
    """What one turns to it for; the help box shows them in this order."""
    in_help_box: bool = False
    """Whether it stands in the help box of every page."""
    does: Localized
    """What it does, in one sentence, for the person who needs it."""
    telephone: Telephone | None = None
    url: Url | None = None
    hours_available: Localized | None = None
    cost: Localized | None = None
    audience: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Who is sent there."""
    confidence: Confidence
    citation: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Source ids from `data/sources.yml`."""
    to_be_confirmed: tuple[Localized, ...] = ()
    """What the organisation still has to confirm."""
    verified: Date | None = None
    """The day the organisation last checked it. Never filled in by anyone else."""


class ContactsFile(Model):
    """All contacts, in the order in which help is offered."""

    contacts: Annotated[tuple[Contact, ...], Limits(min_length=1)]
