"""One fault is told once, and a file full of faults stays readable."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from overlays import TINY, course_with

from firstlesson import app

ROWS = 230


def test_of_many_the_first_are_told_and_the_rest_are_counted(
    today: dt.date, tmp_path: Path
) -> None:
    page = "# Page\n\n" + "Call 0691234567.\n\n" * ROWS
    root = course_with({"docs/page.en.md": page}, tmp_path)
    told = [one for one in app.check(root, today=today).diagnostics if one.kind.code == "CON001"]
    assert len(told) == 201
    assert told[-1].message.en.startswith("and 30 more")
    assert told[-1].message.sq.startswith("në këtë skedar ka edhe 30")


def test_an_address_in_disguise_is_one_fault(today: dt.date, tmp_path: Path) -> None:
    page = "# Page\n\nRead [here](https://\u0430lo116.al/).\n"
    root = course_with({"docs/page.en.md": page}, tmp_path)
    found = [one for one in app.check(root, today=today).diagnostics if one.span.line == 3]
    assert [one.kind.code for one in found] == ["SEC003"]


def test_a_misspelt_key_is_not_missing_too(today: dt.date, tmp_path: Path) -> None:
    path = "protocols/listen/protocol.yml"
    text = (TINY / path).read_text(encoding="utf-8").replace("version:", "versoin:")
    root = course_with({path: text}, tmp_path)
    found = [one.kind.code for one in app.check(root, today=today).diagnostics]
    assert (found.count("SCH010"), found.count("SCH011")) == (1, 0)


def test_a_protocol_with_a_mistake_is_not_missing_too(today: dt.date, tmp_path: Path) -> None:
    path = "protocols/listen/protocol.yml"
    text = (TINY / path).read_text(encoding="utf-8").replace(", en: Tell the psychologist.}", "}")
    root = course_with({path: text}, tmp_path)
    found = app.check(root, today=today).diagnostics
    assert [(one.span.path, one.kind.code) for one in found] == [(path, "TRN001")]


def test_a_copied_keyword_is_in_the_wrong_language(today: dt.date, tmp_path: Path) -> None:
    path = "lessons/kind-words/lesson.yml"
    text = (TINY / path).read_text(encoding="utf-8")
    copied = "keywords:\n  - {sq: më kërkuan fjalëkalimin, en: më kërkuan fjalëkalimin}\n"
    root = course_with({path: f"{text}{copied}"}, tmp_path)
    found = app.check(root, today=today).diagnostics
    assert [one.kind.code for one in found if one.kind.severity.name == "ERROR"] == ["TRN019"]
