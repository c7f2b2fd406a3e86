"""`lessons/<id>/quiz.yml`: questions with feedback for every answer."""

from __future__ import annotations

from typing import Annotated, Literal

from firstlesson.schema._base import Distinct, Localized, Model, OutcomeId, Slug
from firstlesson.schema._judged import Limits, OneOf


class Option(Model):
    """One answer to choose, with what is said to whoever chose it."""

    id: Slug
    text: Localized
    correct: bool
    feedback: Localized


class Item(Model):
    """One thing to put in order; items stand in their right order."""

    id: Slug
    text: Localized


class Pair(Model):
    """Two things that belong together."""

    id: Slug
    text: Localized
    match: Localized
    feedback: Localized | None = None


class _Question(Model):
    id: Slug
    text: Localized
    hint: Localized | None = None
    assesses: Annotated[tuple[OutcomeId, ...], Distinct] = ()


class ChoiceQuestion(_Question):
    """A question with answers to choose from."""

    type: Literal["single-choice", "multiple-choice", "true-false"]
    options: Annotated[tuple[Option, ...], Limits(min_length=2, max_length=8)]


class OrderQuestion(_Question):
    """Things to put in order."""

    type: Literal["order"]
    items: Annotated[tuple[Item, ...], Limits(min_length=3, max_length=8)]
    feedback: Localized
    """Said when the order is right."""
    try_again: Localized
    """Said when it is not yet."""


class MatchQuestion(_Question):
    """Things to match."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Limits(min_length=3, max_length=8)]
    feedback: Localized
    try_again: Localized


Question = Annotated[ChoiceQuestion | OrderQuestion | MatchQuestion, OneOf("type")]


class Quiz(Model):
    """A set of questions."""

    id: Slug
    name: Localized
    use: Literal["starter", "practice", "exit"]
    answers: Literal["open", "teacher"]
    """`teacher`: neither answers nor feedback ever reach the pupils' files."""
    questions: Annotated[tuple[Question, ...], Limits(min_length=1, max_length=20)]


class QuizFile(Model):
    """All quizzes of a lesson."""

    quizzes: Annotated[tuple[Quiz, ...], Limits(min_length=1)]
