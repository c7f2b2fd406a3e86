"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import methodcaller

from firstlesson.source.remembered import remembered

_ENDS = re.compile(  # it begins with a sign, so that all other characters are leapt over
    r"[.!?;](?:(?<=;)(?=\s)|(?<!;)(?<!\bnr[.!?])(?<!\bkl[.!?])(?<!\bart[.!?])(?<!\bdr[.!?])(?<!\bmr[.!?])"
    r"(?<!\bmrs[.!?])(?<!\bp\.sh[.!?])(?<!\be\.g[.!?])(?<!\bi\.e[.!?])(?!(?<=\bno[.!?])\s*\d)"
    r"[.!?]*[\"')]*(?=\s|$)(?!\s*[\"']?\s*[-,;]))"
)
_END = methodcaller("end")
LONGEST = 600
"""More characters make no sentence: without a limit, a text without full stops costs too much."""


@remembered(8192)
def sentences_of(folded: str) -> Sequence[tuple[int, int]]:
    """Where each sentence of a folded text begins and ends."""
    last = len(folded)
    edges = [0, *map(_END, _ENDS.finditer(folded))]
    if edges[-1] != last or last == 0:
        edges.append(last)
    if last > LONGEST and any(b - a > LONGEST for a, b in pairwise(edges)):
        edges = sorted({*edges, *range(0, last, LONGEST)})
    return tuple(pairwise(edges))
