"""The pages about the organisation are found from home, from one another and by those they are for."""

from __future__ import annotations

import pytest
from pages import Page, Pages

from firstlesson.course.model import Course


def listed(page: Page) -> list[str | None]:
    """Where the links of the page's list lead."""
    links = page.tree.xpath("//section[contains(@class, 'fl-hub')]//a")
    return [page.leads_to(link.get("href")) for link in links]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_home_and_the_front_page_lead_to_every_page_of_the_hub(
    folder: str, pages: Pages, course: Course
) -> None:
    hub = course.settings.hub
    assert hub is not None
    every = [f"{folder}{name}.html" for name in hub.pages]
    assert listed(pages[f"{folder}index.html"]) == every
    assert listed(pages[every[0]]) == every[1:]


def test_every_page_of_the_hub_leads_back_to_its_front_page(pages: Pages, course: Course) -> None:
    hub = course.settings.hub
    assert hub is not None
    front = f"{hub.pages[0]}.html"
    for name in hub.pages[1:]:
        page = pages[f"{name}.html"]
        crumbs = page.tree.xpath("//nav[contains(@class, 'fl-crumbs')]//a")
        assert [page.leads_to(one.get("href")) for one in crumbs] == ["index.html", front]


def test_an_audience_is_led_to_the_pages_that_are_for_it(pages: Pages, course: Course) -> None:
    for audience in course.audiences.values():
        assert listed(pages[f"for/{audience.id}.html"]) == [f"{one}.html" for one in audience.pages]
