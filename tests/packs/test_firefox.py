"""The copies in another browser than the one of all other tests: Debian's Firefox, without the internet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from firefox import Firefox, firefox
from packing import WHOLE

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source
from firstlesson.packs.start import START


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for all tests of this file."""
    with firefox(tmp_path_factory.mktemp("firefox")) as started:
        yield started


def test_what_goes_wrong_in_a_page_would_be_noticed(window: Firefox, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    away = "http://elsewhere.example/picture.png"
    page.write_text(f"<script>console.error('oh')</script><img src='{away}'><script>no()</script>")
    window.open(page.as_uri())
    with pytest.raises(AssertionError, match="elsewhere"):
        _nothing_went_wrong(window, page.as_uri())
    window.open(page.as_uri())
    assert [one for one in window.complaints if "oh" in one or "no is not defined" in one]
    window.requests.clear()
    window.complaints.clear()


def test_the_zip_works_from_a_folder_as_people_name_them(
    window: Firefox, folders: Mapping[str, Path]
) -> None:
    folder = folders[WHOLE]
    assert " " in str(folder)
    assert "ë" in str(folder)
    window.open(f"{folder.as_uri()}/{START}")
    window.click(".open a[hreflang=sq]")
    window.wait("document.documentElement.lang === 'sq' && document.querySelector('h1')")

    window.click(".fl-search > summary")
    window.wait("document.activeElement.type === 'search'")
    window.type("femijet")
    window.wait("[...document.querySelectorAll('.fl-found a')].length")
    assert "fëmijë" in window.look("document.querySelector('.fl-found').textContent").lower()

    window.open((folder / "site/lessons/lesson-14/student.html").as_uri())
    window.click(".fl-help-open")
    window.wait("document.querySelector('dialog[open]')")
    assert "116 111" in window.look("document.querySelector('dialog[open]').textContent")
    window.click("dialog[open] .fl-close")

    window.click(".fl-languages a[hreflang=en]")
    window.wait("document.documentElement.lang === 'en'")
    assert window.look("location.pathname").endswith("/site/en/lessons/lesson-14/student.html")

    window.click(".fl-exit")
    window.wait("location.pathname.endsWith('/table.html')")
    window.back()
    window.wait("document.querySelector('.fl-cover button')")
    assert not window.look("document.querySelector('h1').checkVisibility()")
    _nothing_went_wrong(window, folder.as_uri())


def test_a_single_file_works_and_asks_for_nothing(
    window: Firefox, source: Source, tmp_path: Path
) -> None:
    selection = Selection(("student",), ("sq",), whole=False)
    made = {file.name: file.data for file in all_forms()["single"].make(source, selection)}
    file = tmp_path / "Mësimi 1.html"
    file.write_bytes(made["lesson-1-student-sq.html"])
    window.open(file.as_uri())
    window.click(".fl-quiz[data-check] label:nth-of-type(2) input")  # the right one
    window.click(".fl-quiz[data-check] .fl-check")
    window.wait("document.querySelector('.fl-feedback .fl-right')")
    window.click(".fl-exit")
    window.wait("location.href === 'about:blank'")
    _nothing_went_wrong(window, file.as_uri())


def _nothing_went_wrong(window: Firefox, root: str) -> None:
    """That the pages asked for nothing but files of the copy, and the console is empty."""
    asked = [one for one in window.requests if not one.startswith((root, "data:", "about:"))]
    complaints = list(window.complaints)
    window.requests.clear()
    window.complaints.clear()
    assert asked == []
    assert complaints == []
