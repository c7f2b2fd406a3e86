"""How much a sentence is like advice that must never be given, learnt from many examples of both.

Rules know what they were told; a sentence in other words passes them. `likeness.json` holds a weight
for words, stems and pairs of stems of each language, written by `scripts/train.py` from sentences
that must be refused and sentences that must not. What a sentence weighs is their sum.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise, repeat

_WORD = re.compile(r'\w+|[?!:"]')
_STEM = 5
"""Of a longer word so many letters: endings change, above all in Albanian."""
_TELLING = 4
"""Letters of a word that may tell an author something."""
_HOPELESS = -2.5
"""A sentence whose words alone weigh less is not looked at further: no pairs made up for so much yet."""


def words_of(sentence: str) -> list[str]:
    """The words of a folded sentence, with the signs that change what it says."""
    return _WORD.findall(sentence)


def single(word: str) -> tuple[str, ...]:
    """What a word is weighed by: itself, and its stem where it is long."""
    return (word, f"{word[:_STEM]}*") if len(word) > _STEM else (word,)


def pairs(words: Sequence[str]) -> set[str]:
    """What two words that follow one another are weighed by."""
    return {f"{one[:_STEM]} {next_[:_STEM]}" for one, next_ in pairwise(words)}


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each word, stem and pair of stems of a language weighs."""

    weights: Mapping[str, int]
    """In tenths: whole numbers give the same sum in any order."""
    bias: float
    of_word: dict[str, int]
    """Of the words that were asked for until now, with their stems."""

    def of(self, sentence: str) -> float:
        """What a folded sentence weighs: the more, the likelier it must be refused."""
        words = words_of(sentence)
        alone = set(words)
        try:
            whole = sum(map(self.of_word.__getitem__, alone))
        except KeyError:
            for word in alone - self.of_word.keys():
                self.of_word[word] = sum(self.weights.get(one, 0) for one in single(word))
            whole = sum(map(self.of_word.__getitem__, alone))
        part = len(alone) ** -0.5 / 10 if alone else 0.0
        if whole * part + self.bias < _HOPELESS:
            return whole * part + self.bias  # most sentences
        whole += sum(map(self.weights.get, pairs(words), repeat(0)))
        return whole * part + self.bias

    def telling(self, sentence: str) -> list[str]:
        """The words of a folded sentence that weigh most, in their order."""
        words = words_of(sentence)
        weight = {word: sum(self.weights.get(one, 0) for one in single(word)) for word in words}
        for one, next_ in pairwise(words):
            both = self.weights.get(f"{one[:_STEM]} {next_[:_STEM]}", 0)
            weight[one] += both // 2
            weight[next_] += both // 2
        long = [word for word in weight if len(word) >= _TELLING and weight[word] > 0]
        most = sorted(long, key=lambda word: -weight[word])[:3]
        return [word for word in weight if word in most]


@cache
def likeness_in(language: str) -> Likeness | None:
    """What is known of a language; nothing where it has no examples yet."""
    file = resources.files("firstlesson.checks") / "likeness.json"
    known = json.loads(file.read_text(encoding="utf-8")).get(language)
    return Likeness(known["weights"], known["bias"], {}) if known else None
