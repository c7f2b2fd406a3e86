"""`data/needs.yml`: the words people type when they need help, and the help that comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from firstlesson.schema._base import (
    Distinct,
    Line,
    Localized,
    Model,
    Slug,
    described_in_every_language,
    in_every_language,
)
from firstlesson.schema._judged import Limits, Root

Words = Annotated[tuple[Line, ...], Limits(min_length=1)]


@dataclass(frozen=True)
class WordsByLanguage(Root):
    """What people type, in every language of the course; no translation of one another."""

    root: dict[str, Words]
    described: ClassVar = described_in_every_language(
        "What people type, in every language.",
        {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
    )

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return self.root[language]

    def judge(self, languages: Sequence[str]) -> None:
        """Refuses words that do not stand in every language."""
        in_every_language(self.root, languages)


class Worry(Model):
    """A need as a parent says it, and what a parent does."""

    name: Localized
    """In a parent's own words: “Someone is blackmailing my child”."""
    steps: Annotated[tuple[Localized, ...], Limits(min_length=1, max_length=5)]
    """What to do, the first thing first."""


class Need(Model):
    """Something that somebody may need help with."""

    id: Slug
    name: Localized
    """The heading of the answer: gentle, for the person who needs it."""
    text: Localized
    """One or two sentences that help at once."""
    words: WordsByLanguage
    """Words and phrases as people type them; inflected and misspelt forms are found by themselves."""
    help: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Contact ids from `data/contacts.yml`, the first one first."""
    lessons: Annotated[tuple[Slug, ...], Distinct] = ()
    """Ids of lessons that help further."""
    protocols: Annotated[tuple[Slug, ...], Distinct] = ()
    """Ids of protocols, for adults."""
    pages: Annotated[tuple[Slug, ...], Distinct] = ()
    """Names of pages in `docs/`."""
    worry: Worry | None = None
    """The same need as a parent says it; it stands on the page of worries."""


class NeedsFile(Model):
    """All needs; where two fit a query equally well, the first one counts."""

    needs: Annotated[tuple[Need, ...], Limits(min_length=1)]
