"""Mending: exact, safe first, never a damaged file, and never twice."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import overlays
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from overlays import TESTS, Changes

from firstlesson.build.examine import Checked, read_and_check
from firstlesson.build.fix import Change, _Chosen, _File, _harmful, _write, mend, proposed
from firstlesson.cli._commands import commands
from firstlesson.diagnostics import Diagnostic, Edit, Fix, Kind, Severity, Text
from firstlesson.source.project import FOLDERS
from firstlesson.span import Lines, Span

CourseWith = Callable[[Path | Changes], Path]
Run = Callable[..., Result]

ROLES = """\
# The roles; a comment stays.
roles:
    -   id: teacher      # so does this one
        name:   {sq: Mësuesi, en: Teacher}
        descripton: {sq: Çdo mësues., en: "Any teacher."}   # and the layout


    -   id: psychologist
        name: {sq: Psikologu, en: Psychologist}
"""
UNSAFE: Changes = {"data/roles.yml": ROLES}
SAFE: Changes = {
    "docs/index.sq.md": "# Një kurs për prova\n\nFjala ndihmon!!\n",
    "docs/index.en.md": "# A course for tests\n\nA word helps!!\n",
}
TITLE = Text(sq="ndreqje", en="a cure")
KIND = Kind("TST001", "a-test", Severity.ERROR, TITLE)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        settings = {"FIRSTLESSON_TODAY": "2026-11-22", "LC_ALL": "C"}
        return CliRunner().invoke(commands, ["check", *arguments], env=settings)

    return call


def contents(root: Path) -> dict[str, bytes]:
    files = [file for file in root.rglob("*") if file.is_file() and ".build" not in file.parts]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def accepted(root: Path, run: Run) -> Path:
    settings = {"FIRSTLESSON_TODAY": "2026-11-22"}
    run(root)  # the folder is entered
    CliRunner().invoke(commands, ["status", "--accept", "."], env=settings)
    return root


def test_safe_changes_are_made_and_told(run: Run, course_with: CourseWith) -> None:
    root = accepted(course_with(SAFE), run)
    result = run(root, "--fix", "--format", "concise")
    assert "docs/index.en.md:3:13: mended ACC027" in result.stdout
    assert "Mended 2 (files: 2)." in result.stdout
    assert (root / "docs/index.en.md").read_text(
        "utf-8"
    ) == "# A course for tests\n\nA word helps!\n"


def test_a_safe_change_leaves_the_translation_current(run: Run, course_with: CourseWith) -> None:
    root = accepted(course_with(SAFE), run)
    assert "TRN002" not in run(root, "--fix").stdout
    assert "TRN002" not in run(root, "--no-cache").stdout


def test_what_was_stale_before_stays_stale(run: Run, course_with: CourseWith) -> None:
    root = accepted(course_with(SAFE), run)
    text = "# Një kurs për prova\n\nFjala e mirë ndihmon!!\n"
    (root / "docs/index.sq.md").write_text(text, "utf-8", newline="\n")
    assert "TRN002" in run(root, "--fix").stdout


def test_the_rest_is_mended_only_on_request(run: Run, course_with: CourseWith) -> None:
    root = course_with(UNSAFE)
    before = contents(root)
    result = run(root, "--fix")
    assert result.exit_code == 1
    assert "There is nothing to mend here." in result.stdout
    assert contents(root) == before
    assert run(root, "--unsafe-fixes").exit_code == 0
    assert "descripton" not in (root / "data/roles.yml").read_text("utf-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["\n", ""])
def test_nothing_else_in_the_file_moves(
    newline: str, end: str, today: dt.date, course_with: CourseWith
) -> None:
    text = (ROLES.rstrip("\n") + end).replace("\n", newline).encode()
    root = course_with({"data/roles.yml": text})
    (root / "data/roles.yml").chmod(0o600)
    mend(root, today=today, unsafe=True)
    assert (root / "data/roles.yml").read_bytes() == text.replace(b"descripton", b"description")
    assert (root / "data/roles.yml").stat().st_mode & 0o777 == 0o600


def test_mending_twice_changes_nothing_more(today: dt.date, course_with: CourseWith) -> None:
    root = course_with({**UNSAFE, **SAFE})
    assert mend(root, today=today, unsafe=True).changes
    once = contents(root)
    assert not mend(root, today=today, unsafe=True).changes
    assert contents(root) == once


def test_only_in_some_files(run: Run, course_with: CourseWith) -> None:
    root = course_with(SAFE)
    run(root, "docs/index.en.md", "--fix")
    assert b"!!" not in (root / "docs/index.en.md").read_bytes()
    assert b"!!" in (root / "docs/index.sq.md").read_bytes()


def test_a_silenced_mistake_is_left_alone(run: Run, course_with: CourseWith) -> None:
    text = "# T\n\n<!-- firstlesson: ignore[ACC027] it is a quotation -->\nA word helps!!\n"
    root = course_with({"docs/index.en.md": text})
    run(root, "--fix")
    assert (root / "docs/index.en.md").read_text("utf-8") == text


def test_a_diff_writes_nothing_and_can_be_applied(
    run: Run, today: dt.date, course_with: CourseWith
) -> None:
    text = ROLES.rstrip("\n").replace("\n", "\r\n").encode()
    root = course_with({**SAFE, "data/roles.yml": text})
    before = contents(root)
    result = run(root, "--diff", "--unsafe-fixes")
    assert result.exit_code == 1
    assert contents(root) == before
    assert "This would mend 3 (files: 3). Nothing was written." in result.stderr
    command = ["git", "apply", "--verbose", "-"]
    subprocess.run(command, cwd=root, input=result.stdout_bytes, check=True, capture_output=True)
    applied = contents(root)
    wanted = proposed(root, today=today, unsafe=True)
    assert wanted.changes == ()
    assert applied["data/roles.yml"] == text.replace(b"descripton", b"description")


def test_a_diff_without_anything_to_mend_is_empty(run: Run, course_with: CourseWith) -> None:
    result = run(course_with({}), "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_programs_read_only_what_is_left(run: Run, course_with: CourseWith) -> None:
    result = run(course_with({**UNSAFE, **SAFE}), "--unsafe-fixes", "--format", "json")
    assert result.stdout.startswith("{")
    assert "Mended 3" in result.stderr


def test_watching_and_mending_do_not_go_together(run: Run, course_with: CourseWith) -> None:
    assert run(course_with({}), "--watch", "--fix").exit_code == 2


def test_a_file_that_somebody_changes_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"new\r\n")
    assert not _write(tmp_path, Change("a.md", "old\r\n", "better\r\n"))
    assert (tmp_path / "a.md").read_bytes() == b"new\r\n"
    assert _write(tmp_path, Change("a.md", "new\r\n", "better\r\n"))
    assert (tmp_path / "a.md").read_bytes() == b"better\r\n"


def test_the_mark_at_the_start_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfold\n")
    assert _write(tmp_path, Change("a.md", "old\n", "better\n"))
    assert (tmp_path / "a.md").read_bytes() == b"\xef\xbb\xbfbetter\n"


# What one round takes: all the edits of a change or none, and never two that meet.


def chosen_in(root: Path, text: str, today: dt.date) -> tuple[_Chosen, Lines]:
    (root / "docs/index.en.md").write_bytes(text.encode())
    checked = read_and_check(root, today=today)
    plain = re.sub(r"\r\n?", "\n", text)
    return _Chosen(root, {}, checked), Lines("docs/index.en.md", plain)


def fix_of(lines: Lines, *edits: tuple[int, int, str]) -> Fix:
    return Fix(TITLE, tuple(Edit(lines.span(a, b), to) for a, b, to in edits), safe=True)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ((0, 2), (2, 4), True),
        ((0, 3), (2, 4), False),
        ((2, 4), (0, 3), False),
        ((0, 5), (1, 2), False),
        ((1, 2), (0, 5), False),
        ((3, 3), (3, 3), False),
        ((3, 3), (3, 5), False),
        ((3, 5), (5, 5), False),
        ((1, 1), (3, 3), True),
    ],
)
def test_edits_that_meet_wait_for_the_next_round(
    first: tuple[int, int],
    second: tuple[int, int],
    together: bool,  # noqa: FBT001  # one of the cases
    today: dt.date,
    course_with: CourseWith,
) -> None:
    chosen, lines = chosen_in(course_with({}), "# abcdefgh\n", today)
    assert chosen.take(fix_of(lines, (*first, "x")))
    assert chosen.take(fix_of(lines, (*second, "y"))) is together


def test_the_same_edit_of_two_mistakes_is_made_once(
    today: dt.date, course_with: CourseWith
) -> None:
    chosen, lines = chosen_in(course_with({}), "# abc\n", today)
    assert chosen.take(fix_of(lines, (2, 3, "x")))
    assert chosen.take(fix_of(lines, (2, 3, "x")))
    assert chosen.applied()["docs/index.en.md"].text == "# xbc\n"


@pytest.mark.parametrize(
    "span",
    [
        Span("docs/index.en.md", 9, 1, 9, 2),
        Span("docs/index.en.md", 1, 3, 1, 99),
        Span("docs/index.en.md", 1, 4, 1, 2),
        Span("docs/nobody.en.md", 1, 1, 1, 1),
        Span("../outside.md", 1, 1, 1, 1),
    ],
)
def test_a_change_without_a_place_is_not_made_at_all(
    span: Span, today: dt.date, course_with: CourseWith
) -> None:
    chosen, lines = chosen_in(course_with({}), "# abc\n", today)
    good = Edit(lines.span(2, 3), "x")
    assert not chosen.take(Fix(TITLE, (good, Edit(span, "y")), safe=True))
    assert chosen.applied().get("docs/index.en.md") is None or (
        chosen.applied()["docs/index.en.md"].text == "# abc\n"
    )


PIECES = st.lists(st.sampled_from(["a", "ë", "", "word", "\r\n", "\n", "\r"]), max_size=30)


@given(data=st.data(), pieces=PIECES)
def test_every_character_outside_the_edits_stays(data: st.DataObject, pieces: list[str]) -> None:
    text = "".join(pieces)
    units = re.findall(r"\r\n|\r|\n|.", text)
    plain = "".join("\n" if unit in ("\r\n", "\r") else unit for unit in units)
    lines = Lines("a.md", plain)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(units)), min_size=2, max_size=6)))
    chosen = _Chosen.__new__(_Chosen)
    chosen._files, chosen._starts, chosen._taken = {}, {}, {}
    chosen._known, chosen._texts = frozenset(), {}
    chosen._files["a.md"] = _File(text, text)
    wanted, at = "", 0
    for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False)):
        if start >= at and chosen.take(fix_of(lines, (start, end, str(number)))):
            wanted += "".join(units[at:start]) + str(number)
            at = end
    wanted += "".join(units[at:])
    assert chosen.applied()["a.md"].text == wanted


# A change must help, and must not do harm.


def checked_with(course: Checked, *found: tuple[str, str]) -> Checked:
    one = [
        Diagnostic(Kind(code, "x", Severity.ERROR, TITLE), Span(path), TITLE)
        for code, path in found
    ]
    return Checked(course.course, tuple(one))


@pytest.mark.parametrize(
    ("before", "after", "harmful"),
    [
        ([("TST001", "a.yml")], [], set()),
        ([("TST001", "a.yml")], [("TST001", "a.yml")], {("a.yml", "TST001")}),
        ([("TST001", "a.yml")] * 2, [("TST001", "a.yml")], set()),
        ([("TST001", "a.yml")], [("SCH001", "a.yml")], {("a.yml", "TST001")}),
        ([("TST001", "a.yml")], [("CON001", "a.yml")], set()),
        ([("TST001", "a.yml")], [("SCH001", "b.yml")], set()),
    ],
)
def test_what_has_not_helped_or_has_done_harm_is_taken_back(
    before: list[tuple[str, str]],
    after: list[tuple[str, str]],
    harmful: set[tuple[str, str]],
    today: dt.date,
    course_with: CourseWith,
) -> None:
    course = read_and_check(course_with({}), today=today)
    fix = Fix(TITLE, (Edit(Span("a.yml", 1, 1, 1, 1), ""),), safe=True)
    taken = [Diagnostic(KIND, Span("a.yml"), TITLE, fix=fix)]
    found = _harmful(checked_with(course, *before), checked_with(course, *after), taken)
    assert found == harmful


def mendable() -> list[Path]:
    """The bad examples that have a mended twin."""
    found = []
    for fixed in sorted((TESTS / "checks").glob("*/fixed")):
        inside = [path for path in fixed.iterdir() if path.is_dir()]
        bad = fixed.parent / "bad"
        whole = any(path.name in FOLDERS for path in inside)
        found += [bad] if whole else [bad / path.name for path in inside]
    return found


@pytest.mark.parametrize(
    "bad", mendable(), ids=lambda path: path.relative_to(TESTS / "checks").as_posix()
)
def test_every_example_is_mended_for_good(bad: Path, today: dt.date, tmp_path: Path) -> None:
    root = overlays.course_with(bad, tmp_path)
    mended = mend(root, today=today, unsafe=True)
    assert mended.fixed
    assert not [one for one in mended.left.diagnostics if one.fix]
    assert not mend(root, today=today, unsafe=True).changes
