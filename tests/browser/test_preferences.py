"""What readers have set in their system or browser holds on every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kinds import one_of_each_kind
from looks import TOO_WIDE
from playwright.sync_api import Page
from reader import SCREENS, Visit, help_opener

pytestmark = pytest.mark.browser

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The distances that WCAG 2.2 (1.4.12) lets a reader choose."""

CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((one) => {
    const style = getComputedStyle(one);
    return one.checkVisibility() && one.clientWidth > 1 && !one.closest('select') && one.textContent.trim()
      && (style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1
        || style.overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1);
  }).map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 30)}`)"""

MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
    const style = getComputedStyle(one);
    return style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
      || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
  }).map((one) => `${one.tagName} ${one.className}`).concat(
    document.getAnimations().map((one) => `${one.playState}`))"""

WITHOUT_EDGE = """() => [...document.querySelectorAll(
    '.fl-exit, .fl-help-open, .fl-bar summary, .fl-call, .fl-close, .fl-card, .fl-note, button')]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(parseFloat(getComputedStyle(one).borderLeftWidth) >= 1))
  .map((one) => `${one.tagName} ${one.className}`)"""

ICONS = """() => [...document.querySelectorAll('main svg[aria-hidden]')].map((one) =>
    getComputedStyle(one).color)"""


def kinds(page: Page, site: Path) -> Iterator[str]:
    """Opens one page of each kind, one after the other."""
    for kind in one_of_each_kind(site):
        if kind.language == "sq":
            page.goto(kind.path)
            yield kind.path


def test_wider_spaced_text_is_neither_cut_off_nor_too_wide(visit: Visit, site: Path) -> None:
    faults = {}
    with visit("http", "small phone") as page:
        for path in kinds(page, site):
            page.evaluate(SPACED)
            faults[path] = [*page.evaluate(TOO_WIDE), *page.evaluate(CUT_OFF)]
    assert {path: found for path, found in faults.items() if found} == {}


def test_at_four_times_the_size_the_text_has_the_window_to_itself(visit: Visit, site: Path) -> None:
    """A window 1280 wide and 1024 high shows at 400 % only 320 by 256: nothing may stay fixed over the text."""
    with visit("http") as page:
        page.set_viewport_size({"width": 320, "height": 256})
        for path in kinds(page, site):
            fixed = page.evaluate(
                "() => [...document.querySelectorAll('body *')].filter((one) =>"
                " one.checkVisibility() && /fixed|sticky/.test(getComputedStyle(one).position))"
                ".map((one) => one.className)"
            )
            assert fixed == [], path
            assert page.evaluate(TOO_WIDE) == [], path


def test_nothing_moves_for_those_who_do_not_want_it(visit: Visit, site: Path) -> None:
    with visit("http", reduced_motion="reduce") as page:
        for path in kinds(page, site):
            assert page.evaluate(MOVING) == [], path


def test_in_forced_colours_what_can_be_tapped_has_an_edge(visit: Visit, site: Path) -> None:
    faults = {}
    with visit("http", "phone", forced_colors="active") as page:
        for path in kinds(page, site):
            help_opener(page).click()
            faults[path] = page.evaluate(WITHOUT_EDGE)
    assert {path: found for path, found in faults.items() if found} == {}


def test_in_forced_colours_icons_and_chosen_buttons_are_seen(visit: Visit) -> None:
    with visit("http", forced_colors="active") as page:
        page.set_viewport_size(SCREENS["desktop"])
        page.goto("index.html")
        text = page.locator("main p").first.evaluate("one => getComputedStyle(one).color")
        assert set(page.evaluate(ICONS)) == {text}
        page.locator(".fl-settings > summary").click()
        edges = [
            page.locator(f".fl-settings [aria-pressed={pressed}]").first.evaluate(
                "one => getComputedStyle(one).borderTopWidth"
            )
            for pressed in ("true", "false")
        ]
        assert edges[0] != edges[1]
