"""Whoever has to leave at once leaves at once, and finds no trace on the page itself."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect
from reader import Visit

pytestmark = pytest.mark.browser

EXIT = ".fl-bar .fl-exit"


def is_away(page: Page, root: str) -> None:
    """The multiplication table is shown, and nothing that says what was read."""
    expect(page).to_have_url(f"{root}table.html")
    assert "Mësimi" not in page.content()
    assert "isigurt" not in page.content().lower()


@pytest.mark.parametrize("scripts", ["with scripts", "no scripts"])
@pytest.mark.parametrize("transport", ["http", "file"])
def test_one_tap_leaves(
    transport: str, scripts: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit(transport, "phone", java_script_enabled=scripts == "with scripts") as page:
        page.goto(f"{roots[transport]}help.html")
        expect(page.locator(EXIT)).to_be_in_viewport()
        page.locator(EXIT).click()
        is_away(page, roots[transport])


def test_the_keyboard_leaves_from_the_second_stop_and_with_shift_three_times(
    visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit() as page:
        page.goto("help.html")
        for key in ("Tab", "Tab", "Enter"):
            page.keyboard.press(key)
        is_away(page, roots["http"])
        page.goto("help.html")
        for _ in range(3):
            page.keyboard.press("Shift")
        is_away(page, roots["http"])


def test_help_that_is_open_has_its_own_way_out(visit: Visit, roots: Mapping[str, str]) -> None:
    with visit("http", "phone") as page:
        page.goto("index.html")
        page.locator(".fl-help-open").click()
        page.locator("dialog .fl-exit").click()
        is_away(page, roots["http"])


def test_the_way_back_does_not_lead_to_the_page_that_was_left(
    visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit("http", "phone") as page:
        page.goto("index.html")
        page.goto("help.html")
        page.locator(EXIT).click()
        is_away(page, roots["http"])
        page.go_back()
        assert not page.url.endswith("help.html")
        expect(page.locator("h1")).to_be_hidden()
        expect(page.locator(".fl-cover button")).to_be_visible()


def test_the_cover_is_read_in_the_dark_too(visit: Visit) -> None:
    with visit("http", "phone", color_scheme="dark") as page:
        page.goto("index.html")
        page.goto("help.html")
        page.locator(EXIT).click()
        page.wait_for_url("**/table.html")
        page.go_back()
        again = page.locator(".fl-cover button")
        expect(again).to_have_css("color", "rgb(34, 34, 34)")
        expect(again).to_have_css("background-color", "rgb(255, 255, 255)")


def test_what_shift_says_is_not_behind_the_help_that_is_open(visit: Visit) -> None:
    on_top = """said => {
      const box = said.getBoundingClientRect();
      return said.contains(document.elementFromPoint(box.x + 5, box.y + 5));
    }"""
    with visit() as page:
        page.goto("index.html")
        page.locator(".fl-help-open").click()
        page.keyboard.press("Shift")
        expect(page.locator(".fl-said")).not_to_be_empty()
        assert page.locator(".fl-said").evaluate(on_top)


@pytest.mark.parametrize(
    ("path", "doing"),
    [
        ("lessons/lesson-2/student.html", ".fl-quiz[data-check] input"),
        ("lessons/lesson-2/student.html", ".fl-help-open"),
        ("lessons/lesson-2/student.html", ".fl-search > summary"),
        ("lessons/lesson-2/projector.html", "[data-blank]"),
        ("lessons/lesson-2/presenter.html", "[data-move='1']"),
        ("protocols/protocol-1.html", ".fl-tick input"),
    ],
)
def test_shift_leaves_whatever_one_is_doing(
    path: str, doing: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit() as page:
        page.goto(path)
        page.locator(doing).first.click()
        for _ in range(3):
            page.keyboard.press("Shift")
        is_away(page, roots["http"])


def test_what_is_read_is_hidden_at_once(visit: Visit) -> None:
    """The page is covered in the moment of the tap, not when the next page has come."""
    hidden = """() => {
      document.querySelector('.fl-bar .fl-exit').click();
      return [document.title, document.querySelector('main').checkVisibility()];
    }"""
    with visit("http", "phone") as page:
        page.goto("help.html")
        title, text_is_seen = page.evaluate(hidden)
        assert not text_is_seen
        assert "Ndihmë" not in title
