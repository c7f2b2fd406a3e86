"""How much comes before anything is seen: a page's HTML, with the style that stands inside it.

A link on slow 3G brings 12 KB in the first quarter of a second after the connection stands.
"""

from __future__ import annotations

import gzip

import pytest
from pages import OF_LESSONS, Pages

MOST = 12 * 1024
FRAME = 6400
LIGHT = {"audience", "card", "certificate", "help", "not-found", "projector", "sheet", "sheets"}
"""Kinds of pages that stay below on every path, besides the pages of a lesson."""


def packed(text: str) -> int:
    """How many bytes a server sends."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


@pytest.mark.parametrize("kind", OF_LESSONS)
def test_every_page_of_a_lesson_is_light(kind: str, pages: Pages) -> None:
    found = {path: packed(page.source) for path, page in pages.items() if page.kind == kind}
    assert found
    assert {path: size for path, size in found.items() if size > MOST} == {}


def test_so_are_help_lists_and_what_is_printed(pages: Pages) -> None:
    found = {path: packed(page.source) for path, page in pages.items() if page.kind in LIGHT}
    assert {path: size for path, size in found.items() if size > MOST} == {}


def test_what_stands_around_a_lesson_is_little_more_than_half_of_that(pages: Pages) -> None:
    """However long a text is, its style, its help and its menus are not."""
    faults = {}
    for path, page in pages.items():
        if page.kind in OF_LESSONS:
            start, _, rest = page.source.partition("<main")
            size = packed(start + rest.partition("</main>")[2])
            if size > FRAME:
                faults[path] = size
    assert faults == {}
