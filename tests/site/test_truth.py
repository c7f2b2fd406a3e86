"""What the site says is what the data says, and it says what nobody has reviewed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pages import OF_LESSONS, Pages, pages_of, text_of
from projects import build, replace, tiny_project

from firstlesson.course.model import Course

ORDER_OF_NEED = ("danger-now", "talk", "report", "authority")
TEXTS = (*OF_LESSONS, "protocol")


Written = dict[str, Any]


@pytest.fixture(scope="session")
def contacts(project: Path) -> list[Written]:
    """The contacts as they are written, read without our own reader, in the order of need."""
    text = (project / "data/contacts.yml").read_text("utf-8")
    written = yaml.load(text, yaml.BaseLoader)["contacts"]  # noqa: S506  # gives texts only
    return sorted(written, key=lambda one: ORDER_OF_NEED.index(one["contactType"]))


def dialled(telephone: str) -> str:
    return "tel:" + telephone.replace(" ", "")


def numbers_in(text: str) -> list[str]:
    """Every run of digits of a text, spaces inside it kept."""
    return re.findall(r"\+?\d(?:[\d ]*\d)?", text)


# Contacts


@pytest.mark.parametrize("path", ["help.html", "en/help.html"])
def test_the_help_page_has_every_contact_as_it_is_written(
    path: str, pages: Pages, contacts: list[Written]
) -> None:
    page = pages[path]
    shown = [
        {
            "id": entry.get("id"),
            "name": text_of(entry.xpath(".//h3")[0]),
            "does": text_of(entry.xpath(".//h3/following-sibling::p[1]")[0]),
            "calls": entry.xpath(".//a[starts-with(@href, 'tel:')]/@href"),
            "numbers": [numbers_in(text_of(a)) for a in entry.xpath(".//a[@class='fl-call']")],
            "opens": entry.xpath(".//a[not(starts-with(@href, 'tel:'))]/@href"),
        }
        for entry in page.tree.xpath("//section[contains(@class, 'fl-contacts')]//li[@id]")
    ]
    assert shown == [
        {
            "id": one["id"],
            "name": one["name"][page.language],
            "does": one["does"][page.language],
            "calls": [dialled(one["telephone"])] if "telephone" in one else [],
            "numbers": [[one["telephone"]]] if "telephone" in one else [],
            "opens": [one["url"]] if "url" in one else [],
        }
        for one in contacts
    ]


@pytest.mark.parametrize("path", ["help.html", "en/help.html"])
def test_the_help_page_says_when_what_it_costs_and_what_is_still_to_be_confirmed(
    path: str, pages: Pages, contacts: list[Written]
) -> None:
    page, faults = pages[path], []
    text = text_of(page.main)
    for one in contacts:
        entry = text_of(page.tree.get_element_by_id(one["id"]))
        said = [one[key][page.language] for key in ("hoursAvailable", "cost") if key in one]
        open_points = [point[page.language] for point in one.get("toBeConfirmed", [])]
        faults += [(one["id"], words) for words in said if words not in entry]
        faults += [(one["id"], words) for words in open_points if words not in text]
    assert faults == []


def test_every_page_offers_the_numbers_of_the_help_box(
    pages: Pages, contacts: list[Written]
) -> None:
    box = [one for one in contacts if one.get("inHelpBox") == "true"]
    expected = [dialled(one["telephone"]) if "telephone" in one else one["url"] for one in box]
    assert any(address.startswith("tel:") for address in expected)
    for path, page in pages.items():
        [panel] = page.of_class("fl-help")
        assert panel.xpath(".//ul//a/@href") == expected, path


def test_no_page_has_a_number_that_the_contacts_do_not_have(
    pages: Pages, contacts: list[Written]
) -> None:
    known = {dialled(one["telephone"]): one["telephone"] for one in contacts if "telephone" in one}
    faults = [
        (path, link.get("href"), text_of(link))
        for path, page in pages.items()
        for link in page.tree.xpath("//a[starts-with(@href, 'tel:')]")
        if set(numbers_in(text_of(link))) - {known.get(link.get("href"))}
        or link.get("href") not in known
    ]
    assert faults == []


# Plans


def test_the_minutes_of_every_plan_add_up(pages: Pages, course: Course) -> None:
    plans = 0
    for lesson in course.lessons.values():
        slug = lesson.data.slug or lesson.id
        for prefix in ("", "en/"):
            page = pages.get(f"{prefix}lessons/{slug}/teacher.html")
            if page is None:
                continue
            plans += 1
            rows = page.tree.xpath("//section[@aria-labelledby='plan']//tbody/tr")
            times = [tuple(map(int, text_of(row[0]).split("–"))) for row in rows]
            anchors = [row.xpath(".//a/@href")[0].removeprefix("#") for row in rows]
            assert anchors == [part.id for part in lesson.data.parts], page.path
            assert [end - start for start, end in times] == [p.minutes for p in lesson.data.parts]
            assert [start for start, _ in times] == [0, *(end for _, end in times[:-1])], page.path
            assert times[-1][1] == lesson.data.time_required, page.path
            headings = [text_of(page.tree.get_element_by_id(one)) for one in anchors]
            assert [text_of(row[1]) for row in rows] == headings, page.path
            first = "following-sibling::p[contains(@class, 'fl-when')][1]"
            below = [text_of(page.tree.get_element_by_id(one).xpath(first)[0]) for one in anchors]
            for (start, end), said in zip(times, below, strict=True):
                assert f"{start}–{end}" in said, page.path
    assert plans


# Reviews


def drafts(course: Course) -> dict[str, bool]:
    """Places of lessons and protocols that nobody has reviewed; true where it is a protocol."""
    places: dict[str, bool] = {}
    for lesson in course.lessons.values():
        if lesson.data.reviewed_by is None:
            slug = lesson.data.slug or lesson.id
            names = (*lesson.editions, "story", "beside", "key")
            places |= {f"lessons/{slug}/{name}.html": False for name in names}
    for protocol in course.protocols.values():
        if protocol.data.reviewed_by is None:
            places[f"protocols/{protocol.data.slug or protocol.id}.html"] = True
    return places


def noindex(pages: Pages) -> set[str]:
    robots = "//meta[@name='robots'][contains(@content, 'noindex')]"
    return {path for path, page in pages.items() if page.tree.xpath(robots)}


def test_lessons_and_protocols_say_that_they_are_drafts(pages: Pages, course: Course) -> None:
    unreviewed = drafts(course)
    said = {
        path
        for path, page in pages.items()
        if page.main.xpath(".//p[contains(@class, 'fl-note--draft')]")
    }
    texts = {path for path, page in pages.items() if page.kind in TEXTS}
    assert texts
    assert said & texts == {path for path in texts if pages[path].place in unreviewed}


def test_search_engines_do_not_list_drafts_of_protocols(pages: Pages, course: Course) -> None:
    unreviewed = {place for place, is_protocol in drafts(course).items() if is_protocol}
    expected = {path for path, page in pages.items() if page.place in unreviewed}
    assert expected <= noindex(pages)


def test_all_other_pages_say_that_they_are_drafts(pages: Pages) -> None:
    others = [page for page in pages.values() if page.kind not in TEXTS]
    assert others
    assert [page.path for page in others if not page.of_class("fl-note--draft")] == []


def test_what_was_reviewed_says_by_whom_and_when(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    review = "reviewedBy: {name: Ana Prova}\nlastReviewed: 2026-11-01\nreviewBy:"
    for file in ("lessons/kind-words/lesson.yml", "protocols/listen/protocol.yml"):
        replace(root / file, "reviewBy:", review)
    pages = pages_of(build(root))
    texts = {path: page for path, page in pages.items() if page.kind in TEXTS}
    assert texts
    for path, page in texts.items():
        day = "1 November 2026" if page.language == "en" else "1.11.2026"
        assert "Ana Prova" in text_of(page.main), path
        assert day in text_of(page.main), path
        assert not page.of_class("fl-note--draft"), path
    assert {pages[path].kind for path in noindex(texts)} == {"key"}
