"""`data/needs.yml`: the words people type when they need help, and the help that comes first."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import (
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    RootModel,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from firstlesson.schema._base import DEFAULT_LANGUAGES, Distinct, Line, Localized, Model, Slug

Words = Annotated[tuple[Line, ...], Field(min_length=1)]


class WordsByLanguage(RootModel[dict[str, Words]]):
    """What people type, in every language of the course; no translation of one another."""

    model_config = ConfigDict(frozen=True)

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return self.root[language]

    @model_validator(mode="after")
    def _in_every_language(self, info: ValidationInfo) -> Self:
        languages = (info.context or {}).get("languages", DEFAULT_LANGUAGES)
        missing = [language for language in languages if language not in self.root]
        unknown = [language for language in self.root if language not in languages]
        if missing or unknown:
            raise PydanticCustomError(
                "one_language",
                "words are missing in {missing}",
                {"missing": missing, "unknown": unknown, "languages": list(languages)},
            )
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        handler(core)
        words = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
        return {
            "type": "object",
            "description": "What people type, in every language.",
            "properties": dict.fromkeys(DEFAULT_LANGUAGES, words),
            "required": list(DEFAULT_LANGUAGES),
            "additionalProperties": False,
        }


class Worry(Model):
    """A need as a parent says it, and what a parent does."""

    name: Localized
    """In a parent's own words: “Someone is blackmailing my child”."""
    steps: Annotated[tuple[Localized, ...], Field(min_length=1, max_length=5)]
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
    help: Annotated[tuple[Slug, ...], Distinct, Field(min_length=1)]
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

    needs: Annotated[tuple[Need, ...], Field(min_length=1)]
