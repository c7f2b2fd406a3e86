"""A text without what it quotes, names or cites: that may be in any language."""

from __future__ import annotations

import re

from firstlesson.checks.translation._sides import without_words

_QUOTED = re.compile(
    r"[“„\"][^“”„\"]{1,300}[”“\"]|«[^»]{1,300}»|(?<!\w)[‘'][^’'\n]{2,120}[’'](?!\w)"
)
_TITLED = re.compile(r"(?<![*_\w])([*_])(?![*_\s])[^*_\n]{1,200}(?<![\s*_])\1(?![*_\w])")
_CITED = re.compile(
    r"\b(?:burim\w*|sources?|shih|see|titulli|title)[ ]?:[^\n]*"
    r"|\b(?:law|decision|order|ligj\w*|vendim\w*|vkm|urdh[eë]r\w*)[ ]+(?:no\.?|nr\.?)[ ]*\d[^.;\n]*",
    re.IGNORECASE,
)
_CITING = re.compile(r"[:\d]")


def own_words(text: str, labels: frozenset[str]) -> str:
    """A text without what it quotes, names or cites, at its own length."""
    if any(sign in text for sign in "“„\"«‘'’*_[`"):
        for label in labels if "[" in text else ():
            text = without_words(text, label)
        text = re.sub(r"`[^`\n]*`", _blank, text)
        text = _QUOTED.sub(_blank, text)
        text = _TITLED.sub(_blank, text)
    return _CITED.sub(_blank, text) if _CITING.search(text) else text


def _blank(match: re.Match[str]) -> str:
    """Blanks for what was found."""
    return " " * len(match[0])
