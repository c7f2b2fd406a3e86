"""`lessons/<id>/scenario.yml`: scenes and choices, or cards to discuss."""

from __future__ import annotations

from typing import Annotated, Literal

from firstlesson.schema._base import Distinct, Localized, Model, Slug
from firstlesson.schema._judged import Limits

FileName = Annotated[str, Limits(pattern=r"^[a-z0-9-]+\.(svg|png|jpg|webp)$")]


class Picture(Model):
    """An image of the lesson's `media/` folder."""

    file: FileName
    alt: Localized


class Choice(Model):
    """One thing to do, what follows, and what is said about it."""

    id: Slug
    text: Localized
    feedback: Localized
    to: Slug
    """The scene that follows."""


class Scene(Model):
    """One moment of the story. A scene without choices is an ending."""

    id: Slug
    name: Localized
    text: Localized
    picture: Picture | None = None
    choices: tuple[Choice, ...] = ()
    ending: Literal["good", "mixed", "unfinished"] | None = None
    discuss: tuple[Localized, ...] = ()
    """Questions for a group, on the printed card."""
    teacher_notes: Localized | None = None
    """What a good answer sounds like; never in the pupils' files."""


class Scenario(Model):
    """A made-up story: to play through (`choices`) or to talk about (`discussion`)."""

    id: Slug
    name: Localized
    introduction: Localized
    form: Literal["choices", "discussion"]
    help: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Contact ids, within reach in every scene."""
    scenes: Annotated[tuple[Scene, ...], Limits(min_length=1)]
    """The first one is where it begins."""


class ScenarioFile(Model):
    """All scenarios of a lesson."""

    scenarios: Annotated[tuple[Scenario, ...], Limits(min_length=1)]
