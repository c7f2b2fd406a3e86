"""What spares a search finds the same as the search, and forgets nothing that matters."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from firstlesson.checks._rows import entries_of
from firstlesson.checks.terms._forms import beginnings_of, forms_of
from firstlesson.source.remembered import remembered

WORDS = ["foto", "fotoja", "a_foto", "foto-", "foto_", "-foto", "FOTO1", "send", "sent", ".", " "]


@given(st.lists(st.sampled_from(WORDS)).map("".join), st.integers(0, 9))
def test_single_words_are_found_as_an_expression_finds_them(text: str, start: int) -> None:
    [entry] = entries_of("send/foto/foto*", "en").all
    same = re.compile(r"(?<![\w-])(?:send|foto|foto\w*)(?!\w)")
    found = {match.span() for match in same.finditer(text, start)}
    assert {*entry.spans(text, start)} == found


@given(
    st.sampled_from(["baby", "name", "bullizem", "cyberbullying", "foto intime", "rreth i ri"]),
    st.sampled_from(["sq", "en"]),
    st.data(),
)
def test_every_form_holds_the_beginnings(phrase: str, language: str, data: st.DataObject) -> None:
    form = data.draw(st.from_regex(forms_of(phrase, language), fullmatch=True))
    assert all(one in form for one in beginnings_of(phrase))


def test_answers_about_long_texts_are_not_kept() -> None:
    asked = []

    @remembered(10)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("a"), length("a"), length("a" * 9000), length("a" * 9000)] == [1, 1, 9000, 9000]
    assert asked == ["a", "a" * 9000, "a" * 9000]
