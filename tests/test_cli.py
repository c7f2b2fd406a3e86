"""The command line: what it says, in which language, and with which exit code it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from overlays import TINY, Changes

from firstlesson import __version__
from firstlesson.checks import all_kinds
from firstlesson.cli._commands import commands

CourseWith = Callable[[Path | Changes], Path]
Run = Callable[..., Result]
NUMBER = {"lessons/kind-words/easy.sq.md": "Telefono 116 111.\n"}
WARNING = {"docs/index.en.md": None}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls `firstlesson` in a folder, on the day of all tests."""

    def call(folder: Path, *arguments: str, **environment: str) -> Result:
        monkeypatch.chdir(folder)
        settings = {"FIRSTLESSON_TODAY": "2026-11-22", "LC_ALL": "C", **environment}
        return CliRunner().invoke(commands, arguments, env=settings)

    return call


def test_without_errors_the_exit_code_is_0(run: Run) -> None:
    result = run(TINY, "check")
    assert result.exit_code == 0
    assert result.stdout == (
        "Checked 1 lesson and 1 protocol: 0 errors, 0 warnings, 0 pieces of advice.\n"
        "You can build the site now: `firstlesson build`.\n"
    )


def test_with_warnings_only_the_exit_code_is_0(run: Run, course_with: CourseWith) -> None:
    result = run(course_with(WARNING), "check")
    assert result.exit_code == 0
    assert "TRN004" in result.stdout
    assert "0 errors, 1 warning" in result.stdout


def test_with_an_error_the_exit_code_is_1(run: Run, course_with: CourseWith) -> None:
    result = run(course_with(NUMBER), "check", "--format", "concise")
    assert result.exit_code == 1
    first, *_, last = result.stdout.splitlines()
    assert first.endswith("easy.en.md:1:1: warning TRN004 this translation is missing")
    assert "easy.sq.md:1:10: error CON001 a telephone number is typed" in result.stdout
    assert last == "Mend the errors and try again: nothing is built while there are any."


def test_json_is_nothing_but_json(run: Run, course_with: CourseWith) -> None:
    result = run(course_with(NUMBER), "check", "--format", "json")
    assert result.exit_code == 1
    codes = {one["code"] for one in json.loads(result.stdout)["diagnostics"]}
    assert {"TRN004", "CON001"} <= codes


def test_from_a_folder_below(run: Run, course_with: CourseWith) -> None:
    root = course_with(NUMBER)
    for folder in ("lessons/kind-words/media", "lessons/kind-words", "data"):
        result = run(root / folder, "check", "--format", "concise")
        assert result.exit_code == 1
        assert "lessons/kind-words/easy.sq.md:1:10" in result.stdout


@pytest.mark.parametrize(
    ("folder", "path", "code"),
    [
        ("", "lessons", 1),
        ("", "lessons/kind-words/", 1),
        ("", "lessons/kind-words/easy.sq.md", 1),
        ("", "./lessons/../lessons/kind-words", 1),
        ("", ".", 1),
        ("", "protocols", 0),
        ("", "lessons/kind-words/lesson.yml", 0),
        ("lessons/kind-words", "easy.sq.md", 1),
        ("lessons/kind-words", "..", 1),
        ("lessons/kind-words", "lessons/kind-words", 1),
        ("lessons/kind-words", "../../protocols", 0),
    ],
)
def test_only_some_paths(
    folder: str, path: str, code: int, run: Run, course_with: CourseWith
) -> None:
    assert run(course_with(NUMBER) / folder, "check", path).exit_code == code


def test_an_absolute_path(run: Run, course_with: CourseWith) -> None:
    root = course_with(NUMBER)
    assert run(root, "check", str(root / "protocols")).exit_code == 0
    assert run(root, "check", str(root / "lessons")).exit_code == 1


@pytest.mark.parametrize("path", ["lessons/nobody", "..", "/"])
def test_a_path_that_is_not_in_the_project_is_wrong_use(run: Run, path: str) -> None:
    result = run(TINY, "check", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"firstlesson: `{path}` is not to be found in this project\n"


def test_outside_a_project_is_wrong_use(run: Run, tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert result.exit_code == 2
    assert "there is no project here" in result.stderr
    assert "këtu nuk ka projekt" in run(tmp_path, "check", "--lang", "sq").stderr


@pytest.mark.parametrize(
    "arguments",
    [["check", "--format", "poem"], ["check", "--lang", "de"], ["check", "--wind"], ["chek"]],
)
def test_wrong_use(run: Run, arguments: list[str]) -> None:
    assert run(TINY, *arguments).exit_code == 2


def test_a_wrong_day_is_wrong_use(run: Run) -> None:
    result = run(TINY, "check", FIRSTLESSON_TODAY="22.11.2026")
    assert result.exit_code == 2
    assert "FIRSTLESSON_TODAY must be a date as 2026-11-22" in result.stderr


def test_the_day_is_told_from_outside(run: Run) -> None:
    assert "SCH042" not in run(TINY, "check", FIRSTLESSON_TODAY="2027-01-31").stdout
    assert "SCH042" in run(TINY, "check", FIRSTLESSON_TODAY="2027-02-01").stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {"LC_ALL": "C"}, "Checked 1"),
        ([], {"LC_ALL": "sq_AL.UTF-8"}, "U kontrolluan 1"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "sq_AL.UTF-8"}, "U kontrolluan 1"),
        (["--lang", "en"], {"LC_ALL": "sq_AL.UTF-8"}, "Checked 1"),
        (["--lang", "sq"], {"LC_ALL": "C"}, "U kontrolluan 1"),
    ],
)
def test_language(
    run: Run, arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    assert run(TINY, "check", *arguments, **environment).stdout.startswith(expected)


@pytest.mark.parametrize("code", all_kinds())
@pytest.mark.parametrize("language", ["sq", "en"])
def test_explain(run: Run, tmp_path: Path, code: str, language: str) -> None:
    kind = all_kinds()[code]
    result = run(tmp_path, "check", "--explain", code, "--lang", language)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} {kind.name} (")
    assert f"\n\n{kind.why.in_language(language)}\n" in result.stdout


@pytest.mark.parametrize("given", ["con001", "number-in-prose", "Number-In-Prose"])
def test_explain_takes_a_code_or_name_in_any_case(run: Run, given: str) -> None:
    assert run(TINY, "check", "--explain", given).stdout.startswith(
        "CON001 number-in-prose (error)"
    )


def test_explain_names_the_severity_in_albanian(run: Run) -> None:
    assert "(gabim)" in run(TINY, "check", "--explain", "CON001", "--lang", "sq").stdout


def test_explain_an_unknown_code_is_wrong_use(run: Run) -> None:
    result = run(TINY, "check", "--explain", "XYZ999")
    assert result.exit_code == 2
    assert "`XYZ999` is not a known code; all of them: " in result.stderr


@pytest.mark.parametrize("given", ["CON0001", "nummber-in-prose"])
def test_explain_asks_what_was_meant(run: Run, given: str) -> None:
    assert "did you mean `CON001`?" in run(TINY, "check", "--explain", given).stderr


def test_explain_all_lists_every_kind(run: Run) -> None:
    lines = run(TINY, "check", "--explain", "all").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(all_kinds())


def test_as_a_module_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "firstlesson", "check", "--lang", "sq"]
    settings = {**os.environ, "FIRSTLESSON_TODAY": "2026-11-22", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=TINY, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("U kontrolluan 1 mësim dhe 1 protokoll: 0 gabime")


def test_version_and_help(run: Run) -> None:
    assert run(TINY, "--version").stdout == f"firstlesson, version {__version__}\n"
    assert "Exit code: 0 no errors, 1 errors, 2 wrong use." in run(TINY, "check", "-h").stdout
