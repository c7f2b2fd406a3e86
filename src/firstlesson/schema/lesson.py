"""`lessons/<id>/lesson.yml`: the facts about a lesson, once for all languages."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from firstlesson.schema._base import (
    AgeRange,
    Date,
    Distinct,
    Duration,
    Line,
    Localized,
    Model,
    OutcomeId,
    Slug,
    Url,
)
from firstlesson.schema._judged import Limits

Version = Annotated[str, Limits(pattern=r"^\d+\.\d+\.\d+$")]


class Status(StrEnum):
    """How far a text has come (schema.org `creativeWorkStatus`)."""

    OUTLINE = "outline"
    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"
    RETIRED = "retired"


class Mode(StrEnum):
    """How the pupils work during a part of the plan."""

    WHOLE_CLASS = "whole-class"
    GROUPS = "groups"
    PAIRS = "pairs"
    ALONE = "alone"


class Part(Model):
    """One part of the plan; its id is that of the plan's section in the teacher's text."""

    id: Slug
    minutes: Annotated[int, Limits(ge=1, le=240)]
    mode: Mode


class Misconception(Model):
    """Something pupils often believe, and what a teacher answers."""

    misconception: Localized
    response: Localized


class ContentGuidance(Model):
    """What an adult should know before the content is met."""

    area: Slug
    """A topic id from `data/topics.yml`."""
    label: Localized


class Review(Model):
    """Who in the organisation reviewed a text. Never filled in by anyone else."""

    name: Line
    role: Localized | None = None


class Reviewed(Model):
    """What lessons and protocols share about their review."""

    creative_work_status: Status
    version: Version
    date_created: Date | None = None
    date_modified: Date | None = None
    reviewed_by: Review | None = None
    last_reviewed: Date | None = None
    review_by: Date | None = None
    """The day by which the organisation has to look at it (again)."""


class LessonFile(Reviewed):
    """A lesson module: what stands in its `lesson.yml`."""

    id: Slug
    """The folder's name; it never changes."""
    slug: Slug | None = None
    """The name in the address, where the id itself should not show."""
    former_ids: Annotated[tuple[Slug, ...], Distinct] = ()
    """Names this lesson had before: their addresses lead here."""
    position: Annotated[int, Limits(ge=1)] | None = None
    """Its place in lists."""
    name: Localized
    description: Localized
    learning_resource_type: Literal["lesson", "activity", "guide", "open-session"]
    about: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Topic ids from `data/topics.yml`."""
    audience: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Audience ids from `data/audiences.yml`: one prose file for each."""
    typical_age_range: AgeRange | None = None
    educational_level: Annotated[tuple[Line, ...], Distinct] = ()
    """School classes, in Roman numerals."""
    time_required: Duration
    """ISO 8601, as `PT45M`; the minutes of all parts."""
    parts: Annotated[tuple[Part, ...], Limits(min_length=1)]
    teaches: Annotated[tuple[OutcomeId, ...], Limits(min_length=1), Distinct]
    """Ids of DigComp 3.0 learning outcomes."""
    learning_outcomes: Annotated[tuple[Localized, ...], Limits(min_length=1, max_length=6)]
    """In the pupils' own words."""
    key_points: tuple[Localized, ...] = ()
    keywords: tuple[Localized, ...] = ()
    vocabulary: Annotated[tuple[Slug, ...], Distinct] = ()
    """Term ids from `data/glossary.yml`."""
    materials: tuple[Localized, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    content_guidance: tuple[ContentGuidance, ...] = ()
    supervision_level: Literal["none", "adult-nearby", "adult-leads"]
    help: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Contact ids from `data/contacts.yml`."""
    citation: Annotated[tuple[Slug, ...], Distinct] = ()
    """Source ids from `data/sources.yml`, for the claims about the world."""
    is_based_on: Annotated[tuple[Slug, ...], Distinct] = ()
    """Source ids of works that this lesson adapts."""
    license: Url
