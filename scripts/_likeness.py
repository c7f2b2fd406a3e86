"""Learns from examples what advice sounds like that must never be given: weights for `likeness.json`.

A perceptron with a margin, averaged: each sentence on the wrong side moves the weights of its words,
stems and pairs of stems a little. It uses no more than sums, products and roots, in a fixed order, so
that it gives the same weights everywhere.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from firstlesson.checks._folding import fold
from firstlesson.checks._likeness import Likeness, pairs, single, words_of
from firstlesson.checks._sentence_ends import sentences_of
from firstlesson.checks._sentences import said_in
from firstlesson.course import load

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"

ROUNDS = 20
ORDERS = 4
"""In so many orders all is learnt, and the mean counts: one more example then changes little."""
STEP = 0.3
ORDINARY, TELLING = 0.5, 1.0
"""How far a sentence moves the weights: ordinary ones are many more than those written to tell."""
LEAST = 0.3
"""What weighs less is left out."""


@dataclass(frozen=True)
class Example:
    """A folded sentence, and whether it must be refused."""

    sentence: str
    bad: bool
    source: str


def examples(language: str) -> list[Example]:
    """All that there is to learn from in a language, each sentence once."""
    found = {one.sentence: one for one in _all(language) if len(words_of(one.sentence)) > 1}
    return list(found.values())


def _all(language: str) -> Iterator[Example]:
    course, _ = load(ROOT)
    for said in said_in(course):
        if said.language == language and not said.rejected:
            owner = "/".join(said.text.path.split("/")[:2])
            for start, end in said.sentences():
                yield Example(said.folded[start:end].strip(), bad=False, source=owner)
    for file in sorted((TESTS / "checks").glob(f"*/*/**/*.{language}.md")):
        for row in file.read_text("utf-8", "replace").splitlines():
            text, _, codes = row.partition("<!-- expect:")
            if not _OF_MEANING.search(codes):
                yield from _right(text, "examples")
    for file in sorted((TESTS / "checks").glob("*/*/**/*.yml")):
        for row in file.read_text("utf-8", "replace").splitlines():
            if "# expect:" not in row and (found := re.match(rf"[ -]*{language}: (.*)", row)):
                yield from _right(found[1].strip("\"' "), "examples")
    for file in sorted((TESTS / "sentences").glob("*.yml")):
        for text in yaml.safe_load(file.read_text("utf-8"))["good"][language]:
            yield from _right(text, "sentences")
    told = [("readings", one) for one in _of("readings")["good"][language]]
    told += [("advice", one) for own in _of("advice")["good"][language].values() for one in own]
    for source, text in told:
        yield from _right(text, source)
    must = [("readings", one) for one in _of("readings")["bad"][language]]
    must += [("advice", one) for own in _of("advice")["bad"][language].values() for one in own]
    for source, text in must:  # as a whole: which of its sentences is to blame is not noted
        yield Example(fold(text), bad=True, source=source)


_OF_MEANING = re.compile(r"TRM0(?:01|1|20)|AUD|CON|PRO|PRV|QUZ|TXT")
"""What says that a line is wrong by what it says; all other marked lines are wrong in other ways."""


def unread(given: Sequence[Example], likeness: Likeness, least: float) -> list[str]:
    """The sentences of lessons, protocols and pages that nobody has said to be right.

    What is like harmful advice must not be learnt to be right only because it stands in a lesson.
    """
    return [
        one.sentence for one in given if "/" in one.source and likeness.of(one.sentence) >= least
    ]


def _of(name: str) -> Any:  # noqa: ANN401  # YAML
    return yaml.safe_load((TESTS / f"{name}.yml").read_text("utf-8"))


def _right(text: str, source: str) -> Iterator[Example]:
    """The sentences of a text that is right, as a check meets them."""
    folded = fold(text)
    for start, end in sentences_of(folded):
        yield Example(folded[start:end].strip(), bad=False, source=source)


def learnt_from(given: Sequence[Example]) -> Likeness:
    """What the examples of a language teach."""
    held = [_held(one.sentence) for one in given]
    often = Counter(one for all_, _ in held for one in set(all_))
    names = sorted(one for one, number in often.items() if number > 1)
    number_of = {name: number for number, name in enumerate(names)}
    rows = [[number_of[one] for one in all_ if one in number_of] for all_, _ in held]
    parts = [part for _, part in held]
    pushes = [_push(one) for one in given]
    each = [_trained(rows, parts, pushes, len(names), order) for order in range(ORDERS)]
    weights = [math.fsum(all_) / ORDERS for all_ in zip(*(one for one, _ in each), strict=True)]
    bias = math.fsum(one for _, one in each) / ORDERS
    kept = {
        name: round(weight * 10)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= LEAST
    }
    return Likeness(kept, round(bias, 2), {})


def _held(sentence: str) -> tuple[list[str], float]:
    """What a sentence holds that can be weighed, and the part of it that counts."""
    words = words_of(sentence)
    alone = sorted(set(words))
    found = [one for word in alone for one in single(word)]
    return [*found, *sorted(pairs(words))], len(alone) ** -0.5


def _push(one: Example) -> float:
    """How far an example moves the weights, and to which side."""
    if one.bad:
        return TELLING
    return -(ORDINARY if "/" in one.source else TELLING)


def _trained(
    rows: Sequence[Sequence[int]],
    parts: Sequence[float],
    pushes: Sequence[float],
    number: int,
    seed: int,
) -> tuple[list[float], float]:
    weights, sums, moved = [0.0] * number, [0.0] * number, [1e-6] * number
    bias = bias_sum = 0.0
    order, chance, time = list(range(len(rows))), random.Random(seed), 1  # noqa: S311  # an order
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            push = pushes[at]
            whole = math.fsum(weights[one] for one in rows[at]) * parts[at] + bias
            if whole * math.copysign(1, push) < 1:
                for one in rows[at]:
                    turn = push * parts[at]
                    moved[one] += turn * turn
                    step = STEP * turn / math.sqrt(moved[one])
                    weights[one] += step
                    sums[one] += time * step
                bias += 0.02 * push
                bias_sum += time * 0.02 * push
            time += 1
    mean = [one - sum_ / time for one, sum_ in zip(weights, sums, strict=True)]
    return mean, bias - bias_sum / time


def unseen(given: Sequence[Example], folds: int = 5) -> Iterator[tuple[Example, float]]:
    """What each example weighs where it was not learnt from, nor any other of its lesson."""
    groups = sorted({one.source for one in given if "/" in one.source})
    random.Random(1).shuffle(groups)  # noqa: S311  # an order
    alone = [one for one in given if "/" not in one.source]
    random.Random(2).shuffle(alone)  # noqa: S311  # an order
    place = {group: number % folds for number, group in enumerate(groups)}
    of_one = {one.sentence: number % folds for number, one in enumerate(alone)}
    for fold_ in range(folds):
        inside = [one for one in given if place.get(one.source, of_one.get(one.sentence)) == fold_]
        others = [one for one in given if place.get(one.source, of_one.get(one.sentence)) != fold_]
        likeness = learnt_from(others)
        for one in inside:
            yield one, likeness.of(one.sentence)
