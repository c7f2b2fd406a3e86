"""`translation.yml`, written by the tool: from which text each translation was made."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from firstlesson.schema._base import DEFAULT_LANGUAGES, Model

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


def _translated(value: str, info: ValidationInfo) -> str:
    """A language into which the course is translated: the first one is what it is translated from."""
    languages = (info.context or {}).get("languages", DEFAULT_LANGUAGES)[1:]
    if value not in languages:
        expected = ", ".join(f"'{one}'" for one in languages)
        raise PydanticCustomError("enum", "no language of a translation", {"expected": expected})
    return value


Translated = Annotated[str, AfterValidator(_translated)]


class TranslationFile(Model):
    """For each language: the unit's key → the digest of the source text it translates."""

    made_from: dict[Translated, dict[str, Digest]]
