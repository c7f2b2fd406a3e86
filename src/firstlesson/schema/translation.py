"""`translation.yml`, written by the tool: from which text each translation was made."""

from __future__ import annotations

from typing import Annotated

from firstlesson.schema._base import Model
from firstlesson.schema._judged import Limits

Digest = Annotated[str, Limits(pattern=r"^[0-9a-f]{16}$")]


class TranslationFile(Model):
    """For each language: the unit's key → the digest of the source text it translates."""

    made_from: dict[str, dict[str, Digest]]
