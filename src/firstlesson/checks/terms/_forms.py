"""Forms of a word or phrase: Albanian and English endings, with or without ë and ç.

This is no grammar: for each word of a phrase it builds an expression that meets the definite and
indefinite forms, cases and plurals of that word over folded text, and few others.
"""

from __future__ import annotations

import re
from functools import cache

from firstlesson.checks._sentences import fold

_ARTICLES = {"i", "e", "te", "se"}
_SQ_ENDINGS = (
    "a|e|i|o|u|n|t|s|sh|an|as|at|ave|ash|en|es|et|eve|esh|in|is|it|ish|un|us|ut|ne|se|te|ve|ra|re|"
    "ja|je|jes|jen|ine|ise|ite|me|mi|min|mit|mes|er|era|erat|erave|eri|erin|erit|or|ore|oret|oreve|"
    "isht|izim\\w*|izuar|shem|shme|uese|ues|uesi|uesit"
)
_EN_ENDINGS = "s|es|'s|s'|ed|d|ing|ly|ism|isation|ization"


@cache
def beginnings_of(phrase: str) -> tuple[str, ...]:
    """Letters that stand in whatever `forms_of` finds of a phrase: no form changes more than two."""
    words = re.split(r"[\s-]+", fold(phrase))
    return tuple(word[: min(len(word) - 2, 4)] for word in words if len(word) > 3)


@cache
def forms_of(phrase: str, language: str) -> re.Pattern[str]:
    """An expression for a phrase in all its forms, over folded text."""
    words = [part for part in re.split(r"[\s-]+", fold(phrase)) if part]
    one = _albanian if language == "sq" else _english
    between = r"[\s-]+(?:(?:i|e|te|se) )?" if language == "sq" else r"[\s-]*"
    return re.compile(rf"(?<![\w-]){between.join(one(word) for word in words)}(?![\w'-])")


def _albanian(word: str) -> str:
    if word in _ARTICLES:
        return r"(?:i|e|te|se)"
    if word == "ri":
        return r"(?:ri|re|riu|riut|rinj|rinjte|rinjve|reja|rejat|rejave)"
    if len(word) < 4:
        return re.escape(word)
    stems = {word}
    if word.endswith("em"):  # bullizem, bullizmi
        stems.add(word[:-2] + "m")
    if word[-1] in "aeiou" and len(word) > 4:
        stems.add(word[:-1])
    if word.endswith(("et", "it", "in", "ne", "te")) and len(word) > 6:
        stems.add(word[:-2])
    found = "|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    return rf"(?:{found})(?:{_SQ_ENDINGS})?(?:-(?:i|in|it|ve|ne))?"


def _english(word: str) -> str:
    if len(word) < 4:
        return re.escape(word)
    if word == "child":
        return r"child(?:ren)?(?:'s)?"
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    stem = re.escape(word)
    if word.endswith("y"):
        return rf"(?:{stem}s?|{stem[:-1]}ies)(?:'s)?"
    if word.endswith("e"):
        return rf"(?:{stem}|{stem[:-1]}(?:ing|ia))(?:{_EN_ENDINGS})?"
    return rf"{stem}(?:{_EN_ENDINGS})?"
