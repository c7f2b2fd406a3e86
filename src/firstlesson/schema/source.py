"""`data/sources.yml`: where the facts come from."""

from __future__ import annotations

from typing import Annotated

from firstlesson.schema._base import Line, Localized, Model, Slug, Url
from firstlesson.schema._judged import Limits
from firstlesson.schema.contact import Confidence

When = Annotated[str, Limits(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Source(Model):
    """A published work on which a claim rests."""

    id: Slug
    name: Line
    """Its title as published."""
    publisher: Line
    url: Url | None = None
    date_published: When | None = None
    """A year, a month or a day: `2025`, `2025-03`, `2025-03-11`. Left out where unknown."""
    in_language: Annotated[str, Limits(pattern=r"^[a-z]{2}$")]
    confidence: Confidence
    supports: Localized
    """What it is cited for."""


class SourcesFile(Model):
    """All sources."""

    sources: Annotated[tuple[Source, ...], Limits(min_length=1)]
