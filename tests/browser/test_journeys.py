"""From the home page to the first lesson, as everyone goes there: by tapping."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, expect
from reader import (
    Visit,
    help_opener,
    help_shown,
    home,
    language_of,
    menu_opener,
    menu_shown,
    place,
)

from firstlesson.course.model import Course

pytestmark = pytest.mark.browser


class Way(NamedTuple):
    """How somebody reads."""

    transport: str
    screen: str
    language: str
    scripts: str = "with scripts"


WAYS = [
    *(Way(*one) for one in product(["http", "file"], ["phone", "desktop"], ["sq", "en"])),
    Way("http", "phone", "sq", "no scripts"),
    Way("file", "desktop", "en", "no scripts"),
]


FIRST_TEXT = r"lessons/[^/]+/{}\.html|protocols/[^/]+\.html"


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_everyone_finds_their_first_text_and_help_and_the_way_back(
    way: Way, visit: Visit, roots: Mapping[str, str], course: Course
) -> None:
    transport, screen, language, scripts = way
    root = roots[transport]
    box = [one for one in course.contacts.values() if one.in_help_box and one.telephone]
    numbers = ["tel:" + str(one.telephone).replace(" ", "") for one in box]
    with visit(transport, screen, java_script_enabled=scripts == "with scripts") as page:
        page.goto(home(root, language))
        for audience in course.audiences.values():
            main = page.get_by_role("main")
            main.get_by_role("link", name=audience.edition[language], exact=True).click()
            assert place(page, root) == f"for/{audience.id}.html"
            main.locator("h3").get_by_role("link").first.click()
            reached = place(page, root)
            assert re.fullmatch(FIRST_TEXT.format(audience.id), reached)

            language = "en" if language == "sq" else "sq"
            page.locator("header nav").locator(f"a[hreflang={language}]").click()
            assert (place(page, root), language_of(page)) == (reached, language)

            help_opener(page).click()
            assert numbers_seen(help_shown(page)) == numbers
            help_shown(page).locator(".fl-close, summary").click()
            expect(help_shown(page)).to_have_count(0)

            menu_opener(page).click()
            menu_shown(page).get_by_role("link").first.click()
            assert (place(page, root), language_of(page)) == ("index.html", language)


def numbers_seen(box: Locator) -> list[str]:
    """The telephone links of a box that one sees."""
    seen = (
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('href'))"
    )
    found: list[str] = box.locator("a[href^='tel:']").evaluate_all(seen)
    return found


def test_the_page_of_dead_links_helps_at_any_address(
    visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit("http", "phone", lost=True) as page:
        answer = page.goto("a/b/c")
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        assert page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
        help_opener(page).click()
        expect(help_shown(page).locator("a[href^='tel:']").first).to_be_visible()
        links = page.locator("a[href^='/']").evaluate_all("all => all.map(one => one.href)")
        assert links
        for link in sorted(set(links)):
            assert link.startswith(roots["http"])
            followed = page.goto(link)
            assert followed
            assert followed.ok, link
