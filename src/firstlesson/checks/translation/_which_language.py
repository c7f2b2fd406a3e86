"""Which language a text is in, by its words."""

from __future__ import annotations

import re
from functools import cache

from firstlesson.checks._sentences import fold
from firstlesson.checks._wordlists import word_list
from firstlesson.diagnostics import Text
from firstlesson.source.remembered import remembered

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ALBANIAN = re.compile(r"[ëç]")
NAMES = {"sq": Text(sq="shqip", en="Albanian"), "en": Text(sq="anglisht", en="English")}
LEAST = 5
"""How many words a text must have before its language is judged."""


@remembered(8192)
def holds(text: str, language: str) -> bool:
    """A first look: whether a text holds at least two words of a language."""
    lower = text.lower()
    known = len(words_known()[language].intersection(WORD.findall(lower)))
    signs = len(_ALBANIAN.findall(lower)) if language == "sq" else 0
    return known + signs > 1


def is_in(text: str, language: str, own: str, *, least: int = LEAST, share: float = 0.25) -> bool:
    """Whether a sentence is in one language and not in the other."""
    found = WORD.findall(text)
    if len(found) < least:
        return False
    for_it, against = hits(found, language), hits(found, own)
    if language == "en" and any(is_albanian(word) for word in found if word.islower()):
        against += 2
    return for_it >= max(2, share * len(found)) and against * 4 <= for_it


def hits(words: list[str], language: str) -> int:
    """How many words are of a language; names with capitals count only at the beginning."""
    known, unclear = words_known()[language], _unclear()
    count = 0
    for index, word in enumerate(words):
        if index and not word.islower():
            continue
        lower = word.lower()
        if lower in unclear:
            continue
        count += lower in known or (language == "sq" and is_albanian(word))
    return count


def is_albanian(word: str) -> bool:
    return "ë" in word.lower() or "ç" in word.lower()


@cache
def words_known() -> dict[str, frozenset[str]]:
    given = word_list("translation", "languages")
    unclear = _unclear()
    lists = {key: set(given[key].split()) for key in ("sq", "en")}
    both = lists["sq"] & lists["en"]
    return {key: frozenset(words - both - unclear) for key, words in lists.items()}


@cache
def folded_words(language: str) -> frozenset[str]:
    """The words of a language as an index of texts knows them."""
    return frozenset(
        part for word in words_known()[language] for part in re.split("['’]", fold(word))
    )


@cache
def _unclear() -> frozenset[str]:
    return frozenset(str(word_list("translation", "languages")["unclear"]).split())
