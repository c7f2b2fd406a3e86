"""A stick: whatever breaks on it is found and mended, and a newer copy costs only what changed."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from projects import run
from reader import visiting
from test_links import dead_links

from firstlesson.packs import all_forms
from firstlesson.packs.integrity import UNFINISHED, read_sums, verdict
from firstlesson.packs.lay import can_fill, lay
from firstlesson.packs.run import make_packs
from firstlesson.packs.shelf import SUMS
from firstlesson.packs.source import Selection, Source
from firstlesson.packs.start import READ_ME, START
from firstlesson.packs.stick import Stick, stick
from firstlesson.packs.verify_page import VERIFY

HELP = "site/help.html"
SINGLE = "single/lesson-2-parent-en.html"

Break = Callable[[Path], object]
HARM: Mapping[str, tuple[Break, str]] = {
    "changed": (lambda folder: flip(folder / HELP), HELP),
    "missing": (lambda folder: (folder / SINGLE).unlink(), SINGLE),
    "extra": (lambda folder: (folder / "autorun.inf").write_text("open=x"), "autorun.inf"),
    "list": (lambda folder: flip(folder / SUMS), SUMS),
    "page": (lambda folder: (folder / VERIFY).write_text("<p>All is well."), VERIFY),
}


@pytest.fixture(scope="module")
def dist(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `dist/` with one form in it."""
    folder = tmp_path_factory.mktemp("dist")
    selection = Selection(("parent",), ("en",), whole=False)
    make_packs(
        source, [all_forms()["single"]], selection, dist=folder, tell=lambda _form, _file: None
    )
    return folder


@pytest.fixture(scope="module")
def laying(source: Source, dist: Path) -> Stick:
    """What is laid on a stick."""
    return stick(source, dist=dist, forms=all_forms().values())


@pytest.fixture(scope="module")
def good(laying: Stick, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good copy; nobody touches it."""
    folder = tmp_path_factory.mktemp("USB ë")
    lay(laying.files, folder)
    return folder


@pytest.fixture
def folder(good: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    shutil.copytree(good, tmp_path / "stick")
    return tmp_path / "stick"


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def wanted_of(folder: Path) -> Mapping[str, str]:
    found = read_sums(folder)
    assert found
    return found


def test_it_holds_the_pages_the_other_forms_and_a_list_that_any_system_can_check(
    good: Path,
) -> None:
    assert sorted(file.name for file in good.iterdir()) == sorted(
        [START, READ_ME, SUMS, VERIFY, "single", "site"]
    )
    assert verdict(good, wanted_of(good)).whole
    assert (
        subprocess.run(["sha256sum", "-c", "--quiet", SUMS], cwd=good, check=False).returncode == 0
    )
    assert [one for one in dead_links(good) if not one.endswith(": single/")] == []


def test_a_form_from_another_version_stays_away(source: Source, dist: Path) -> None:
    newer = stick(replace(source, edition="00000000"), dist=dist, forms=all_forms().values())
    assert newer.outdated == ("single",)
    assert SINGLE not in newer.files


# In the browser


def chosen(page: Page, folder: Path) -> str:
    """What the page says of a folder."""
    page.goto(f"{folder.as_uri()}/{VERIFY}")
    part = page.locator("main[lang=en]")
    part.locator("input[type=file]").set_input_files(folder)
    said = part.locator("[data-verdict]")
    expect(said).to_be_visible(timeout=60_000)
    return f"{said.get_attribute('data-verdict')}: {said.inner_text()}"


@pytest.mark.browser
def test_the_page_says_that_all_is_well(folder: Path, browser: Browser) -> None:
    (folder / "System Volume Information").mkdir()
    (folder / "System Volume Information" / "IndexerVolumeGuid").write_text("x")
    with visiting(browser, {"file": f"{folder.as_uri()}/"}, "file") as page:
        assert chosen(page, folder).startswith("whole: Everything is as it should be")


@pytest.mark.browser
@pytest.mark.parametrize("harm", ["changed", "missing", "extra", "list"])
def test_the_page_finds_what_is_wrong(harm: str, folder: Path, browser: Browser) -> None:
    do, path = HARM[harm]
    do(folder)
    with visiting(browser, {"file": f"{folder.as_uri()}/"}, "file") as page:
        said = chosen(page, folder)
    assert said.startswith("broken:")
    assert path in said


# On the command line


@pytest.mark.parametrize("harm", HARM)
def test_the_command_finds_it_and_mends_it_from_a_good_copy(
    harm: str, folder: Path, good: Path
) -> None:
    do, path = HARM[harm]
    do(folder)
    found = run(folder, "firstlesson", "verify", ".", "--lang", "en")
    assert found.returncode in (1, 2)
    assert path in found.stdout + found.stderr
    mended = run(folder, "firstlesson", "verify", ".", "--from", str(good), "--lang", "en")
    if harm == "extra":  # whose it is is not ours to say
        assert (folder / path).exists()
        assert mended.returncode == 1
    else:
        assert mended.returncode == 0, mended.stdout + mended.stderr
        assert verdict(folder, wanted_of(good)).whole
        assert (folder / SUMS).read_bytes() == (good / SUMS).read_bytes()


def test_a_copy_that_is_broken_too_mends_nothing(folder: Path, good: Path, tmp_path: Path) -> None:
    worse = tmp_path / "worse"
    shutil.copytree(good, worse)
    flip(worse / HELP)
    flip(folder / HELP)
    before = (folder / HELP).read_bytes()
    done = run(folder, "firstlesson", "verify", ".", "--from", str(worse), "--lang", "en")
    assert done.returncode == 1
    assert "another one is needed" in done.stderr
    assert (folder / HELP).read_bytes() == before


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "a/../../b", "C:/x"])
def test_a_strangers_list_leads_to_no_file_outside(path: str, tmp_path: Path) -> None:
    (tmp_path / SUMS).write_text(f"{'0' * 64}  {path}\n")
    assert read_sums(tmp_path) is None


# Copying


class PulledOutError(Exception):
    """Somebody pulled the stick out."""


def test_an_interrupted_copy_is_noticed_and_resumed(laying: Stick, tmp_path: Path) -> None:
    copied: list[str] = []

    def pull_out(path: str) -> None:
        copied.append(path)
        if len(copied) == 100:
            raise PulledOutError

    with pytest.raises(PulledOutError):
        lay(laying.files, tmp_path, tell=pull_out)
    assert (tmp_path / UNFINISHED).is_file()
    assert not (tmp_path / SUMS).exists()
    assert can_fill(tmp_path)
    laid = lay(laying.files, tmp_path)
    assert laid.resumed
    assert laid.kept == 99
    assert verdict(tmp_path, wanted_of(tmp_path)).whole


def test_a_newer_copy_costs_only_what_changed(source: Source, dist: Path, folder: Path) -> None:
    (folder / "shenime.txt").write_text("mine")
    newer = replace(source, day=source.day + dt.timedelta(days=30))
    files = stick(newer, dist=dist, forms=all_forms().values()).files
    del files["site/about.html"]
    laid = lay(files, folder)
    assert sorted(laid.copied) == sorted([START, READ_ME, VERIFY])
    assert laid.removed == ("site/about.html",)
    assert laid.strangers == ("shenime.txt",)
    assert (folder / "shenime.txt").read_text() == "mine"


def test_a_folder_with_files_of_others_is_not_filled(project: Path, tmp_path: Path) -> None:
    (tmp_path / "letters.doc").write_text("mine")
    done = run(project, "firstlesson", "pack", "usb", "--to", str(tmp_path), "--lang", "en")
    assert done.returncode == 2
    assert "choose an empty or new folder" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["letters.doc"]
    assert run(project, "firstlesson", "pack", "usb", "--lang", "en").returncode == 2
