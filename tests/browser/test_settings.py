"""How one wants to read is kept only after a click, and forgotten with one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from reader import Visit

pytestmark = pytest.mark.browser

STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


def size_of_text(page: Page) -> float:
    return float(
        page.locator("main p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    )


def test_a_choice_holds_on_every_page_until_it_is_forgotten(visit: Visit) -> None:
    with visit("http", "phone") as page:
        page.goto("help.html")
        before = size_of_text(page)
        assert page.evaluate(STORED) == []
        page.locator(".fl-settings > summary").click()
        assert page.evaluate(STORED) == []
        larger = page.locator(".fl-settings [data-set=size]").last
        larger.click()
        expect(larger).to_have_attribute("aria-pressed", "true")
        page.goto("en/help.html")
        assert size_of_text(page) > before
        page.locator(".fl-settings > summary").click()
        page.locator(".fl-settings [data-forget]").click()
        expect(page.locator(".fl-settings [role=status]")).not_to_be_empty()
        assert size_of_text(page) == before
        assert page.evaluate(STORED) == []


def test_what_needs_scripts_is_not_shown_without_them(visit: Visit) -> None:
    with visit("http", "phone", java_script_enabled=False) as page:
        page.goto("help.html")
        expect(page.locator(".fl-settings")).to_be_hidden()
        assert page.locator("button:visible").count() == 0
