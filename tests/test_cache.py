"""The memory of the last check: the same answer at once, and never an old one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from overlays import Changes

from firstlesson.build.memory import _FORM, MEMORY, recall
from firstlesson.build.snapshot import snapshot_of
from firstlesson.cli._commands import commands
from firstlesson.reports import formats

CourseWith = Callable[[Path | Changes], Path]
Run = Callable[..., Result]
WRONG: Changes = {
    "lessons/kind-words/easy.sq.md": "Telefono 116 111!!\n",
    "data/roles.yml": "roles:\n  - id: teacher\n    nam: {sq: A, en: B}\n",
    "docs/old.txt": "?",
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(folder: Path, *arguments: str, **environment: str) -> Result:
        monkeypatch.chdir(folder)
        settings = {"FIRSTLESSON_TODAY": "2026-11-22", "LC_ALL": "C", **environment}
        return CliRunner().invoke(commands, ["check", *arguments], env=settings)

    return call


def memory(root: Path) -> Path:
    return root / MEMORY / "last"


def is_remembered(root: Path, run: Run) -> bool:
    """Whether the next check answers from memory: it writes none then."""
    before = memory(root).stat().st_mtime_ns
    os.utime(memory(root), ns=(before, before - 10**9))
    run(root)
    return memory(root).stat().st_mtime_ns == before - 10**9


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("form", formats())
def test_the_second_answer_is_the_first(
    form: str, language: str, run: Run, course_with: CourseWith
) -> None:
    root = course_with(WRONG)
    options = ("--format", form, "--lang", language)
    fresh = run(root, "--no-cache", *options)
    assert not (root / ".build").exists()
    assert run(root, *options).stdout == fresh.stdout
    remembered = run(root, *options)
    assert (remembered.exit_code, remembered.stdout) == (1, fresh.stdout)
    assert is_remembered(root, run)


def test_the_memory_keeps_itself_out_of_git(run: Run, course_with: CourseWith) -> None:
    root = course_with({})
    run(root)
    assert (root / MEMORY / ".gitignore").read_text() == "*\n"


def test_it_answers_for_some_files_too(run: Run, course_with: CourseWith) -> None:
    root = course_with(WRONG)
    fresh = run(root, "lessons", "--no-cache").stdout
    run(root)
    assert run(root, "lessons").stdout == fresh
    assert run(root, "docs/index.sq.md").exit_code == 0


def changed(root: Path) -> None:
    (root / "docs/index.sq.md").write_text("# Tjetër\n", "utf-8")


def changed_in_secret(root: Path) -> None:
    """The same size and the same dates: only the contents tell."""
    file = root / "docs/index.en.md"
    status, text = file.stat(), file.read_text("utf-8")
    file.write_text(text.replace("A course", "B course"), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size


def added(root: Path) -> None:
    (root / "docs/new.sq.md").write_text("", "utf-8")


def removed(root: Path) -> None:
    (root / "docs/index.en.md").unlink()


def renamed(root: Path) -> None:
    (root / "docs/index.en.md").rename(root / "docs/front.en.md")


def became_a_folder(root: Path) -> None:
    (root / "docs/index.en.md").unlink()
    (root / "docs/index.en.md").mkdir()


def picture_changed(root: Path) -> None:
    (root / "docs/media/hello.svg").write_text("<svg/>", "utf-8")


@pytest.mark.parametrize(
    "change",
    [changed, changed_in_secret, added, removed, renamed, became_a_folder, picture_changed],
)
def test_a_change_is_never_overlooked(
    change: Callable[[Path], None], run: Run, course_with: CourseWith
) -> None:
    root = course_with({})
    run(root)
    assert is_remembered(root, run)
    change(root)
    assert run(root).stdout == run(root, "--no-cache").stdout
    assert is_remembered(root, run)


def test_another_day_is_another_answer(run: Run, course_with: CourseWith) -> None:
    root = course_with({})
    assert "SCH042" not in run(root).stdout
    assert "SCH042" in run(root, FIRSTLESSON_TODAY="2027-02-01").stdout
    assert "SCH042" not in run(root).stdout


def test_back_again_is_not_remembered_from_the_time_before(
    run: Run, course_with: CourseWith
) -> None:
    root = course_with({})
    text = (root / "docs/index.sq.md").read_bytes()
    first = run(root).stdout
    changed(root)
    assert run(root).stdout != first
    (root / "docs/index.sq.md").write_bytes(text)
    assert run(root).stdout == first


def test_a_memory_from_elsewhere_says_nothing(run: Run, course_with: CourseWith) -> None:
    root = course_with({})
    run(root)
    there = root.parent / "elsewhere"
    shutil.copytree(root, there)
    assert not is_remembered(there, run)


def forged(state: str, body: bytes) -> bytes:
    return f"{_FORM} {state} {hashlib.sha256(body).hexdigest()}\n".encode() + body


def spoilt(how: str, raw: bytes) -> bytes:
    """A memory that nobody should believe; the forged ones have a right sum."""
    state = raw.split(b" ")[1].decode()
    return {
        "empty": b"",
        "cut off": raw[:-1],
        "changed": raw.replace(b"texts", b"textz"),
        "of another form": raw.replace(_FORM.encode(), b"firstlesson-check-0"),
        "of another state": raw.replace(b" ", b" 0", 1),
        "not text": b"\xff\x00" + raw,
        "a list": forged(state, b"[]"),
        "not JSON": forged(state, b"not JSON"),
        "too little": forged(state, json.dumps({"kinds": {"A": 1}}).encode()),
        "odd": forged(state, b'{"kinds": {}, "found": [1], "texts": [], "size": [1, 1]}'),
    }[how]


@pytest.mark.parametrize(
    "how",
    [
        "empty",
        "cut off",
        "changed",
        "of another form",
        "of another state",
        "not text",
        "a list",
        "not JSON",
        "too little",
        "odd",
    ],
)
def test_a_damaged_memory_is_noticed(how: str, run: Run, course_with: CourseWith) -> None:
    root = course_with(WRONG)
    first = run(root).stdout
    state = memory(root).read_bytes().split(b" ")[1].decode()
    memory(root).write_bytes(spoilt(how, memory(root).read_bytes()))
    assert recall(root, state) is None
    assert run(root).stdout == first
    assert is_remembered(root, run)


def test_without_a_place_to_write_it_checks_all_the_same(run: Run, course_with: CourseWith) -> None:
    root = course_with({})
    (root / ".build").write_text("in the way")
    assert run(root).exit_code == 0


def test_without_a_cache_nothing_is_kept_or_asked(run: Run, course_with: CourseWith) -> None:
    root = course_with({})
    run(root, "--no-cache")
    assert not memory(root).exists()


def test_a_pipe_in_the_course_does_not_stop_it(course_with: CourseWith, today: object) -> None:
    root = course_with({})
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    os.mkfifo(root / "docs/pipe.sq.md")
    assert snapshot_of(root, today=today).state  # type: ignore[arg-type]


def test_an_answer_from_memory_starts_no_parser(run: Run, course_with: CourseWith) -> None:
    root = course_with({})
    run(root)
    code = (
        "import atexit, sys\n"
        "slow = {'pydantic', 'markdown_it', 'yaml', 'mkdocs', 'jinja2'}\n"
        "atexit.register(lambda: print(sorted(slow & set(sys.modules))))\n"
        "from firstlesson.cli import main\n"
        "main(['check'])"
    )
    settings = {**os.environ, "FIRSTLESSON_TODAY": "2026-11-22", "LC_ALL": "C"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=root, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
