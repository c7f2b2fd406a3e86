"""Sentences in other words than the checks' own examples: `advice.yml` says which must be refused."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from overlays import TESTS, TINY, course_with

import firstlesson.checks
from firstlesson import app

CHECKS = Path(firstlesson.checks.__file__).parent
SENTENCES = yaml.safe_load((TESTS / "advice.yml").read_text(encoding="utf-8"))
OF_MEANING = ("TRM", "TXT00", "TXT010", "TXT011", "PRV", "CON", "AUD008", "PRO007")
# What tells of letters and of the glossary's names, not of what is said.
OF_WORDS = ("TRM003", "TRM004")
NAMING = ("needs", "unless")
"""Where the rules of `acts.yml` name lists by `@`."""


def file_of(place: str, language: str) -> str:
    if place == "protocol":
        return f"protocols/listen/protocol.{language}.md"
    return f"lessons/kind-words/{place}.{language}.md"


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("side", ["bad", "good"])
def test_advice(side: str, language: str, tmp_path: Path, today: dt.date) -> None:
    files = {"data/glossary.yml": glossary()}
    said: dict[tuple[str, int], str] = {}
    for place, sentences in SENTENCES[side][language].items():
        path = file_of(place, language)
        rows = (TINY / path).read_text(encoding="utf-8").rstrip("\n").split("\n")
        for number, sentence in enumerate(sentences):
            rows += ["", f"## {number} {{#s-{number}}}", "", sentence]
            said[path, len(rows)] = sentence
        files[path] = "\n".join(rows) + "\n"
    found = {
        (one.span.path, one.span.line)
        for one in app.check(course_with(files, tmp_path), today=today).diagnostics
        if one.kind.code.startswith(OF_MEANING) and one.kind.code not in OF_WORDS
    }
    assert [text for at, text in said.items() if (at in found) != (side == "bad")] == []


def glossary() -> str:
    """The project's own glossary, whose discouraged words count, and the terms of the tiny course."""
    own = (TESTS.parent / "data/glossary.yml").read_text(encoding="utf-8")
    tiny = (TINY / "data/glossary.yml").read_text(encoding="utf-8")
    return own + tiny.split("terms:\n", 1)[1]


@pytest.mark.parametrize("file", sorted(CHECKS.glob("*/acts.yml")), ids=lambda one: one.parent.name)
def test_every_list_of_words_is_used_and_says_nothing_twice(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for language, lists in data["lists"].items():
        used = {
            name for rule in data["rules"] for row in rule.get(language, ()) for name in row.split()
        }
        asked = [rule.get(key, {}).get(language, "") for rule in data["rules"] for key in NAMING]
        used |= set(re.findall(r"@([\w-]+)", " ".join([*map(str, lists.values()), *asked])))
        assert set(lists) <= used, language
        for name, written in lists.items():
            entries = [one.strip() for one in str(written).split(",")]
            assert sorted(entries) == sorted(set(entries)), (language, name)
