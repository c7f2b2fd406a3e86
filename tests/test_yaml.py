"""YAML as authors type it: texts stay texts, and every value knows its place."""

from __future__ import annotations

import pytest

from firstlesson.source.yaml import MAX_DEPTH, Data, read_yaml


def data_of(text: str) -> Data:
    document, found = read_yaml("a.yml", text)
    assert found == []
    return document.data


def codes_at(text: str) -> list[str]:
    """`line:column CODE` of everything that is wrong."""
    _, found = read_yaml("a.yml", text)
    return [f"{one.span.line}:{one.span.column} {one.kind.code}" for one in found]


@pytest.mark.parametrize(
    "typed", ["0112", "12:30", "no", "null", "~", "1_000", "2026-11-22", "1e3", "0x1F", "+355 69"]
)
def test_a_value_stays_what_was_typed(typed: str) -> None:
    assert data_of(f"a: {typed}") == {"a": typed}


def test_the_forms_of_a_text() -> None:
    text = """\
plain: një tekst  # a remark
single: 'it''s'
double: "një \\"tekst\\""
folded: >-
  një tekst
  i gjatë
kept: |
  një
  dy
empty:
"""
    assert data_of(text) == {
        "plain": "një tekst",
        "single": "it's",
        "double": 'një "tekst"',
        "folded": "një tekst i gjatë",
        "kept": "një\ndy\n",
        "empty": "",
    }


def test_an_empty_file_has_no_keys() -> None:
    assert data_of("") == {}
    assert data_of("# only a remark\n") == {}


def test_every_key_and_value_has_its_place() -> None:
    document, _ = read_yaml(
        "a.yml",
        'name: {sq: "Ç’është", en: What}\nhelp:\n  - një\n  - id: dy\n    e: 🙂 x\nlast: 1\n',
    )

    def place(*route: str | int) -> str:
        span = document.span(*route)
        return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"

    assert place("name") == "1:7-1:32"
    assert place("name", "sq") == "1:12-1:21"
    assert place("help", 0) == "3:5-3:8"
    assert place("help", 1) == "4:5-5:11"
    assert place("help", 1, "e") == "5:8-5:11"
    assert place("last") == "6:7-6:8"
    assert (document.key_span("last").line, document.key_span("last").column) == (6, 1)


def test_what_is_missing_stands_where_it_should_have_been() -> None:
    document, _ = read_yaml("a.yml", "a:\n  b: 1\n")
    assert document.span("a", "c", "d") == document.span("a")
    assert document.key_span("a", 0) == document.span("a")
    assert str(read_yaml("a.yml", "")[0].span("a")) == "a.yml:1:1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Siguria: hapi 1\n", ["1:14 SCH001"]),
        ("ok: po\nname: Siguria: hapi 1\n", ["2:14 SCH001"]),
        ("name: {sq: Siguria: hapi 1}\n", ["1:19 SCH001"]),
        ("a: 1\n\tb: 2\n", ["2:1 SCH001"]),
        ('a: "një\nb: dy\n', ["3:1 SCH001"]),
        ("a: @ana\n", ["1:4 SCH001"]),
        ("a: 1\nb\nc: 2\n", ["3:1 SCH001"]),
        ("a: [një, dy\nb: tre\n", ["1:4 SCH001"]),
        ("a: x\x00dy\n", ["1:5 SCH001"]),
        ("a: 1\nb: 2\na: 3\na: 4\n", ["3:1 SCH002", "4:1 SCH002"]),
        ("a: {b: 1, b: 2}\n", ["1:11 SCH002"]),
        ("a: &x 1\nb: *x\n", ["1:4 SCH003", "2:4 SCH003"]),
        ("a: !!int 1\n", ["1:4 SCH003"]),
        ("<<: {a: 1}\n", ["1:1 SCH003"]),
        ("a: 1\n---\nb: 2\n", ["2:1 SCH003"]),
        ("? [a, b]\n: c\n", ["1:3 SCH003"]),
        ("a: {{ title }}\n", ["1:5 SCH003"]),
        ("[" * MAX_DEPTH + "]" * MAX_DEPTH, []),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), [f"1:{MAX_DEPTH + 1} SCH003"]),
    ],
)
def test_what_is_refused(text: str, expected: list[str]) -> None:
    assert codes_at(text) == expected


def test_an_unquoted_colon_is_explained() -> None:
    _, [found] = read_yaml("a.yml", "name: Siguria: hapi 1\n")
    assert found.message.en == "a text with a colon (`: `) must stand in quotation marks"
    assert found.hint
    assert 'sq: "Siguria: hapi 1"' in found.hint.sq


def test_of_two_equal_keys_the_first_counts_and_is_named() -> None:
    document, [found] = read_yaml("a.yml", "a: {x: 1}\nb: 2\na: {x: 3, y: 4}\n")
    assert document.data == {"a": {"x": "1"}, "b": "2"}
    assert [one.line for one in found.related] == [1]
    assert document.span("a", "x").line == 1


def test_a_remark_sign_inside_a_text_cuts_nothing_off_without_a_space() -> None:
    assert data_of("a: mësimi#1\nb: 'mësimi #1'\n") == {"a": "mësimi#1", "b": "mësimi #1"}


def test_a_bad_character_after_albanian_letters_has_its_exact_place() -> None:
    assert codes_at("# ëëëëëë\na: \x07\nb: 1\nc: 2\n") == ["2:4 SCH001"]
