"""The house is as its map says: paths, the import contract, silence below the command line."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from firstlesson.schema import FILE_KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "firstlesson"
_PATH = re.compile(r"`((?:[\w.-]+/)+[\w.<>*{},-]*|[\w-]+\.(?:md|yml|toml|py))`")


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "README.md"])
def test_every_path_that_a_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    named = {path for path in _PATH.findall(text) if not set(path) & set("<>*{}")}
    named -= set(FILE_KINDS)  # files that every lesson or protocol has
    made_later = {"site/", ".build/", "dist/"}
    missing = [
        path
        for path in sorted(named)
        if not any((folder / path).exists() for folder in (ROOT, PACKAGE))
        and not any(path.startswith(one) for one in made_later)
    ]
    assert missing == []


def test_the_top_level_holds_what_the_design_names() -> None:
    for name in ("docs", "lessons", "protocols", "overrides", "scripts", "data", "src", "tests"):
        assert (ROOT / name).is_dir(), name
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT"):
        assert (ROOT / name).is_file(), name


def test_every_room_stands_in_the_import_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = " ".join(settings["tool"]["importlinter"]["contracts"][0]["layers"])
    rooms = {
        path.stem
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").is_file()) and path.stem != "__init__"
    }
    assert rooms <= set(re.findall(r"\w+", layers))


def test_nothing_below_the_command_line_prints_or_reads_the_clock() -> None:
    found = []
    for file in PACKAGE.rglob("*.py"):
        room = file.relative_to(PACKAGE).parts[0]
        if room in ("cli", "__main__.py", "hooks.py"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in ("print", "sys.exit", "exit", "os.getenv") or called.endswith(
                    ("date.today", "datetime.now", "datetime.utcnow")
                ):
                    found.append(f"{file.relative_to(ROOT)}:{node.lineno} {called}")
    assert found == []


def test_generated_files_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "generate.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_language_has_the_same_words() -> None:
    strings = {
        file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # texts only
        for file in (PACKAGE / "site" / "strings").glob("*.yml")
    }
    holes = {
        language: {key: sorted(re.findall(r"\{(\w+)\}", text)) for key, text in words.items()}
        for language, words in strings.items()
    }
    assert holes["sq"] == holes["en"]


def test_the_languages_of_the_course_are_those_of_mkdocs() -> None:
    course = yaml.safe_load((ROOT / "data" / "course.yml").read_text("utf-8"))
    mkdocs = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    plugin = next(one["i18n"] for one in mkdocs["plugins"] if isinstance(one, dict))
    assert [one["locale"] for one in plugin["languages"]] == course["languages"]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_word_of_the_interface_stands_once(language: str) -> None:
    lines = (ROOT / f"src/firstlesson/site/strings/{language}.yml").read_text("utf-8").splitlines()
    keys = [line.partition(":")[0] for line in lines if line[:1].isalpha()]
    assert [key for key in keys if keys.count(key) > 1] == []
