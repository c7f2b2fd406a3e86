"""`data/sources.yml`: where the facts come from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from firstlesson.schema._base import Language, Line, Localized, Model, Slug, Url, When
from firstlesson.schema.contact import Confidence


class Source(Model):
    """A published work on which a claim rests."""

    id: Slug
    name: Line
    """Its title as published."""
    publisher: Line
    url: Url | None = None
    date_published: When | None = None
    """A year, a month or a day: `2025`, `2025-03`, `2025-03-11`. Left out where unknown."""
    in_language: Language
    confidence: Confidence
    supports: Localized
    """What it is cited for."""


class SourcesFile(Model):
    """All sources."""

    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
