"""Learns from examples what advice sounds like that must never be given: weights for `likeness.sq.json` and its like.

A linear support vector machine: the smallest weights of words, stems, pairs of stems and meanings that
put the sentences on their sides. It uses no more than sums, products and roots, in a fixed order, so that
it gives the same weights everywhere.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from firstlesson.checks._folding import fold
from firstlesson.checks._likeness import Likeness, Meanings, pairs, single, words_of
from firstlesson.checks._sentence_ends import sentences_of
from firstlesson.checks._sentences import said_in
from firstlesson.course import load

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"

ROUNDS = 25
COST = 6.0
"""What it costs when a sentence lies on the wrong side, against the size of the weights."""
SCALE = 2.5
"""So many times all is taken, so that whole hundredths tell enough apart."""
LEAST = 0.35
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
            for start, end in windows_of(said.folded):
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
        for text in yaml.safe_load(file.read_text("utf-8"))["good"].get(language, ()):
            yield from _right(text, "sentences")
    for source, text in _told("good", language):
        yield from _right(text, source)
    for source, text in _told("bad", language):  # which of its sentences is to blame is not noted
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


def _told(side: str, language: str) -> Iterator[tuple[str, str]]:
    """The sentences that were written to tell, and where they come from."""
    for name, known in readings().items():
        yield from ((name, one) for one in known[side][language])
    advice = yaml.safe_load((TESTS / "advice.yml").read_text("utf-8"))
    for own in advice[side][language].values():
        yield from (("advice", one) for one in own)


@cache
def readings() -> dict[str, Any]:
    """The files of `tests/readings`, by their names: `bad` and `good` sentences of each language."""
    files = sorted((TESTS / "readings").glob("*.yml"))
    return {file.stem: yaml.load(file.read_text("utf-8"), Loader=_Loader) for file in files}  # noqa: S506  # the safe loader, where it was compiled


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _right(text: str, source: str) -> Iterator[Example]:
    """The passages of a text that is right, as a check meets them."""
    folded = fold(text)
    for start, end in windows_of(folded):
        yield Example(folded[start:end].strip(), bad=False, source=source)


def windows_of(folded: str) -> Sequence[tuple[int, int]]:
    """Where each sentence of a folded text begins and ends, and each two that follow one another."""
    alone = sentences_of(folded)
    return (*alone, *((first[0], second[1]) for first, second in pairwise(alone)))


def meanings_in(language: str) -> Meanings:
    """What `meanings.yml` says of the words of a language."""
    known: dict[str, str] = {}
    for name, words in _meanings().items():
        for word in words.get(language, "").split():
            known.setdefault(word, name)
    return Meanings(known)


@cache
def _meanings() -> Any:  # noqa: ANN401  # YAML
    return yaml.safe_load((ROOT / "scripts/meanings.yml").read_text("utf-8"))


def learnt_from(given: Sequence[Example], meanings: Meanings) -> Likeness:
    """What the examples of a language teach."""
    held = [_held(one.sentence, meanings) for one in given]
    often = Counter(one for all_, _ in held for one in set(all_))
    names = sorted(one for one, number in often.items() if number > 1)
    number_of = {name: number for number, name in enumerate(names)}
    rows = [[number_of[one] for one in all_ if one in number_of] for all_, _ in held]
    parts = [part for _, part in held]
    weights, bias = _trained(rows, parts, given, len(names))
    kept = {
        name: round(weight * SCALE * 100)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight * SCALE) >= LEAST
    }
    return Likeness(kept, round(bias * SCALE, 2), meanings)


def _held(sentence: str, meanings: Meanings) -> tuple[list[str], float]:
    """What a sentence holds that can be weighed, and the part of it that counts."""
    words = words_of(sentence)
    alone = sorted(set(words))
    found = [one for word in alone for one in single(word)]
    found += [f"={one}" for word in alone if (one := meanings.of(word))]
    found += [*sorted(pairs(words)), *sorted(meanings.held(sentence, words))]
    return found, len(alone) ** -0.5 / 2


def _trained(
    rows: Sequence[Sequence[int]],
    parts: Sequence[float],
    given: Sequence[Example],
    number: int,
) -> tuple[list[float], float]:
    """The smallest weights that put the sentences on their sides, as far as that is possible.

    A sentence at a time is put right as far as it costs least (dual coordinate descent).
    """
    weights, bias, held = [0.0] * number, 0.0, [0.0] * len(rows)
    order, chance = list(range(len(rows))), random.Random(0)  # noqa: S311  # an order
    sides = [1 if one.bad else -1 for one in given]
    give = 1 / (2 * COST)
    sizes = [len(row) * part * part + 1 for row, part in zip(rows, parts, strict=True)]
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            row, part, side = rows[at], parts[at], sides[at]
            whole = math.fsum(map(weights.__getitem__, row)) * part + bias
            wrong = whole * side - 1 + held[at] * give
            new = max(held[at] - wrong / (sizes[at] + give), 0.0)
            if new != held[at]:
                turn = (new - held[at]) * side
                held[at] = new
                bias += turn
                turn *= part
                for one in row:
                    weights[one] += turn
    return weights, bias


def unseen(
    given: Sequence[Example], meanings: Meanings, folds: int = 5
) -> Iterator[tuple[Example, float]]:
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
        likeness = learnt_from(others, meanings)
        for one in inside:
            yield one, likeness.of(one.sentence)
