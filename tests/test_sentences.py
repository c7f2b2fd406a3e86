"""Checks of meaning, sentence by sentence: `tests/sentences/<CODE>.yml` says what each must find.

`bad` and `good` hold sentences by language. `place` says where in the tiny course they stand, for
checks that speak only there (see `sentence_places.py`; without it: a page of `docs`). Where a check
looks at two places, a second file `<CODE>-<more>.yml` holds the others.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from overlays import TESTS, course_with
from sentence_places import laid_out

from firstlesson.checks import all_checks
from firstlesson.checks._run import _subjects
from firstlesson.checks._told import told_by
from firstlesson.course import Course, load

FILES = sorted((TESTS / "sentences").glob("*.yml"))
ENOUGH = 20
"""So many bad and so many good sentences has each check of meaning, in each language."""
_NUMBERS = {
    "ACC": (14, 20, 21),
    "AUD": (6, 8, 17),
    "CON": (1,),
    "PRO": (6, 7, 14, 16),
    "PRV": (*range(9, 19), 20, 21, 22),
    "QUZ": (8, 9, 12, 16, 58, 64),
    "TRM": (6, 7, *range(10, 20)),
    "TXT": (*range(1, 5), *range(6, 12), 29, 41),
}
OF_MEANING = [f"{family}{one:03}" for family, numbers in _NUMBERS.items() for one in numbers]
"""A check of meaning is one that judges what words say: the same fault can be written in many ways, \
and a right sentence can stand a word away from it."""

GIVES_WAY = {
    "PRO007": ("truth", "TXT006"),
    "QUZ009": ("terms", "TRM013"),
    "QUZ012": ("terms", "TRM017"),
    "QUZ058": ("terms", "TRM016", "TRM017"),
}
"""Checks that keep silent of a sentence of which a graver one of that family speaks anyway."""


ONE_LANGUAGE = {"TRM007": ("sq",)}
"""What only one language can get wrong: English has one word for `ti` and `ju`."""


def _languages(code: str) -> Sequence[str]:
    return ONE_LANGUAGE.get(code, ("sq", "en"))


@pytest.mark.parametrize("side", ["bad", "good"])
@pytest.mark.parametrize(
    ("file", "language"),
    [(file, one) for file in FILES for one in _languages(file.stem.partition("-")[0])],
    ids=lambda one: getattr(one, "stem", one),
)
def test_sentences(file: Path, side: str, language: str, tmp_path: Path, today: dt.date) -> None:
    given = _read(file)
    sentences = given[side][language]
    texts, path, lines = laid_out(str(given.get("place", "docs")), sentences, language)
    course, _ = load(course_with(texts, tmp_path))
    one = next(one for one in all_checks() if one.kind.code == _code(file))
    needed = {Course: course, dt.date: today}
    found = {
        finding.at.line
        for subject in _subjects(course)[one.subject]
        for finding in one.function(subject, *(needed[need] for need in one.needs))
        if finding.at.path == path
    }
    if side == "bad" and one.kind.code in GIVES_WAY:
        found |= {
            line for where, line in told_by(course, *GIVES_WAY[one.kind.code]) if where == path
        }
    spoken_of = [any(line in found for line in own) for own in lines]
    assert [
        text for text, told in zip(sentences, spoken_of, strict=True) if told != (side == "bad")
    ] == []


@pytest.mark.parametrize("code", OF_MEANING)
def test_a_check_of_meaning_has_enough_sentences(code: str) -> None:
    counted: Counter[str] = Counter()
    for file in FILES:
        if _code(file) == code:
            given = _read(file)
            for side in ("bad", "good"):
                counted.update(
                    {f"{side} {one}": len(set(given[side][one])) for one in _languages(code)}
                )
    kinds = (f"{side} {one}" for side in ("bad", "good") for one in _languages(code))
    few = {kind: counted[kind] for kind in kinds if counted[kind] < ENOUGH}
    assert few == {}


def test_every_file_of_sentences_is_of_a_check_of_meaning() -> None:
    assert {_code(file) for file in FILES} <= set(OF_MEANING)


def _code(file: Path) -> str:
    return file.stem.partition("-")[0]


def _read(file: Path) -> Mapping[str, Mapping[str, Sequence[str]]]:
    given: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load(file.read_text("utf-8"))
    return given
