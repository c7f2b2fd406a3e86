"""Every kind of page fits the smallest phone, can be read in light and in the dark, and on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from kinds import one_of_each_kind
from looks import TOO_WIDE, Look, look_at
from playwright.sync_api import Browser, expect
from reader import Visit, help_opener, help_shown, menu_opener, menu_shown, visiting

pytestmark = pytest.mark.browser

FOR_COORDINATORS = "status.html"
NOT_FOR_PAPER = re.compile(r"projector|certificate|sheets|pledge")
"""The first is for a wall; the others print only what is handed out or hung up."""
LOOKED_AT_BELOW = re.compile(r"protocols/|/teacher\.html$")


@pytest.fixture(scope="session")
def looks(browser: Browser, roots: Mapping[str, str], site: Path) -> Mapping[str, Look]:
    """How one page of each kind looks, by path; only the length of words differs in English."""
    with visiting(browser, roots) as page:
        return {
            kind.path: look_at(page, kind.path, at_size_alone=kind.language == "en")
            for kind in one_of_each_kind(site)
        }


def test_no_page_is_wider_than_the_smallest_phone(looks: Mapping[str, Look]) -> None:
    faults = {path: look.too_wide for path, look in looks.items() if look.too_wide}
    assert {path for path in faults if not path.endswith(FOR_COORDINATORS)} == set(), faults


def test_the_page_for_coordinators_is_not_wider_either(looks: Mapping[str, Look]) -> None:
    assert looks[FOR_COORDINATORS].too_wide == []


def test_help_and_menu_fit_too(visit: Visit) -> None:
    with visit("http", "small phone") as page:
        for opener in (help_opener, menu_opener):
            page.goto("index.html")
            opener(page).click()
            assert page.evaluate(TOO_WIDE) == []


def test_help_stands_out_with_scripts_and_without(visit: Visit) -> None:
    seen = set()
    for scripts in (True, False):
        with visit("http", "phone", java_script_enabled=scripts) as page:
            page.goto("index.html")
            seen.add(help_opener(page).screenshot())
    assert len(seen) == 1


def test_no_word_breaks_in_the_head_of_a_table(visit: Visit) -> None:
    broken = """() => [...document.querySelectorAll('th')].filter(cell => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      const lines = new Set([...text.getClientRects()].map(line => Math.round(line.top)));
      return !/[\\s–-]/.test(cell.textContent.trim()) && lines.size > 1;
    }).map(cell => cell.textContent)"""
    with visit("http", "small phone") as page:
        for path in ("lessons/lesson-2/teacher.html", "national-report.html", "status.html"):
            page.goto(path)
            assert page.locator("th").count()
            assert page.evaluate(broken) == [], path


def test_the_title_is_seen_without_scrolling(looks: Mapping[str, Look]) -> None:
    assert [path for path, look in looks.items() if look.title_below] == []


def test_text_stands_out_in_the_light(looks: Mapping[str, Look]) -> None:
    assert {path: look.too_pale for path, look in looks.items() if look.too_pale} == {}


def test_text_stands_out_in_the_dark(looks: Mapping[str, Look]) -> None:
    faults = {path: look.too_pale_in_the_dark for path, look in looks.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_the_dark_scheme_is_dark(visit: Visit) -> None:
    parts = (
        "body => getComputedStyle(body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)"
    )
    with visit("http", "phone", color_scheme="dark") as page:
        page.goto("index.html")
        assert max(page.locator("body").evaluate(parts)) < 60


def test_opening_the_menu_closes_help(visit: Visit) -> None:
    with visit("http", "phone", java_script_enabled=False) as page:
        page.goto("index.html")
        help_opener(page).click()
        menu_opener(page).press("Enter")
        expect(menu_shown(page)).to_be_visible()
        assert help_shown(page).count() == 0


def test_paper_shows_nothing_to_tap(looks: Mapping[str, Look]) -> None:
    assert {path: look.tools_on_paper for path, look in looks.items() if look.tools_on_paper} == {}


def test_paper_shows_the_whole_text(looks: Mapping[str, Look]) -> None:
    missing = {path: look.not_on_paper for path, look in looks.items() if look.not_on_paper}
    others = (NOT_FOR_PAPER, LOOKED_AT_BELOW)
    assert [path for path in missing if not any(one.search(path) for one in others)] == [], missing


def test_paper_shows_every_branch_of_a_protocol(looks: Mapping[str, Look]) -> None:
    protocols = {path: look for path, look in looks.items() if "protocols/" in path}
    assert {path: look.not_on_paper for path, look in protocols.items() if look.not_on_paper} == {}


def test_paper_shows_teachers_what_follows_a_choice(looks: Mapping[str, Look]) -> None:
    keys = {path: look for path, look in looks.items() if path.endswith("/key.html")}
    assert keys
    assert {path: look.not_on_paper for path, look in keys.items() if look.not_on_paper} == {}
