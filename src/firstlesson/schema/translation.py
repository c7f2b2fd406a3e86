"""`translation.yml`, written by the tool: from which text each translation was made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from firstlesson.schema._base import Model
from firstlesson.schema._judged import InCourse, Limits, refused

Digest = Annotated[str, Limits(pattern=r"^[0-9a-f]{16}$")]


def _translated(made: dict[str, object], languages: Sequence[str]) -> dict[str, object]:
    """The course is translated into all its languages but the first."""
    for language in made:
        if language not in languages[1:]:
            expected = ", ".join(f"'{one}'" for one in languages[1:])
            told = {"expected": expected, "index": language}
            raise refused("enum", "no language of a translation", told)
    return made


class TranslationFile(Model):
    """For each language: the unit's key → the digest of the source text it translates."""

    made_from: Annotated[dict[str, dict[str, Digest]], InCourse(_translated)]
