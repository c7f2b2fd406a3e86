"""What is tapped in a hurry is large; axe-core measures all the rest at 24 pixels."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from kinds import one_of_each_kind
from playwright.sync_api import Page
from reader import Visit, help_opener

pytestmark = pytest.mark.browser

IN_A_HURRY = ".fl-exit, .fl-help-open, .fl-help > summary, .fl-bar summary, .fl-close, .fl-call"
TOO_SMALL = """(wanted) => [...document.querySelectorAll(wanted)]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.textContent.trim().slice(0, 30), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([name, box]) => `${name}: ${box.width} × ${box.height}`)"""


def too_small(page: Page) -> list[str]:
    help_opener(page).click()
    found: list[str] = page.evaluate(TOO_SMALL, IN_A_HURRY)
    return found


@pytest.mark.parametrize("scripts", ["with scripts", "no scripts"])
def test_help_and_exit_are_at_least_44_pixels(scripts: str, visit: Visit, site: Path) -> None:
    faults = {}
    with visit("http", "small phone", java_script_enabled=scripts == "with scripts") as page:
        for kind in one_of_each_kind(site, pick=min):
            if kind.language == "sq" and kind.path.endswith(("student.html", "help.html")):
                page.goto(kind.path)
                faults[kind.path] = too_small(page)
    assert len(faults) >= 3
    assert {path: found for path, found in faults.items() if found} == {}


def test_the_exit_stays_in_reach_of_a_finger(visit: Visit, roots: Mapping[str, str]) -> None:
    """A tablet is as wide as a window on a desk, and has no Shift key."""
    with visit("http", "desktop", has_touch=True, is_mobile=True) as page:
        page.goto("lessons/lesson-7/student.html")
        page.mouse.wheel(0, 4000)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.locator(".fl-bar .fl-exit").tap()
        page.wait_for_url(f"{roots['http']}table.html")
