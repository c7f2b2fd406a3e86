"""How much a sentence is like advice that must never be given, learnt from many examples of both.

Rules know what they were told; a sentence in other words passes them. `likeness.sq.json` and its
like hold a weight for words, stems, pairs of stems, and meanings of a language, written by `scripts/train.py` from
sentences that must be refused and sentences that must not. A meaning is what several words have in
common: “keep”, “store” and “hold on to” mean the same here. What a sentence weighs is their sum.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import combinations, pairwise, repeat

_WORD = re.compile(r'\w+|[?!:"]')
_CLAUSE = re.compile(r'[,;:.!?"()]')
_STEM = 5
"""Of a longer word so many letters: endings change, above all in Albanian."""
_TELLING = 4
"""Letters of a word that may tell an author something."""
_HOPELESS = -4.2
"""A sentence whose words alone weigh less is not looked at further: no pairs made up for so much yet."""
_FIRST, _LAST = "<", ">"
"""What stands before the first word of a sentence, and behind its last."""
_NO = "not"
"""The meaning of words that turn what follows into its opposite."""


def words_of(sentence: str) -> list[str]:
    """The words of a folded sentence, with the signs that change what it says."""
    return _WORD.findall(sentence)


def single(word: str) -> tuple[str, ...]:
    """What a word is weighed by: itself, and its stem where it is long."""
    return (word, f"{word[:_STEM]}*") if len(word) > _STEM else (word,)


def pairs(words: Sequence[str]) -> set[str]:
    """What two words that follow one another are weighed by, and how the sentence begins."""
    stems = [_FIRST, *(word[:_STEM] for word in words), _LAST]
    found = {f"{one} {next_}" for one, next_ in pairwise(stems)}
    found.add(" ".join(stems[:3]))
    return found


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the words of a language mean, as far as it is known."""

    known: Mapping[str, str]
    """For a word, or the beginning of one and a star, the name of its meaning."""
    of_word: dict[str, str] = field(default_factory=dict)
    """Of the words that were asked for until now; empty where nothing is known."""

    def of(self, word: str) -> str:
        """What a word means; a longer beginning knows it better."""
        found = self.of_word.get(word)
        if found is None:
            begun = (f"{word[:letters]}*" for letters in range(len(word), 1, -1))
            names = (self.known.get(one, "") for one in (word, *begun))
            found = self.of_word[word] = next(filter(None, names), "")
        return found

    def held(self, sentence: str, words: Sequence[str]) -> set[str]:
        """What a sentence is weighed by: meanings in a row, in one clause, and denied."""
        return {*self._rows(words), *self._in_clauses(sentence)} if self.known else set()

    def _rows(self, words: Sequence[str]) -> Iterator[str]:
        meant = [(word, self.of(word)) for word in words]
        for (one, its), (next_, of_next) in pairwise(meant):
            if of_next and not its:
                yield f"{one[:_STEM]}>{of_next}"
            elif its and not of_next:
                yield f"{its}<{next_[:_STEM]}"
        row = [its or word for word, its in meant if its or not word.isalnum()]
        for one, next_ in pairwise(row):
            if one != next_:
                yield f"{one}>>{next_}"

    def _in_clauses(self, sentence: str) -> Iterator[str]:
        for clause in _CLAUSE.split(sentence):
            words = words_of(clause)
            meant = [self.of(word) for word in words]
            named = sorted({one for one in meant if one})
            yield from (f"{one}&{other}" for one, other in combinations(named, 2))
            if _NO in named:
                denied = meant.index(_NO) + 1
                yield from (f"~{one}" for one in meant[denied:] if one)
                yield from (f"!{word[:_STEM]}" for word in words[denied:])
            else:
                yield from (f"+{one}" for one in named)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each word, stem, pair of stems and meaning of a language weighs."""

    weights: Mapping[str, int]
    """In hundredths: whole numbers give the same sum in any order."""
    bias: float
    meanings: Meanings
    of_word: dict[str, int] = field(default_factory=dict)
    """Of the words that were asked for until now, with their stems and meanings."""

    def of(self, sentence: str) -> float:
        """What a folded sentence weighs: the more, the likelier it must be refused."""
        words = words_of(sentence)
        alone = set(words)
        try:
            whole = sum(map(self.of_word.__getitem__, alone))
        except KeyError:
            whole = sum(map(self._of_one, alone))
        part = len(alone) ** -0.5 / 200 if alone else 0.0
        if whole * part + self.bias < _HOPELESS:
            return whole * part + self.bias  # most sentences
        for held in (pairs(words), self.meanings.held(sentence, words)):
            whole += sum(map(self.weights.get, held, repeat(0)))
        return whole * part + self.bias

    def _of_one(self, word: str) -> int:
        known = self.of_word.get(word)
        if known is None:
            held = (*single(word), f"={self.meanings.of(word)}")
            known = self.of_word[word] = sum(self.weights.get(one, 0) for one in held)
        return known

    def telling(self, sentence: str) -> list[str]:
        """The words of a folded sentence that weigh most, in their order."""
        words = words_of(sentence)
        weight = {word: self._of_one(word) for word in words}
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
    file = resources.files("firstlesson.checks") / f"likeness.{language}.json"
    if not file.is_file():
        return None
    known = json.loads(file.read_text(encoding="utf-8"))
    return Likeness(known["weights"], known["bias"], Meanings(known["meanings"]))
