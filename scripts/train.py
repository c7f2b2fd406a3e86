"""Learn from examples what advice sounds like that must never be given, and write `likeness.sq.json` and its like.

    .venv/bin/python scripts/train.py            learns and writes
    .venv/bin/python scripts/train.py --judge    tells what it would find that it has not learnt from

The examples are the sentences of `tests/readings/` and `tests/advice.yml`, and as right ones all texts of this
edition and of the checks' own examples. Run it after adding sentences there. Where TRM019 or TRM020 speaks of a
sentence that is right, add it to the `good` ones: nothing is learnt while a text of this edition is
spoken of, or a mistake would become right by being learnt.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from _likeness import Example, examples, learnt_from, meanings_in, unread, unseen
from firstlesson.checks._likeness import likeness_in
from firstlesson.checks.terms.resembles_harmful import _LIKELY, _SURE

CHECKS = Path(__file__).resolve().parent.parent / "src/firstlesson/checks"
LANGUAGES = ("sq", "en")


def main() -> int:
    """Learn and write, or judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", action="store_true", help="write nothing, tell how good it is")
    if parser.parse_args().judge:
        for language in LANGUAGES:
            print("\n".join(judged(language)))
        return 0
    given = {language: examples(language) for language in LANGUAGES}
    if spoken_of := [one for language, own in given.items() for one in unread_in(language, own)]:
        print("read these first: change them, or add them to the good ones of tests/readings")
        print("\n".join(spoken_of))
        return 1
    for language, own in given.items():
        file = CHECKS / f"likeness.{language}.json"
        file.write_text(text(language, own), "utf-8", newline="\n")
        print(f"wrote {file.name}")
    return 0


def unread_in(language: str, given: Sequence[Example]) -> list[str]:
    """The sentences of this edition that the weights of until now speak of."""
    likeness = likeness_in(language)
    return unread(given, likeness, _LIKELY) if likeness else []


def text(language: str, given: Sequence[Example]) -> str:
    """The file of a language: one weight a line, so that a change can be read."""
    learnt = learnt_from(given, meanings_in(language))
    known = {
        "bias": learnt.bias,
        "meanings": dict(sorted(learnt.meanings.known.items())),
        "weights": dict(sorted(learnt.weights.items())),
    }
    return json.dumps(known, ensure_ascii=False, indent=0) + "\n"


def judged(language: str) -> list[str]:
    """Of sentences that were not learnt from: how many are found, of those that must be and others."""
    rows = []
    weights = list(unseen(examples(language), meanings_in(language)))
    kinds: dict[str, Callable[[Example], bool]] = {
        "that must be refused": lambda one: one.bad,
        "that are right, and near": lambda one: not one.bad and "/" not in one.source,
        "of lessons, protocols and pages": lambda one: not one.bad and "/" in one.source,
    }
    for name, is_one in kinds.items():
        own = [weight for one, weight in weights if is_one(one)]
        sure, likely = (sum(weight >= least for weight in own) for least in (_SURE, _LIKELY))
        rows.append(
            f"{language}: of {len(own)} unseen sentences {name}: {sure} errors, {likely - sure} warnings"
        )
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
