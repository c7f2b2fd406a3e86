"""Sentences of a protocol that tell somebody to do something."""

from __future__ import annotations

import re

from firstlesson.checks._sentences import Said

_NO = re.compile(
    r"\b(?:mos|nuk|s'|asnje|asnjehere|kurre|pa|as|not|never|no|nobody|without|don't|doesn't|isn't|cannot|"
    r"can't|neither|nor|avoid)\b(?! (?:wait\w*|hesitat\w*|delay\w*|permission|leje|vones\w*|only|vetem|hezit\w*|prit\w*|prisni|ngurr\w*|later|me vone))"
)
_TURN = re.compile(r"[:;]|,? (?:but|then|instead|por|pastaj|por) |, ")


def is_denied(said: Said, start: int) -> bool:
    """Whether the clause in which something stands says `not` before it."""
    first, _ = said.sentence_at(start)
    head = said.folded[first:start]
    turns = [*_TURN.finditer(head)]
    clause = head[turns[-1].end() :] if turns else head
    return bool(_NO.search(clause))
