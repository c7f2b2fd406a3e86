"""No expression finds anything in a text that holds none of its pieces: else a check would be blind."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlays import TESTS, TINY

from firstlesson.checks import run_checks
from firstlesson.checks._expressions import ANYWHERE, Expression, all_expressions
from firstlesson.course import load

NO_WAY = ("(?!)", "(?:(?!))")
"""Expressions that find nothing: a language needs none."""


def expressions() -> list[str]:
    course, loaded = load(TINY)
    run_checks(course, loaded, today=dt.date(2026, 11, 22))
    return [one for one in all_expressions() if one not in NO_WAY]


@pytest.mark.parametrize("written", expressions())
def test_what_an_expression_finds_holds_its_pieces(written: str) -> None:
    wanted = Expression(written)

    @settings(
        max_examples=5, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.from_regex(written))
    def holds(text: str) -> None:
        assert wanted.may_find(text) or not re.search(written, text)

    holds()


def test_what_the_examples_say_holds_its_pieces() -> None:
    said = sorted(
        row
        for file in Path(TESTS / "sentences").glob("*.yml")
        for row in file.read_text(encoding="utf-8").lower().splitlines()
    )
    blind = [
        (written, row)
        for written in expressions()
        for row in said
        if not Expression(written).may_find(row) and re.search(written, row)
    ]
    assert blind == []


def test_most_expressions_are_not_made_for_a_text_without_their_words() -> None:
    made_anyway = [one for one in expressions() if Expression(one).pieces is ANYWHERE]
    assert len(made_anyway) < len(expressions()) / 10


def test_an_unknown_expression_looks_everywhere() -> None:
    assert Expression("nobody wrote (?:this|that) down").search("so nobody wrote this down")
