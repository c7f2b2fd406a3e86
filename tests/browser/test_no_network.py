"""A copy on a memory stick, the network cut: everything that helps works all the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from asking import typed
from playwright.sync_api import expect
from reader import Visit, help_opener, help_shown, home, language_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["sq", "en"])
def test_everything_works_from_a_folder_with_the_network_cut(
    language: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    root = roots["file"]
    assert "%20" in root, "the folder has a space in its name"
    assert "%C3%AB" in root, "and an ë"
    with visit("file", "phone", offline=True) as page:
        page.goto(home(root, language))

        found = typed(page, "kërcënim" if language == "sq" else "threat")
        expect(found.get_by_role("link").first).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")

        help_opener(page).click()
        expect(help_shown(page).locator("a[href='tel:116111']")).to_be_visible()
        page.keyboard.press("Escape")

        page.locator(".fl-settings > summary").click()
        page.locator(".fl-settings [data-value=strong]").click()
        expect(page.locator("html")).to_have_attribute("data-contrast", "strong")
        page.locator(".fl-settings [data-forget]").click()
        expect(page.locator("html")).not_to_have_attribute("data-contrast", "strong")
        page.keyboard.press("Escape")

        page.locator("header nav a[hreflang]").click()
        assert language_of(page) != language

        page.locator(".fl-bar .fl-exit").click()
        folder = "en/" if language_of(page) == "en" else ""
        page.wait_for_url(f"{root}{folder}table.html")
        expect(page.get_by_role("table")).to_be_visible()
