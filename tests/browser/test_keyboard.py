"""Everything can be reached and used with a keyboard, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kinds import one_of_each_kind
from playwright.sync_api import Locator, Page, expect
from reader import Visit, help_opener, help_shown, menu_opener, menu_shown

pytestmark = pytest.mark.browser

WHERE_ONE_IS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return 'the end';
  const name = `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 40)}`;
  const box = element.getClientRects()[0];
  if (!box || box.width < 2 || box.height < 2) return `${name}: has no size`;
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [upper, lower] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (left >= right || upper >= lower) return `${name}: is outside the window`;
  const top = document.elementFromPoint((left + right) / 2, (upper + lower) / 2);
  if (!top || !(element.contains(top) || top.contains(element))) return `${name}: is covered`;
  const style = getComputedStyle(element);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3;
  return ring ? 'seen' : `${name}: has no outline`;
}"""
"""Only an outline shows the focus in forced colours too."""


def press(page: Page, key: str) -> str:
    """Presses a key; says whether one sees where the focus is then."""
    page.keyboard.press(key)
    seen: str = page.evaluate(WHERE_ONE_IS)
    return seen


def faults_on_the_way(page: Page) -> Iterator[str]:
    """Presses Tab until the focus comes to the page's end; gives what is wrong on the way."""
    stops = page.locator("a[href], summary, button, input, select, textarea").count()
    first = page.locator("a[href='#main']")
    for number in range(stops + 2):
        seen = press(page, "Tab")
        if seen == "the end" or (number and has_focus(first)):
            return
        if seen != "seen":
            yield seen
    yield "the focus never comes to the end"


def has_focus(element: Locator) -> bool:
    return bool(element.evaluate("element => element === document.activeElement"))


def tab_to(page: Page, element: Locator) -> None:
    """Presses Tab until an element has the focus."""
    for _ in range(50):
        page.keyboard.press("Tab")
        if has_focus(element):
            return
    pytest.fail("the focus never comes there")


@pytest.mark.parametrize("screen", ["phone", "desktop"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_first_stop_skips_to_the_text(screen: str, language: str, visit: Visit) -> None:
    with visit("http", screen) as page:
        page.goto("help.html" if language == "sq" else "en/help.html")
        assert press(page, "Tab") == "seen"
        expect(page.locator("a[href='#main']")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        assert press(page, "Tab") == "seen"
        expect(page.locator("main a").first).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_the_menu_opens_and_closes(screen: str, key: str, visit: Visit) -> None:
    with visit("http", screen) as page:
        page.goto("index.html")
        tab_to(page, menu_opener(page))
        for closes in (key, "Escape"):
            assert press(page, key) == "seen"
            assert press(page, "Tab") == "seen"
            expect(menu_shown(page).get_by_role("link").first).to_be_focused()
            assert press(page, "Shift+Tab") == "seen"
            assert press(page, closes) == "seen"
            expect(menu_shown(page)).to_have_count(0)
            expect(menu_opener(page)).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_help_opens_and_closes(screen: str, key: str, visit: Visit) -> None:
    with visit("http", screen) as page:
        page.goto("index.html")
        tab_to(page, help_opener(page))
        for closes in ("Escape", key):
            assert press(page, key) == "seen"
            dialog = help_shown(page)
            expect(dialog.get_by_role("link").first).to_be_visible()
            if closes == key:
                tab_to(page, dialog.locator(".fl-close"))
            assert press(page, closes) == "seen"
            expect(help_shown(page)).to_have_count(0)
            expect(help_opener(page)).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_help_opens_and_closes_without_scripts(key: str, visit: Visit) -> None:
    with visit("http", "phone", java_script_enabled=False) as page:
        page.goto("index.html")
        tab_to(page, help_opener(page))
        assert press(page, key) == "seen"
        assert press(page, "Tab") == "seen"
        expect(help_shown(page).get_by_role("link").first).to_be_focused()
        assert press(page, "Shift+Tab") == "seen"
        assert press(page, key) == "seen"
        expect(help_shown(page)).to_have_count(0)


def test_every_number_of_help_is_reached_and_seen(visit: Visit) -> None:
    with visit("http", "phone") as page:
        page.goto("index.html")
        tab_to(page, help_opener(page))
        page.keyboard.press("Enter")
        for call in help_shown(page).locator("a[href^='tel:']").all():
            tab_to(page, call)
            assert page.evaluate(WHERE_ONE_IS) == "seen"


WALKED = {
    "phone": [("home", ""), ("help", ""), ("lesson", "student")],
    "desktop": [("audience", "student"), ("plan", "teacher"), ("protocol", "professional")],
}
"""Kinds of pages and their audiences; what differs between the languages is the words."""


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_one_always_sees_where_one_is(screen: str, visit: Visit, site: Path) -> None:
    paths = [
        page.path
        for page in one_of_each_kind(site, pick=min)
        if (page.kind, page.audience) in WALKED[screen] and page.language == "sq"
    ]
    assert len(paths) >= len(WALKED[screen])
    faults = {}
    with visit("http", screen) as page:
        for path in paths:
            page.goto(path)
            faults[path] = list(faults_on_the_way(page))
    assert {path: found for path, found in faults.items() if found} == {}


def test_help_that_was_opened_covers_nothing_that_has_the_focus(visit: Visit) -> None:
    with visit("http", "phone", java_script_enabled=False) as page:
        page.goto("ages.html")
        tab_to(page, help_opener(page))
        page.keyboard.press("Enter")
        assert list(faults_on_the_way(page)) == []
