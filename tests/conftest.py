"""What tests share: a course with changes, the day, and files with the expected text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import overlays
import pytest


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
