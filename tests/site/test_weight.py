"""How much comes before anything is seen: a page's HTML, with the style that stands inside it.

A link on slow 3G brings 12 KB in the first quarter of a second after the connection stands.
"""

from __future__ import annotations

import gzip

from pages import Pages

MOST = 12 * 1024
FRAME = 6400
LIGHT = {"audience", "card", "certificate", "easy", "help", "key", "not-found", "sheet", "sheets"}
"""Kinds of pages that stay below on every path."""
LONG = {"lesson-2", "lesson-3", "lesson-4", "lesson-5", "lesson-8"}
"""Lessons whose story and quiz for pupils are longer than what remains beside the frame."""


def packed(text: str) -> int:
    """How many bytes a server sends."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


def test_a_lesson_for_pupils_or_parents_is_light(pages: Pages) -> None:
    found = {
        path: packed(page.source)
        for path, page in pages.items()
        if page.kind == "lesson" and page.audience in ("student", "parent")
        if page.audience == "parent" or path.split("/")[-2] not in LONG
    }
    assert found
    assert {path: size for path, size in found.items() if size > MOST} == {}


def test_so_are_help_lists_and_what_is_printed(pages: Pages) -> None:
    found = {path: packed(page.source) for path, page in pages.items() if page.kind in LIGHT}
    assert {path: size for path, size in found.items() if size > MOST} == {}


def test_what_stands_around_a_lesson_is_little_more_than_half_of_that(pages: Pages) -> None:
    """However long a text is, its style, its help and its menus are not."""
    faults = {}
    for path, page in pages.items():
        if page.kind in ("lesson", "easy"):
            start, _, rest = page.source.partition("<main")
            size = packed(start + rest.partition("</main>")[2])
            if size > FRAME:
                faults[path] = size
    assert faults == {}
