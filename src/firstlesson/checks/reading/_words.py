"""The lists of hard words, made into one pattern for each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from firstlesson.checks import _wordlists
from firstlesson.checks._sentences import fold

_SHORTEST = 3


@cache
def lists() -> dict[str, Any]:
    """What stands in `words.yml`."""
    texts: dict[str, Any] = dict(_wordlists.word_list("reading", "words"))
    return texts


class WordList:
    """Words or patterns of one language with what to say instead."""

    def __init__(self, words: Mapping[str, str], *, patterns: bool = False) -> None:
        self.keys = [max(fold(word).replace("*", " ").split(), key=len) for word in words]
        """The longest piece of each, by which texts are found; of patterns they say nothing."""
        self._instead = list(words.values())
        named = [
            f"(?P<w{number}>{word if patterns else _pattern(word)})"
            for number, word in enumerate(words)
        ]
        self.pattern = (
            re.compile(rf"(?<![\w@./-])(?:{'|'.join(named)})(?![\w@])") if named else None
        )

    def instead_of(self, match: re.Match[str]) -> str:
        """What to say instead of what was found."""
        return self._instead[int((match.lastgroup or "w0")[1:])]


def _pattern(word: str) -> str:
    folded = fold(word.rstrip("*"))
    inside = r"\w* ".join(re.escape(part) for part in folded.split("* "))
    return inside + (r"\w*" if word.endswith("*") else "")


@cache
def word_list(name: str, language: str) -> WordList:
    """One list of `words.yml` in one language."""
    return WordList(lists()[name].get(language, {}), patterns=name == "figures")
