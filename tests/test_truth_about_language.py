"""What is missing, stale and current: one changed sentence flags one section, and the page says so."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from firstlesson import app
from firstlesson.cli._commands import commands
from firstlesson.course import load
from firstlesson.course.parity import State, units_of
from firstlesson.site.plan import make_plan

Course = Callable[[object], Path]
LESSON = "lessons/kind-words"


@pytest.fixture
def root(course_with: Course) -> Path:
    return course_with({})


def open_units(root: Path) -> list[tuple[str, str]]:
    course, _ = load(root)
    return [
        (f"{unit.owner}/{unit.key}", unit.state.value)
        for unit in units_of(course)
        if unit.state is not State.CURRENT
    ]


def page(root: Path, path: str, today: dt.date) -> str:
    course, _ = load(root)
    return make_plan(course, today=today).pages[path]()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) >= 1, old
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_is_open_in_a_course_that_was_just_translated(root: Path) -> None:
    assert open_units(root) == []


def test_one_changed_sentence_flags_exactly_one_section(root: Path) -> None:
    file = root / LESSON / "teacher.sq.md"
    sections = [line for line in file.read_text("utf-8").splitlines() if line.startswith("## ")]
    name = re.findall(r"\{#([\w-]+)\}", sections[0])[0]
    change(file, sections[0], f"{sections[0]}\n\nNjë fjali e re.")
    assert open_units(root) == [(f"{LESSON}/teacher#{name}", "stale")]


def test_white_space_flags_nothing(root: Path) -> None:
    file = root / LESSON / "teacher.sq.md"
    file.write_text(file.read_text("utf-8").replace("\n\n", "\n\n\n").replace(". ", ".  "), "utf-8")
    assert open_units(root) == []


def test_a_changed_quiz_option_flags_that_option(root: Path) -> None:
    change(root / LESSON / "quiz.yml", "sq: Asnjë fjalë", "sq: Asnjëra")
    (unit,) = open_units(root)
    assert unit[1] == "stale"
    assert "/options/" in unit[0]


def test_a_changed_step_flags_that_step_and_its_page_says_so(root: Path, today: dt.date) -> None:
    change(root / "protocols/listen/protocol.yml", "sq: Tregojini psikologut.", "sq: Shkruajini.")
    assert open_units(root) == [("protocols/listen/protocol.yml#steps/pass-on/action", "stale")]
    english = page(root, "en/protocols/listen.md", today)
    assert english.count("fl-note--stale") == 1
    assert english.index("fl-note--stale") > english.index('id="pass-on"')
    assert "fl-note--stale" not in page(root, "sq/protocols/listen.md", today)


def test_a_stale_section_says_so_at_its_head_and_is_still_shown(root: Path, today: dt.date) -> None:
    file = root / LESSON / "student.sq.md"
    first = next(x for x in file.read_text("utf-8").splitlines() if x.startswith("## "))
    change(file, first, f"{first}\n\nNjë fjali e re.")
    english = page(root, f"en/{LESSON}/student.md", today)
    heading = re.findall(r"\{#([\w-]+)\}", first)[0]
    after = english[english.index(f"{{#{heading}}}") :]
    assert "fl-note--stale" in after.split("\n## ")[0]


def test_what_is_stale_or_missing_is_told_on_the_page_where_it_stands(
    root: Path, today: dt.date
) -> None:
    for language, title in (("sq", "Burime"), ("en", "Sources")):
        file = root / LESSON / f"teacher.{language}.md"
        file.write_text(f"{file.read_text('utf-8')}\n## {title} {{#sources}}\n\nA.\n", "utf-8")
    app.accept(root, today=today, target=LESSON)
    file = root / LESSON / "teacher.sq.md"
    file.write_text(file.read_text("utf-8") + "\nNjë fjali e re.\n\n## Më {#more}\n\nB.\n", "utf-8")
    beside = page(root, f"en/{LESSON}/beside.md", today)
    assert beside.count("fl-note--stale") == 1
    assert f'{LESSON}/beside.html#more"' in beside
    plan = page(root, f"en/{LESSON}/teacher.md", today)
    assert "fl-note--stale" not in plan
    assert "fl-note--untranslated" not in plan


def test_a_stale_text_of_a_story_is_told_where_the_story_is(root: Path, today: dt.date) -> None:
    def told() -> set[str]:
        names = ("student", "story", "teacher", "beside", "key", "parent")
        texts = {name: page(root, f"en/{LESSON}/{name}.md", today) for name in names}
        return {name for name, text in texts.items() if "fl-note--stale" in text}

    assert told() == set()
    change(root / LESSON / "scenario.yml", "sq: Ana buzëqesh.", "sq: Ana qesh.")
    assert told() == {"story", "key"}
    change(root / LESSON / "scenario.yml", "sq: Nxënësja e re", "sq: Shoqja e re")
    assert told() == {"student", "story", "teacher", "key"}


def test_a_deleted_translation_shows_the_original_with_a_notice(root: Path, today: dt.date) -> None:
    (root / LESSON / "parent.en.md").unlink()
    assert {state for _, state in open_units(root)} == {"missing"}
    english = page(root, f"en/{LESSON}/parent.md", today)
    assert "fl-note--untranslated" in english
    assert '<div lang="sq" markdown="1">' in english
    assert f'href="../../../{LESSON}/parent.html"' in english
    assert 'content="noindex"' in english


def test_accepting_one_section_leaves_the_others_open(root: Path, today: dt.date) -> None:
    for name in ("student.sq.md", "parent.sq.md"):
        file = root / LESSON / name
        first = next(x for x in file.read_text("utf-8").splitlines() if x.startswith("## "))
        change(file, first, f"{first}\n\nNjë fjali e re.")
    (first_open, _), (second, _) = open_units(root)
    path, _, name = first_open.partition("#")
    accepted = app.accept(root, today=today, target=f"{path}.en.md#{name}")
    assert accepted is not None
    assert [one.key for one in accepted] == [first_open.removeprefix(f"{LESSON}/")]
    assert open_units(root) == [(second, "stale")]


@pytest.mark.parametrize(
    ("lang", "one", "several"),
    [
        ("en", "Accepted 1 part.", "Accepted 2 parts."),
        ("sq", "U pranua 1 pjesë.", "U pranuan 2 pjesë."),
    ],
)
def test_what_was_accepted_is_counted_as_people_count(
    root: Path, monkeypatch: pytest.MonkeyPatch, lang: str, one: str, several: str
) -> None:
    for name in ("student.sq.md", "parent.sq.md"):
        file = root / LESSON / name
        first = next(x for x in file.read_text("utf-8").splitlines() if x.startswith("## "))
        change(file, first, f"{first}\n\nNjë fjali e re.")
    monkeypatch.chdir(root)
    whole = CliRunner().invoke(commands, ["status", "--accept", LESSON, "--lang", lang])
    assert several in whole.output
    change(root / LESSON / "parent.sq.md", "Një fjali e re.", "Një fjali tjetër.")
    part = CliRunner().invoke(commands, ["status", "--accept", LESSON, "--lang", lang])
    assert one in part.output


def test_accepting_what_is_not_there_is_wrong_use(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / LESSON)
    done = CliRunner().invoke(commands, ["status", "--accept", "lessons/nothing", "--lang", "en"])
    assert done.exit_code == 2
    assert "not to be found" in done.output


def test_status_for_machines_lists_what_waits(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("FIRSTLESSON_TODAY", "2027-03-01")
    done = CliRunner().invoke(commands, ["status", "--format", "json"])
    status = json.loads(done.output)
    reasons = {one["reason"] for one in status["waiting"]}
    assert {"overdue", "contact"} <= reasons
    assert all(owner["stale"] == 0 == owner["missing"] for owner in status["owners"])
