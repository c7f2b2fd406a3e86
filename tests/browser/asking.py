"""How a test asks the search: as a reader does, by typing."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

NONE_LEFT = (
    '() => !document.querySelector(\'head script[src*="assets/search"]:not([src$="engine.js"])\')'
)

ANSWER = """(query) => new Promise((done) => {
  firstlessonSearch.query(query, '', (answer) => {
    if (answer.complete) done({
      need: answer.need && answer.need.id,
      contacts: answer.contacts.map((one) => one[2]),
      pages: answer.results.map((one) => one.href),
    });
  });
})"""


def box(page: Page) -> Locator:
    return page.locator("details.fl-search")


def opened(page: Page) -> Locator:
    """Opens the search; gives the field once the index is there."""
    box(page).locator("summary").click()
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.wait_for_function("window.firstlessonSearch !== undefined")
    page.wait_for_function(NONE_LEFT)
    return field


def typed(page: Page, text: str) -> Locator:
    """Types a query; gives what was found once its count is told."""
    field = opened(page)
    field.fill(text)
    expect(box(page).get_by_role("status")).not_to_have_text("")
    page.wait_for_function(NONE_LEFT)
    return page.locator(".fl-found")


def answer(page: Page, query: str) -> dict[str, Any]:
    """What the engine answers, without the box."""
    found: dict[str, Any] = page.evaluate(ANSWER, query)
    return found
