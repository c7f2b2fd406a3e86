"""`translation.yml`, written by the tool: from which text each translation was made."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from firstlesson.schema._base import DEFAULT_LANGUAGES, Model

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


def _translated(made: dict[str, dict[str, str]], info: ValidationInfo) -> dict[str, dict[str, str]]:
    """The course is translated into all its languages but the first."""
    languages = (info.context or {}).get("languages", DEFAULT_LANGUAGES)[1:]
    for language in made:
        if language not in languages:
            expected = ", ".join(f"'{one}'" for one in languages)
            told = {"expected": expected, "index": language}
            raise PydanticCustomError("enum", "no language of a translation", told)
    return made


class TranslationFile(Model):
    """For each language: the unit's key → the digest of the source text it translates."""

    made_from: Annotated[dict[str, dict[str, Digest]], AfterValidator(_translated)]
