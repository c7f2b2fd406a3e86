"""How somebody uses a page with a keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

FOCUSED = "element => element === document.activeElement"


def tab_to(page: Page, element: Locator, most: int = 150) -> None:
    """Presses Tab until an element has the focus."""
    for _ in range(most):
        if element.evaluate(FOCUSED):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the focus never comes to {element}")


def choose(page: Page, select: Locator, value: str) -> None:
    """Chooses an option of a list with the arrow keys."""
    tab_to(page, select)
    page.keyboard.press("Home")
    for _ in range(12):
        if select.input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} cannot be chosen")


def tick(page: Page, field: Locator) -> None:
    """Ticks a box, or chooses one of several with the arrow keys."""
    if field.get_attribute("type") == "checkbox":
        tab_to(page, field)
        page.keyboard.press("Space")
        return
    name = field.get_attribute("name")
    first = page.locator(f"input[name='{name}']").first
    chosen = page.locator(f"input[name='{name}']:checked")
    tab_to(page, chosen if chosen.count() else first)
    page.keyboard.press("Space")
    for _ in range(8):
        if field.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError("the answer cannot be chosen")
