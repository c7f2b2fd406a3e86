"""The word lists, and where a text is made up."""

from __future__ import annotations

import re
from functools import cache

from firstlesson.checks._sentences import Said, fold
from firstlesson.checks._wordlists import word_list


@cache
def words() -> dict[str, frozenset[str]]:
    """The lists of `words.yml`; one with `|` holds phrases."""
    return {
        name: frozenset(part.strip() for part in value.split("|" if "|" in value else None))
        for name, value in word_list("privacy", "words").items()
    }


@cache
def _fiction() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(one) for one in sorted(words()["fiction"]) if one))


@cache
def _real() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(one) for one in sorted(words()["real"]) if one)
    denied = ("not a ", "n't a ", "no ", "nuk eshte ", "nuk eshte nje ", "s'eshte ")
    return re.compile("".join(f"(?<!{re.escape(one)})" for one in denied) + f"(?:{alternatives})")


def is_made_up(said: Said) -> bool:
    """Whether a text, what comes before it or its heading says that nobody real is meant."""
    if not _last or _last[0][0] is not said:  # one text is often asked of again and again
        _last[:] = [(said, _is_made_up(said))]
    return _last[0][1]


_last: list[tuple[Said, bool]] = []


def _is_made_up(said: Said) -> bool:
    if _real().search(said.folded):
        return False
    around = f"{said.previous} {said.context} {said.folded} {fold(said.text.heading)}"
    if _fiction().search(around):
        return True
    document = said.text.document
    tales = said.text.path.endswith(("scenario.yml", "quiz.yml"))
    return tales and document is not None and _fiction().search(fold(document.text)) is not None
