"""axe-core finds nothing on any kind of page, in any state (WCAG 2.2 A, AA, AAA, best practice).

Each run looks at every kind of page as it comes and in one more state; `--all` tries every state.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from axe import violations
from kinds import one_of_each_kind
from playwright.sync_api import Page
from reader import SCREENS, Visit, help_opener, menu_opener

pytestmark = pytest.mark.browser

STATES = (
    "menu",
    "search",
    "help",
    "reading",
    "dark",
    "phone",
    "phone menu",
    "dark help",
    "dark strong",
    "cream",
)
OPENED = {"menu", "search", "help", "reading"}
"""A box that is open covers a part of the text, which is looked at where none is."""


def bring_about(page: Page, path: str, state: str) -> None:
    """Opens a page in some state."""
    page.set_viewport_size(SCREENS["phone" if "phone" in state else "desktop"])
    page.emulate_media(color_scheme="dark" if "dark" in state else "light")
    page.goto(path)
    for contrast in {"strong", "cream"} & set(state.split()):
        page.evaluate("(name) => document.documentElement.dataset.contrast = name", contrast)
    if "menu" in state:
        menu_opener(page).click()
    elif "help" in state:
        help_opener(page).click()
    elif state == "search":
        page.locator(".fl-search > summary").click()
    elif state == "reading":
        page.locator(".fl-settings > summary").click()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_axe_finds_nothing(site: Path, visit: Visit, language: str) -> None:
    everything = os.environ.get("FIRSTLESSON_ALL") == "1"
    kinds = [one for one in one_of_each_kind(site) if one.language == language]
    faults = {}
    with visit("http") as page:
        for number, one in enumerate(kinds):
            for state in ("plain", *(STATES if everything else [STATES[number % len(STATES)]])):
                bring_about(page, one.path, state)
                covered = OPENED & set(state.split())
                faults[one.path, state] = violations(page, without=(".fl-body",) if covered else ())
    assert {where: found for where, found in faults.items() if found} == {}
