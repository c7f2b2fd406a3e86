"""Builds lose nothing: killed, out of room, or two at once."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIRSTLESSON = [sys.executable, "-m", "firstlesson"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny course, built once."""
    folder = tmp_path / "Mësimi i vogël"
    shutil.copytree(ROOT / "tests" / "tiny", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    run(folder, "build")
    return folder


def run(project: Path, *arguments: str, code: int = 0) -> str:
    done = subprocess.run(
        [*FIRSTLESSON, *arguments], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def build_killed_after(seconds: float, project: Path) -> None:
    """Builds, and kills the build if it still runs after so long."""
    build = subprocess.Popen(
        [*FIRSTLESSON, "build"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        build.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        build.kill()
        build.wait()


def fingerprint(site: Path) -> str:
    """One digest of all files of a site with their names."""
    digest = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        if file.is_file():
            digest.update(str(file.relative_to(site)).encode() + file.read_bytes())
    return digest.hexdigest()


def leftovers(project: Path) -> list[str]:
    kept = {"lock", "stage", "check", "built"}
    return [one.name for one in (project / ".build").iterdir() if one.name not in kept] + [
        one.name for one in project.rglob("*.firstlesson-new")
    ]


def test_a_killed_build_leaves_the_last_good_site_or_the_new_one(project: Path) -> None:
    good = fingerprint(project / "site")
    moments = random.Random(20261122)  # noqa: S311  # when to kill is no secret
    for _ in range(8):
        build_killed_after(moments.uniform(0.1, 2.5), project)
        run(project, "check")
        assert fingerprint(project / "site") == good
    run(project, "build")
    assert leftovers(project) == []


def test_a_build_killed_after_an_edit_leaves_the_last_good_site_or_the_new_one(
    project: Path,
) -> None:
    moments = random.Random(20261130)  # noqa: S311  # when to kill is no secret
    text = project / "lessons/kind-words/parent.sq.md"
    for number in range(8):
        old = fingerprint(project / "site")
        with text.open("a", encoding="utf-8") as file:
            file.write(f"\nLexojeni bashkë herën e {number + 1}.\n")
        build_killed_after(moments.uniform(0.3, 1.8), project)
        run(project, "check")
        found = fingerprint(project / "site")
        run(project, "build")
        assert found in (old, fingerprint(project / "site"))
    assert leftovers(project) == []


def test_a_build_killed_while_it_moves_a_few_files_is_finished(project: Path) -> None:
    before = {file: file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()}
    part = project / ".build/part/en"
    part.mkdir(parents=True)
    (part / "index.html").write_text("new", "utf-8")
    run(project, "check")
    after = {file: file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()}
    assert after == {**before, project / "site/en/index.html": b"new"}
    assert leftovers(project) == []


def test_a_build_killed_between_the_two_renames_is_put_right(project: Path) -> None:
    good = fingerprint(project / "site")
    (project / "site").rename(project / ".build" / "site.old")
    (project / ".build" / "site.new").mkdir()
    run(project, "check")
    assert fingerprint(project / "site") == good
    assert leftovers(project) == []


def test_half_written_files_of_authors_are_cleared_away(project: Path) -> None:
    half = project / "lessons" / "kind-words" / ".translation.yml.x1.firstlesson-new"
    half.write_text("half", "utf-8")
    run(project, "build")
    assert not half.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are set per process")
def test_a_full_disk_is_one_sentence_and_the_site_stays(project: Path) -> None:
    good = fingerprint(project / "site")
    prose = project / "lessons" / "kind-words" / "student.sq.md"
    prose.write_text(prose.read_text("utf-8") + "\nNjë fjali më shumë.\n", "utf-8")
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000)); "
        "from firstlesson.cli import main; main(['build'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "firstlesson:" in done.stderr
    assert fingerprint(project / "site") == good
    assert leftovers(project) == []


def test_two_builds_at_once_wait_for_each_other(project: Path) -> None:
    good = fingerprint(project / "site")
    builds = [
        subprocess.Popen(
            [*FIRSTLESSON, "build"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(2)
    ]
    said = [build.communicate()[0].decode() for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert fingerprint(project / "site") == good
    assert leftovers(project) == []


def test_an_error_leaves_the_site_alone(project: Path) -> None:
    good = fingerprint(project / "site")
    lesson = project / "lessons" / "kind-words" / "lesson.yml"
    lesson.write_text(lesson.read_text("utf-8").replace("id: ", "name: Siguria: hapi 1\nid: ", 1))
    assert "lessons/kind-words/lesson.yml:" in run(project, "build", code=1)
    assert fingerprint(project / "site") == good
