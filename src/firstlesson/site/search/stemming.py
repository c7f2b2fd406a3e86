"""What inflected forms of a word have in common: endings are taken off, the longest first."""

from __future__ import annotations

from functools import cache

from firstlesson.site.search.folding import words
from firstlesson.site.search.table import Table

_PASSES = 4


@cache
def stem(word: str, table: Table) -> str:
    """The stem of a folded word."""
    endings, longest = _endings(table)
    for _ in range(_PASSES):
        for length in range(min(longest, len(word)), 0, -1):
            found = endings.get(word[-length:])
            if found and len(word) - length + len(found[0]) >= found[1]:
                word = word[:-length] + found[0]
                break
        else:
            break
    return word


def stems(text: str, table: Table) -> list[str]:
    """The stems of a text, without the words that say nothing."""
    stop = _stop(table)
    return [stem(word, table) for word in words(text, table) if word not in stop]


@cache
def _endings(table: Table) -> tuple[dict[str, tuple[str, int]], int]:
    endings = {end: (instead, least) for end, instead, least in table.endings}
    return endings, max(map(len, endings), default=0)


@cache
def _stop(table: Table) -> frozenset[str]:
    return frozenset(table.stop)
