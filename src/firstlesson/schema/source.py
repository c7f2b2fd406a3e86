"""`data/sources.yml`: where the facts come from."""

from __future__ import annotations

from typing import Annotated

from firstlesson.schema._base import Distinct, Language, Line, Localized, Model, Slug, Url, When
from firstlesson.schema._judged import Limits
from firstlesson.schema.contact import Confidence

Figure = Annotated[str, Limits(pattern=r"^\d+([./]\d+)?$")]


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
    figures: Annotated[tuple[Figure, ...], Distinct] = ()
    """The figures that may stand beside it, as `407` or `9.3`; once some are noted, no others may."""


class SourcesFile(Model):
    """All sources."""

    sources: Annotated[tuple[Source, ...], Limits(min_length=1)]
