"""What tests share: a course with changes, the day, files with the expected text, one browser.

Where FIRSTLESSON_BROWSER names no browser, its tests are skipped; with
FIRSTLESSON_REQUIRE_BROWSER=1 they fail.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import overlays
import pytest
from playwright.sync_api import Browser, sync_playwright
from quiet import NO_REQUESTS_OF_ITS_OWN


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--update`: expected files are rewritten, and `git diff` is the review."""
    parser.addoption("--update", action="store_true", help="rewrite the files of expected text")


@pytest.fixture
def today() -> dt.date:
    """The day of all tests."""
    return dt.date(2026, 11, 22)


@pytest.fixture
def course_with(tmp_path: Path) -> Callable[[Path | overlays.Changes], Path]:
    """Makes the tiny course with an overlay or a dictionary of changes; gives its root."""
    return lambda overlay: overlays.course_with(overlay, tmp_path)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with an expected file of `tests/`, which `--update` rewrites."""

    def compare(path: str, text: str) -> None:
        file = overlays.TESTS / path
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of all tests: Playwright can be started only once in a process."""
    path = os.environ.get("FIRSTLESSON_BROWSER", "")
    if not Path(path).is_file():
        reason = f"FIRSTLESSON_BROWSER names no browser: {path!r}; scripts/test.py looks for one"
        if path or os.environ.get("FIRSTLESSON_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=list(NO_REQUESTS_OF_ITS_OWN)
        )
        yield started
        started.close()
