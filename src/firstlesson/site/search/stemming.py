"""What inflected forms of a word have in common: in each step of the table one ending goes."""

from __future__ import annotations

from functools import cache

from firstlesson.site.search.folding import words
from firstlesson.site.search.table import Table

_SMALL = 2


@cache
def stem(word: str, table: Table) -> str:
    """The stem of a folded word."""
    for endings, longest in _steps(table):
        for length in range(min(longest, len(word)), 0, -1):
            found = endings.get(word[-length:])
            if found and len(word) - length + len(found[0]) >= found[1]:
                word = word[:-length] + found[0]
                break
    return word


def stems(text: str, table: Table) -> list[str]:
    """The stems of a text, without the words that say nothing."""
    return [stem(word, table) for word in words(text, table) if word not in table.stop]


def phrase(text: str, table: Table) -> list[str]:
    """The stems of what people type in need; where that is made of small words, these count too."""
    stop, every = table.stop, words(text, table)
    said = [stem(word, table) for word in every if word not in stop]
    if len(said) > 1 or len(every) == 1:
        return said
    return [w if w in stop else stem(w, table) for w in every if w not in stop or len(w) > _SMALL]


@cache
def _steps(table: Table) -> list[tuple[dict[str, tuple[str, int]], int]]:
    """Each step's endings, and the length of the longest."""
    steps = [{end: (instead, least) for end, instead, least in step} for step in table.steps]
    return [(endings, max(map(len, endings))) for endings in steps]
