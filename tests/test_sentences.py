"""Checks of meaning, sentence by sentence: `tests/sentences/<CODE>.yml` says what each must find."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
import yaml
from overlays import TESTS, course_with

from firstlesson.checks import all_checks
from firstlesson.checks._run import _subjects
from firstlesson.course import Course, load

FILES = sorted((TESTS / "sentences").glob("*.yml"))


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("side", ["bad", "good"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sentences(file: Path, side: str, language: str, tmp_path: Path, today: dt.date) -> None:
    sentences = yaml.safe_load(file.read_text(encoding="utf-8"))[side][language]
    page = "# Page\n\n" + "\n\n".join(sentences) + "\n"
    course, _ = load(course_with({f"docs/page.{language}.md": page}, tmp_path))
    one = next(one for one in all_checks() if one.kind.code == file.stem)
    given = {Course: course, dt.date: today}
    found = Counter(
        finding.at.line
        for subject in _subjects(course)[one.subject]
        for finding in one.function(subject, *(given[need] for need in one.needs))
        if finding.at.path.startswith("docs/page")
    )
    wrong = [text for at, text in enumerate(sentences) if found[3 + 2 * at] != (side == "bad")]
    assert wrong == []
