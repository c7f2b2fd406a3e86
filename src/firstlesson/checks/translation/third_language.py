"""Sentences in a language that is none of the course."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from firstlesson.checks._folding import fold
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks._wordlists import word_list
from firstlesson.checks.translation._own_words import own_words
from firstlesson.checks.translation._which_language import WORD, hits, words_known
from firstlesson.checks.translation.marked_language import without_marked
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_FEWEST = 3
"""So many small words of a language make a sentence one of it, where fewer are of the text's own."""
_NAMES = {
    "it": Text(sq="italisht", en="Italian"),
    "de": Text(sq="gjermanisht", en="German"),
    "fr": Text(sq="frëngjisht", en="French"),
    "es": Text(sq="spanjisht", en="Spanish"),
    "sr": Text(sq="serbisht", en="Serbian"),
    "tr": Text(sq="turqisht", en="Turkish"),
}


@check(
    "TRN030",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fjali në një gjuhë të tretë nuk e kupton askush nga lexuesit; zakonisht është kopjuar nga diku dhe u harrua.",
        en="None of the readers understands a sentence in a third language; mostly it was copied from somewhere and forgotten.",
    ),
)
def third_language(course: Course) -> Iterator[Finding]:
    """No sentence is in a language that is none of the course, unless it is quoted or says so."""
    for said, found in texts_in_which(course, _foreign):
        if said.text.path == "data/sources.yml":
            continue  # titles stand there as they are
        for start, end, language in found:
            words = said.text.text[start:end]
            left = without_marked(words, said.text.path, language, course)
            if _most(WORD.findall(left))[1] < _FEWEST:
                continue
            name = _NAMES.get(language, Text(sq=language, en=language))
            yield Finding(
                said.text.span(start, end),
                Text(sq=f"kjo fjali është {name.sq}", en=f"this sentence is in {name.en}"),
                Text(
                    sq="përkthejeni; fjalët e një tjetri vihen në thonjëza",
                    en="translate it; another's words stand in quotation marks",
                ),
            )


def _foreign(one: Wording) -> list[tuple[int, int, str]]:
    if one.language not in words_known():
        return []
    found = []
    words = one.folded.split()
    if len(_small().keys() & words) < _FEWEST:
        return []  # as nearly all
    plain = own_words(one.text, frozenset())
    for match in _SENTENCE.finditer(plain):
        said = WORD.findall(match[0])
        language, number = _most(said)
        if number >= _FEWEST and number > hits(said, one.language):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append((start, match.end(), language))
    return found


def _most(words: list[str]) -> tuple[str, int]:
    """The third language of which a sentence has most words, and how many."""
    counts: dict[str, int] = {}
    for word in dict.fromkeys(fold(word) for word in words if word.islower()):
        for language in _small().get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    return max(counts.items(), key=lambda one: one[1], default=("", 0))


@cache
def _small() -> Mapping[str, tuple[str, ...]]:
    """For each small word the third languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in word_list("translation", "languages")["others"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), language)
    return found
