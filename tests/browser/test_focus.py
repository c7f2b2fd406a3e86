"""The ring around what has the focus: two colours, three pixels each, on any ground."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Locator, Page
from reader import Visit, help_opener

pytestmark = pytest.mark.browser

COLOURS = """async (picture) => {
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const drawing = canvas.getContext('2d');
  drawing.drawImage(bitmap, 0, 0);
  const dots = drawing.getImageData(0, 0, bitmap.width, bitmap.height).data;
  const count = {};
  for (let at = 0; at < dots.length; at += 4) {
    const colour = `rgb(${dots[at]}, ${dots[at + 1]}, ${dots[at + 2]})`;
    count[colour] = (count[colour] || 0) + 1;
  }
  return count;
}"""
SCHEMES = ("light", "dark", "strong", "cream")


def colours_around(page: Page, counter: Page, element: Locator) -> dict[str, int]:
    """How many dots of each colour a picture of an element and its surroundings has."""
    box = element.bounding_box()
    assert box
    clip = {
        "x": max(box["x"] - 10, 0),
        "y": max(box["y"] - 10, 0),
        "width": box["width"] + 20,
        "height": box["height"] + 20,
    }
    picture = base64.b64encode(page.screenshot(clip=clip, animations="disabled")).decode()
    found: dict[str, int] = counter.evaluate(COLOURS, f"data:image/png;base64,{picture}")
    return found


def colour(page: Page, name: str) -> str:
    """A colour of the style as the browser paints it."""
    found: str = page.evaluate(
        """(name) => {
          const sample = document.createElement('i');
          sample.style.color = `var(${name})`;
          document.body.append(sample);
          const colour = getComputedStyle(sample).color;
          sample.remove();
          return colour;
        }""",
        name,
    )
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_ring_of_two_colours_and_three_pixels_is_painted(scheme: str, visit: Visit) -> None:
    with visit("http", color_scheme="dark" if scheme == "dark" else "light") as page:
        counter = page.context.new_page()
        page.goto("help.html")
        if scheme in ("strong", "cream"):
            page.evaluate("(name) => document.documentElement.dataset.contrast = name", scheme)
        page.keyboard.press("Tab")  # from now on the browser shows where the keyboard is
        ring, around = colour(page, "--focus"), colour(page, "--focus-ink")
        for element in (
            page.locator(".fl-bar .fl-exit"),
            help_opener(page),
            page.locator(".fl-menu > summary"),
            page.locator("main a.fl-call").first,
            page.locator("main a:not([class])").first,
        ):
            element.scroll_into_view_if_needed()
            page.evaluate("document.activeElement.blur()")
            before = colours_around(page, counter, element)
            element.focus()
            after = colours_around(page, counter, element)
            box = element.bounding_box()
            assert box
            edge = 3 * 2 * (box["width"] + box["height"]) * 0.8  # corners are round
            for one in {ring, around} - {colour(page, "--paper")}:  # it needs no colour of its own
                assert after.get(one, 0) - before.get(one, 0) >= edge, (scheme, one)
