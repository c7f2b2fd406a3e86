"""`data/competences.yml`: the ids of DigComp 3.0, with short titles in our own words."""

from __future__ import annotations

from typing import Annotated, Literal

from firstlesson.schema._base import CompetenceId, Localized, Model, OutcomeId
from firstlesson.schema._judged import Limits


class Competence(Model):
    """One of the 21 competences."""

    id: CompetenceId
    name: Localized
    """An unofficial short title."""


class Outcome(Model):
    """A learning outcome; it has a title once a lesson teaches it."""

    id: OutcomeId
    competence: CompetenceId
    level: Literal["Basic", "Intermediate", "Advanced", "Highly advanced"]
    name: Localized | None = None


class CompetencesFile(Model):
    """All competences and outcomes."""

    competences: Annotated[tuple[Competence, ...], Limits(min_length=1)]
    outcomes: Annotated[tuple[Outcome, ...], Limits(min_length=1)]
