"""What somebody looks for is found: in the catalogue, in plain lists, and by worry."""

from __future__ import annotations

import pytest
from axe import violations
from playwright.sync_api import expect
from reader import Visit

from firstlesson.course.model import Course

pytestmark = pytest.mark.browser


def test_the_catalogue_filters(visit: Visit, course: Course) -> None:
    wanted = {"audience": "parent", "age": "12-14", "minutes": "45", "topic": "cyberbullying"}
    wanted |= {"language": "en", "guidance": "yes"}
    with visit("file", "phone") as page:
        page.goto("catalogue.html")
        cards = page.locator(".fl-catalogue > li:visible")
        counts = [cards.count()]
        for name, value in wanted.items():
            page.locator(f".fl-filter select[name={name}]").select_option(value)
            counts.append(cards.count())
            expect(page.locator(".fl-filter [role=status]")).to_contain_text(str(counts[-1]))
        assert counts == sorted(counts, reverse=True)
        assert 0 < counts[-1] < counts[0]
        expect(cards.first).to_contain_text(course.lessons["first-lesson-11-14"].data.name["sq"])
        assert violations(page) == {}


def test_without_scripts_the_same_stands_in_lists(visit: Visit) -> None:
    with visit("file", "phone", java_script_enabled=False) as page:
        page.goto("catalogue.html")
        expect(page.locator(".fl-filter")).to_be_hidden()
        page.locator(".fl-plain a").first.click()
        for group in ("minutes-45", "guidance-with", "in-en", "protocols"):
            expect(page.locator(f"section[aria-labelledby={group}] li").first).to_be_visible()
        for way in ("for/parent.html", "ages.html", "topics.html"):
            expect(page.locator(f"main a[href='{way}']")).to_be_visible()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_parent_finds_help_by_worry(language: str, visit: Visit, course: Course) -> None:
    worry = course.needs["blackmail"].worry
    assert worry
    with visit("file", "phone", java_script_enabled=False) as page:
        page.goto("for/parent.html" if language == "sq" else "en/for/parent.html")
        page.locator(".fl-door").click()
        page.get_by_role("link", name=worry.name[language]).click()
        part = page.locator("section[aria-labelledby=blackmail]")
        expect(part.get_by_role("heading")).to_be_in_viewport()
        assert part.locator("li").first.inner_text() == worry.steps[0][language]
        expect(part.locator("a[href='tel:116111']")).to_be_visible()
