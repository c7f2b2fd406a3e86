"""The lists and patterns of `words.yml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._wordlists import word_list


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = dict(word_list("accessibility", "words"))
    return lists


@cache
def pattern_of(name: str, language: str) -> Expression:
    """A pattern of a language; English where nobody has written it yet."""
    named = _lists().get(language) or _lists()["en"]
    return expression(re.sub(r"\n\s*", "", named[name]))


@cache
def any_language(name: str) -> Expression:
    """A pattern of all languages together, each text being tried as a whole."""
    named = [one[name] for one in _lists().values() if isinstance(one, dict)]
    return expression("|".join(f"(?:{one})" for one in named))


@cache
def capitals() -> frozenset[str]:
    """Names that are written in capitals."""
    return frozenset(_lists()["capitals"])
