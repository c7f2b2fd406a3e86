"""`data/glossary.yml`: one word for one thing, in every language."""

from __future__ import annotations

from typing import Annotated, Literal

from firstlesson.schema._base import CourseLanguage, Distinct, Line, Localized, Model, Slug
from firstlesson.schema._judged import Limits


class Discouraged(Model):
    """A word not to use, and why."""

    language: CourseLanguage
    words: Annotated[tuple[Line, ...], Limits(min_length=1)]
    reason: Localized


class Term(Model):
    """A term with its plain explanation."""

    id: Slug
    name: Localized
    alternate_name: tuple[Localized, ...] = ()
    definition: Localized
    """For a reader of twelve."""
    status: Literal["attested", "standard", "proposed"]
    """Seen in an Albanian source, an ordinary word, or waiting for a specialist's word."""
    discouraged: tuple[Discouraged, ...] = ()
    citation: Annotated[tuple[Slug, ...], Distinct] = ()


class GlossaryFile(Model):
    """All terms."""

    terms: Annotated[tuple[Term, ...], Limits(min_length=1)]
