"""ZIM: zimcheck takes it, kiwix-serve serves and searches it, and it reads without JavaScript."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import validators
from playwright.sync_api import Browser

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source

NAMES = ("mesimi-i-pare-sq", "mesimi-i-pare-en")


@pytest.fixture(scope="module")
def zims(
    source: Source, everything: Selection, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Every ZIM by its name."""
    validators.module("libzim")
    folder = tmp_path_factory.mktemp("zim")
    for file in all_forms()["zim"].make(source, everything):
        (folder / file.name).write_bytes(file.data)
    return {file.stem: file for file in folder.iterdir()}


@pytest.fixture(scope="module")
def kiwix(zims: Mapping[str, Path]) -> Iterator[str]:
    """The address of a school's server with both files."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [validators.program("kiwix-serve"), "-i", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen([*command, *zims.values()], stdout=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        while server.poll() is None:
            try:
                urlopen(address).close()  # our own server
                break
            except URLError:
                time.sleep(0.1)
        yield address
        server.terminate()


def test_there_is_one_for_each_language(zims: Mapping[str, Path]) -> None:
    assert sorted(zims) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_zimcheck_passes_it(name: str, zims: Mapping[str, Path]) -> None:
    told = validators.said(validators.program("zimcheck"), "-A", zims[name])
    assert "Overall Test Status: Pass" in told, told
    assert "[ERROR]" not in told
    assert "[WARNING]" not in told


@pytest.mark.parametrize("name", NAMES)
def test_it_is_small(name: str, zims: Mapping[str, Path]) -> None:
    assert zims[name].stat().st_size <= 1_500_000


@pytest.mark.parametrize(
    ("name", "query", "page"),
    [
        ("mesimi-i-pare-sq", "fjalekalim", "lessons/lesson-14/student.html"),
        ("mesimi-i-pare-en", "password", "en/lessons/lesson-14/student.html"),
    ],
)
def test_a_school_server_finds_in_the_full_text(
    name: str, query: str, page: str, kiwix: str
) -> None:
    asked = f"{kiwix}/search?content={name}&pattern={query}&pageLength=50"
    with urlopen(asked) as answer:  # noqa: S310  # our own server
        assert page in answer.read().decode()


@pytest.mark.parametrize("query", ["fjalekalim", "fjalëkalim", "FJALËKALIM"])
def test_the_index_holds_words_with_and_without_marks(query: str, zims: Mapping[str, Path]) -> None:
    search = pytest.importorskip("libzim.search")
    reader = pytest.importorskip("libzim.reader")
    searcher = search.Searcher(reader.Archive(zims["mesimi-i-pare-sq"]))
    found = searcher.search(search.Query().set_query(query))
    assert "lessons/lesson-14/student.html" in list(found.getResults(0, 30))


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_it_reads_in_a_school_with_and_without_javascript(
    kiwix: str, browser: Browser, *, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{kiwix}/{NAMES[0]}/index.html")
    page.locator("main a[href*='for/student']").first.click()
    page.locator("main a[href*='lesson-1/student']").first.click()
    assert page.locator("h1").inner_text().startswith("Mësimi i parë")
    assert page.locator("main img").first.is_visible()
    assert page.get_by_role("link", name="116 111").count() > 0
    answers = page.locator(".fl-answers").first
    assert answers.is_visible() is not script  # a script checks answers; without one they unfold
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_is(name: str, zims: Mapping[str, Path], source: Source) -> None:
    reader = pytest.importorskip("libzim.reader")
    archive = reader.Archive(zims[name])
    told = {
        key: archive.get_metadata(key).decode()
        for key in archive.metadata_keys
        if "Illustration" not in key
    }
    assert told["Language"] == ("sqi" if name.endswith("-sq") else "eng")
    assert told["Date"] == "2026-11-22"
    assert told["Flavour"] == source.version
    assert "by-sa/4.0" in told["License"]
    assert "iSIGURT.al" in told["Publisher"]
    assert len(told["Title"]) <= 30
    assert len(told["Description"]) <= 80
    assert archive.has_fulltext_index
    about = bytes(archive.get_entry_by_path("FILLO-START.html").get_item().content).decode()
    assert all(one in about for one in (source.version, "116 111", "CC BY-SA 4.0", "iSIGURT.al"))
    assert archive.main_entry.get_item().path.endswith("index.html")


def test_the_same_site_gives_the_same_bytes(
    zims: Mapping[str, Path], source: Source, everything: Selection
) -> None:
    again = {file.name: file.data for file in all_forms()["zim"].make(source, everything)}
    assert again == {file.name: file.read_bytes() for file in zims.values()}
