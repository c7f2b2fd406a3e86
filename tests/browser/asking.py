"""How a test asks the search: as a reader does, by typing."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

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


def loaded(page: Page) -> None:
    """Waits until nothing of the search is on its way any more."""
    expect(page.locator("head script[src*='assets/search/']")).to_have_count(0)


def opened(page: Page) -> Locator:
    """Opens the search; gives the field once the index is there."""
    box(page).locator("summary").click()
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    loaded(page)
    return field


def typed(page: Page, text: str) -> Locator:
    """Types a query; gives what was found once its count is told."""
    field = opened(page)
    field.fill(text)
    expect(box(page).get_by_role("status")).not_to_have_text("")
    loaded(page)
    return page.locator(".fl-found")


def answer(page: Page, query: str) -> dict[str, Any]:
    """What the engine answers, without the box."""
    found: dict[str, Any] = page.evaluate(ANSWER, query)
    return found
