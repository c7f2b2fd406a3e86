"""`firstlesson pack`: what is asked for is made whole, or one sentence says why nothing was."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import files, replace, run, tiny_project

from firstlesson.packs import all_forms

PACK = ("firstlesson", "pack")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course, with a site and its ZIPs; nobody touches it."""
    root = tiny_project(tmp_path_factory.mktemp("packed"))
    done = run(root, *PACK, "zip", "--lang", "en")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(packed: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(packed, tmp_path / "course")
    return tmp_path / "course"


def packs(root: Path) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in files(root / "dist").items()}


def leftovers(root: Path) -> list[str]:
    kept = {"lock", "stage", "check", "built", "packs"}
    rest = [one.name for one in (root / ".build").iterdir() if one.name not in kept]
    return [*rest, *(one.name for one in root.rglob("*.firstlesson-new"))]


def test_the_site_is_built_where_it_is_missing_or_old_and_only_there(root: Path) -> None:
    assert "Checked" not in run(root, *PACK, "zip", "--lang", "en").stdout
    replace(root / "data/course.yml", "en: A course", "en: Some course")
    again = run(root, *PACK, "zip", "--lang", "en")
    assert "Checked 1 lesson" in again.stdout
    (root / "site" / "index.html").write_text("by hand", "utf-8")
    assert "Checked 1 lesson" in run(root, *PACK, "zip", "--lang", "en").stdout
    assert "by hand" not in (root / "site" / "index.html").read_text("utf-8")


def test_a_table_says_what_there_is_and_a_list_can_be_checked(root: Path) -> None:
    done = run(root, *PACK, "zip", "single", "--lang", "sq")
    assert "Gjithçka është te" in done.stdout
    for path in packs(root):
        if path not in ("packs.json", "SHA256SUMS"):
            assert f"  {path}\n" in done.stdout
    assert run(root, "firstlesson", "verify", "dist").returncode == 0


def test_the_same_sources_give_the_same_bytes_in_any_folder(root: Path, tmp_path: Path) -> None:
    other = tiny_project(tmp_path / "Tjetër")
    assert run(other, *PACK, "zip").returncode == 0
    assert packs(other) == packs(root)


def test_what_is_packed_already_is_not_made_again_but_never_trusted_when_it_is_damaged(
    root: Path,
) -> None:
    before, file = packs(root), next((root / "dist/zip").iterdir())
    touched = file.stat().st_mtime_ns
    assert "unchanged" in run(root, *PACK, "zip", "--lang", "en").stdout
    assert file.stat().st_mtime_ns == touched
    assert "unchanged" not in run(root, *PACK, "zip", "--no-cache", "--lang", "en").stdout
    for damage in (
        lambda: file.write_bytes(b"half"),
        lambda: (root / "dist/packs.json").write_text("[{]", "utf-8"),
        lambda: (root / ".build/packs").write_text('{"zip": 3}', "utf-8"),
        file.unlink,
    ):
        damage()
        assert "unchanged" not in run(root, *PACK, "zip", "--lang", "en").stdout
        assert packs(root) == before
    assert run(root, *PACK, "zip", "--lang", "en", FIRSTLESSON_TODAY="2026-11-24").returncode == 0
    assert packs(root) != before


def test_a_form_that_fails_ends_the_others_and_the_packs_of_before_stay(root: Path) -> None:
    before = packs(root)
    (root / "dist/single").write_bytes(b"a file where a folder has to be")
    done = run(root, *PACK, "epub", "single", "zip", "--no-cache", "--lang", "en")
    assert done.returncode == 1
    assert "firstlesson: " in done.stderr
    assert "Traceback" not in done.stderr
    (root / "dist/single").unlink()
    assert {path: packs(root)[path] for path in before if path.startswith("zip/")}
    assert leftovers(root) == []
    assert not (root / "dist/.new").exists()


def test_the_day_is_that_of_source_date_epoch(root: Path) -> None:
    done = run(root, *PACK, "zip", FIRSTLESSON_TODAY="", SOURCE_DATE_EPOCH="1790000000")
    assert done.returncode == 0, done.stderr
    assert '"version": "2026.09.21-' in (root / "dist/packs.json").read_text("utf-8")


def test_what_is_not_made_any_more_goes_and_a_part_leaves_the_others(root: Path) -> None:
    (root / "dist/zip/old-name.zip").write_bytes(b"")
    before = packs(root)
    run(root, *PACK, "zip", "--audience", "student", "--language", "en")
    assert set(packs(root)) == set(before)
    run(root, *PACK, "zip")
    assert set(before) - set(packs(root)) == {"zip/old-name.zip"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("zap",), "there is no form `zap`; the forms are: "),
        (
            ("zip", "--audience", "cats"),
            "`--audience cats` does not exist; you can choose: student",
        ),
        (("zip", "--language", "fr"), "`--language fr` does not exist; you can choose: sq, en"),
        (("zip", "--to", "x"), "`--to` goes with `usb` only"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: tuple[str, ...], said: str, root: Path) -> None:
    before = packs(root)
    done = run(root, *PACK, *arguments, "--lang", "en")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert packs(root) == before


def test_a_course_with_an_error_is_not_packed(root: Path) -> None:
    before = packs(root)
    lesson = root / "lessons/kind-words/lesson.yml"
    lesson.write_text(lesson.read_text("utf-8").replace("id: ", "name: Siguria: hapi 1\nid: ", 1))
    done = run(root, *PACK, "--lang", "en")
    assert done.returncode == 1
    assert "lessons/kind-words/lesson.yml:" in done.stdout
    assert packs(root) == before


def test_a_killed_run_leaves_the_packs_of_before_or_the_new_ones(root: Path) -> None:
    before = packs(root)
    moments = random.Random(20261122)  # noqa: S311  # when to kill is no secret
    for _ in range(4):
        started = subprocess.Popen(
            [sys.executable, "-m", *PACK, "zip"],
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            started.wait(timeout=moments.uniform(0.5, 2.0))
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
        whole = {path for path in packs(root) if not path.startswith(".new/")}
        assert whole == set(before)
    assert run(root, *PACK, "zip").returncode == 0
    assert packs(root) == before
    assert leftovers(root) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are set per process")
def test_a_full_disk_is_one_sentence_and_the_packs_of_before_stay(root: Path) -> None:
    before = packs(root)
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000)); "
        "from firstlesson.cli import main; main(['pack', 'zip', '--lang', 'en'])"
    )
    own = {"FIRSTLESSON_TODAY": "2026-11-23"}  # so that there is something new to write
    done = run(root, "firstlesson", "build", **own)
    assert done.returncode == 0
    full = subprocess.run(
        [sys.executable, "-c", limited],
        cwd=root,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 1
    assert "firstlesson:" in full.stderr
    assert "Traceback" not in full.stderr
    assert packs(root) == before
    assert leftovers(root) == []


def test_a_missing_library_is_named_with_the_way_to_install_it() -> None:
    needy = dataclasses.replace(all_forms()["zip"], extra="zim", modules=("nobody_has_this",))
    said = needy.missing()
    assert said
    assert said.en == (
        '`zip` needs nobody_has_this; install it with `pip install "firstlesson[zim]"`'
    )
