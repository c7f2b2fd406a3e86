"""A browser for the preview's tests; skipped, or failed where one is required, without."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once."""
    path = os.environ.get("FIRSTLESSON_BROWSER", "")
    if not Path(path).is_file():
        reason = f"FIRSTLESSON_BROWSER names no browser: {path!r}; scripts/test.py looks for one"
        if path or os.environ.get("FIRSTLESSON_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()
