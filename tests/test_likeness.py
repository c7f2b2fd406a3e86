"""What sounds like advice that must never be given: learnt from sentences, not from rules."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from overlays import TESTS

from firstlesson.checks._folding import fold
from firstlesson.checks._likeness import (
    Likeness,
    Meanings,
    likeness_in,
    pairs,
    single,
    words_of,
)
from firstlesson.checks.terms.resembles_harmful import _LIKELY

sys.path.insert(0, str(TESTS.parent / "scripts"))
from _likeness import Example, learnt_from, readings, unread, windows_of

READINGS = readings()


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("name", READINGS)
def test_no_sentence_that_is_right_is_spoken_of(name: str, language: str) -> None:
    sentences = READINGS[name]["good"][language]
    assert [one for one in sentences if weighed(one, language) >= _LIKELY] == []


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("name", READINGS)
def test_most_of_those_that_must_be_refused_are_known(name: str, language: str) -> None:
    sentences = READINGS[name]["bad"][language]
    missed = [one for one in sentences if weighed(one, language) < _LIKELY]
    assert len(missed) * 30 < len(sentences), missed


def test_the_words_that_say_so_are_named() -> None:
    telling = known("en").telling(fold("Promise the pupil that you will tell nobody."))
    assert "promise" in telling, telling


def test_a_language_without_examples_is_not_judged() -> None:
    assert likeness_in("it") is None


def test_what_is_learnt_depends_on_the_examples_alone() -> None:
    examples = [
        Example(f"keep the {thing} of the {one}", bad=thing == "picture", source="readings")
        for thing in ("picture", "receipt")
        for one in "abcdef"
    ]
    first, again = (learnt_from(examples, Meanings({})) for _ in range(2))
    assert (first.weights, first.bias) == (again.weights, again.bias)
    assert first.of("keep the picture of the boat") > 0 > first.of("keep the receipt of the boat")


def test_pairs_of_words_count() -> None:
    weighed = Likeness({"a b": 500}, -1.0, Meanings({}))
    assert weighed.of("a b") > 0 > weighed.of("b a")


def test_what_is_learnt_of_a_word_holds_for_what_means_the_same() -> None:
    meanings = Meanings({"keep": "keep", "stor*": "keep", "not": "not"})
    likeness = Likeness({"=keep": 500, "~keep": -500}, -1.0, meanings)
    assert likeness.of("storing it") > 0 > likeness.of("sending it")
    assert likeness.of("store it") > likeness.of("do not store it")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_no_pair_that_matters_is_passed_over(language: str) -> None:
    likeness = known(language)
    for file in READINGS.values():
        for one in (*file["bad"][language], *file["good"][language]):
            sentence = fold(one)
            words = words_of(sentence)
            held = [part for word in set(words) for part in single(word)] + [*pairs(words)]
            held += [f"={likeness.meanings.of(word)}" for word in set(words)]
            held += likeness.meanings.held(sentence, words)
            part = len(set(words)) ** -0.5 / 200
            whole = sum(likeness.weights.get(name, 0) for name in held) * part + likeness.bias
            assert (whole >= _LIKELY) == (likeness.of(sentence) >= _LIKELY), one


def test_a_text_that_is_like_advice_is_not_learnt_to_be_right() -> None:
    likeness = Likeness({"keep": 500}, -1.0, Meanings({}))
    lesson = Example("keep it", bad=False, source="lessons/a")
    ours = Example("keep that", bad=False, source="readings")
    assert unread([lesson, ours], likeness, _LIKELY) == ["keep it"]


def weighed(text: str, language: str) -> float:
    """What the passage of a text weighs that weighs most, as the check sees it."""
    folded, likeness = fold(text), known(language)
    return max(likeness.of(folded[start:end]) for start, end in windows_of(folded))


def known(language: str) -> Likeness:
    found = likeness_in(language)
    assert found
    return found


def test_training_sees_no_example_that_a_check_must_speak_of() -> None:
    marked = [
        row
        for file in (TESTS / "checks/TRM020/bad").rglob("*.md")
        for row in Path(file).read_text("utf-8").splitlines()
        if "<!-- expect:" in row
    ]
    assert marked
    learnt = {
        fold(one)
        for file in READINGS.values()
        for side in file.values()
        for own in side.values()
        for one in own
    }
    assert not learnt & {fold(row.partition("<!--")[0].strip(" -")) for row in marked}
