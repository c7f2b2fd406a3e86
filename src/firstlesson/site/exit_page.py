"""The page to which one leaves: a multiplication table that says nothing of this site."""

from __future__ import annotations

from firstlesson.site.render import render
from firstlesson.site.words import Words

_LARGEST = 10


def exit_page(words: Words) -> str:
    """The whole page."""
    rows = [[a * b for b in range(1, _LARGEST + 1)] for a in range(1, _LARGEST + 1)]
    return render("exit_page", words=words, rows=rows) + "\n"
