"""Where the site stands there as it would be built, a bare `firstlesson build` only says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from projects import tiny_project

_COMMAND = """
import atexit, json, sys
loaded = {"click", "pydantic", "markdown_it", "mkdocs"}
atexit.register(lambda: print(json.dumps(sorted(loaded & set(sys.modules)))))
from firstlesson.cli import main
main()
"""


def firstlesson(root: Path, *arguments: str, **own: str) -> tuple[list[str], list[str], str, int]:
    """What it says line by line, what it loaded for it, what it complains of, and its exit code."""
    settings = {**os.environ, "FIRSTLESSON_TODAY": "2026-11-22", "LC_ALL": "C.UTF-8", **own}
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND, *arguments],
        cwd=root,
        env=settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    *lines, loaded = done.stdout.splitlines()
    return lines, json.loads(loaded), done.stderr, done.returncode


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that has been built."""
    root = tiny_project(tmp_path_factory.mktemp("built"))
    lines, loaded, _, code = firstlesson(root, "build")
    assert code == 0, lines
    assert loaded  # it was a build
    return root


def test_nothing_is_loaded_to_say_that_nothing_changed(root: Path) -> None:
    lines, loaded, _, code = firstlesson(root, "build")
    assert (loaded, code) == ([], 0)
    assert lines[0].startswith("Checked 1 lesson and")
    assert lines[1].startswith("Built ")
    assert lines[2].endswith(str(root / "site/index.html"))


def test_the_command_itself_says_the_same(root: Path) -> None:
    short, _, _, _ = firstlesson(root, "build")
    full, loaded, _, _ = firstlesson(root, "build", "--lang", "en")
    assert "click" in loaded
    assert full == short


def test_it_speaks_the_language_of_the_system(root: Path) -> None:
    lines, loaded, _, _ = firstlesson(root, "build", LC_ALL="sq_AL.UTF-8")
    assert loaded == []
    assert lines[0].startswith("U kontrolluan")


def test_from_a_folder_of_the_project_too(root: Path) -> None:
    lines, loaded, _, code = firstlesson(root / "lessons/kind-words", "build")
    assert (loaded, code) == ([], 0)
    assert lines[2].endswith(str(root / "site/index.html"))


def test_a_day_that_is_none_is_refused_as_always(root: Path) -> None:
    lines, _, complaint, code = firstlesson(root, "build", FIRSTLESSON_TODAY="tomorrow")
    assert (lines, code) == ([], 2)
    assert "must be a date" in complaint


def test_where_no_project_is_the_command_says_so(tmp_path: Path) -> None:
    lines, _, complaint, code = firstlesson(tmp_path, "build")
    assert (lines, code) == ([], 2)
    assert "there is no project here" in complaint


def test_a_page_that_somebody_changed_is_built_again(root: Path) -> None:
    page = root / "site/index.html"
    before = page.read_bytes()
    page.write_bytes(b"not ours")
    _, loaded, _, code = firstlesson(root, "build")
    assert code == 0
    assert loaded
    assert page.read_bytes() == before


def test_a_text_that_somebody_edits_loads_nothing_that_judges_data(root: Path) -> None:
    text = root / "lessons/kind-words/parent.sq.md"
    text.write_text(text.read_text("utf-8") + "\nLexojeni edhe një herë bashkë.\n", "utf-8")
    lines, loaded, _, code = firstlesson(root, "build")
    assert (loaded, code) == (["click", "markdown_it", "mkdocs"], 0), lines
    pages = [one.read_text("utf-8") for one in (root / "site").rglob("*.html")]
    assert any("Lexojeni edhe një herë bashkë." in page for page in pages)
