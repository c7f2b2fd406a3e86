"""The search as readers meet it: on a server and on a disk, with a keyboard, in need, in a hurry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from asking import answer, box, loaded, opened, typed
from playwright.sync_api import expect
from reader import Visit, home

from firstlesson.course.model import Course
from firstlesson.site.search.folding import words
from firstlesson.site.search.stemming import stem
from firstlesson.site.search.table import table_of

pytestmark = pytest.mark.browser

QUERIES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent.parent / "search" / "queries.yml").read_text("utf-8")
)


def test_there_are_a_hundred_queries() -> None:
    queries = [(language, one["query"]) for language, some in QUERIES.items() for one in some]
    assert len(queries) == len(set(queries)) >= 100


@pytest.mark.parametrize("transport", ["http", "file"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_query_finds_first_what_is_needed(
    transport: str, language: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    faults = []
    with visit(transport) as page:
        page.goto(home(roots[transport], language))
        opened(page)
        for one in QUERIES[language]:
            found = answer(page, one["query"])
            first = {
                "need": found["need"],
                "page": found["pages"][0] if found["pages"] else None,
                "contact": found["contacts"][0] if found["contacts"] else None,
            }
            if "need" not in one and found["need"]:
                faults.append(f"{one['query']}: help nobody asked for: {found['need']}")
            faults += [
                f"{one['query']}: {found} instead of {one[key]}"
                for key, found in first.items()
                if key in one and found != one[key]
            ]
    assert faults == []


@pytest.mark.parametrize("transport", ["http", "file"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_help_comes_first_and_can_be_tapped(
    transport: str, language: str, visit: Visit, roots: Mapping[str, str], course: Course
) -> None:
    need = course.needs["blackmail"]
    with visit(transport, "small phone") as page:
        page.goto(home(roots[transport], language))
        found = typed(page, "po më shantazhon" if language == "sq" else "blackmailed")
        first = found.locator("> li").first
        expect(first).to_contain_text(need.name[language])
        wanted = [course.contacts[one] for one in need.help]
        links = [one.get_attribute("href") for one in first.locator("a.fl-call").all()]
        assert links == [
            f"tel:{one.telephone.replace(' ', '')}" if one.telephone else str(one.url)
            for one in wanted
        ]
        expect(found).not_to_contain_text("konfirm" if language == "sq" else "confirmed")
        for link in found.get_by_role("link").all():
            size = link.bounding_box()
            assert size
            assert size["height"] >= 44
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_true_words_are_marked(visit: Visit, roots: Mapping[str, str]) -> None:
    with visit("file") as page:
        page.goto(home(roots["file"], "sq"))
        found = typed(page, "kercenimet")
        expect(found.locator("p mark").first).to_be_visible()
        marked = {one.lower() for one in found.locator("mark").all_inner_texts()}
        assert marked
        assert all(one.startswith("kërcën") for one in marked)


def test_the_keyboard_goes_through_what_was_found_and_back(visit: Visit) -> None:
    with visit("http") as page:
        page.goto("index.html")
        found = typed(page, "fjalekalim")
        field, links = page.get_by_role("searchbox"), found.get_by_role("link")
        expect(box(page).get_by_role("status")).to_have_text(re.compile(r"\d"))
        page.keyboard.press("ArrowDown")
        expect(links.nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("Tab")
        expect(links.nth(2)).to_be_focused()
        for _ in range(3):
            page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).to_have_value("")
        expect(found).to_be_empty()
        expect(box(page)).to_have_attribute("open", "")
        page.keyboard.press("Escape")
        expect(box(page)).not_to_have_attribute("open", "")
        expect(box(page).locator("summary")).to_be_focused()


@pytest.mark.parametrize("transport", ["http", "file"])
def test_a_result_leads_to_its_place(
    transport: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit(transport) as page:
        page.goto(f"{roots[transport]}lessons/lesson-7/student.html")
        field = opened(page)
        field.fill("fjalëkalimi")
        field.press("Enter")
        expect(page.locator(".fl-found a").first).to_be_focused()
        loaded(page)  # what is still on its way would be broken off
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary.html#password")
        assert page.locator("#password").count() == 1


@pytest.mark.parametrize("transport", ["http", "file"])
def test_what_is_typed_leaves_no_trace(
    transport: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit(transport) as page:
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.goto(home(roots[transport], "sq"))
        before = page.url
        entries = page.evaluate("history.length")
        found = typed(page, "fjalekalim")
        page.keyboard.press("Enter")
        expect(found.get_by_role("link").first).to_be_focused()
        assert page.url == before
        assert page.evaluate("history.length") == entries
        assert page.evaluate("history.state") is None
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert not [url for url in asked if "fjalek" in url.lower() or "?" in url]
        found.get_by_role("link").first.click()
        page.wait_for_url("**/glossary.html*")
        page.go_back()
        expect(page.get_by_role("searchbox", include_hidden=True)).to_have_value("")


def test_nothing_is_loaded_before_the_search_is_opened(visit: Visit) -> None:
    with visit("http") as page:
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.goto("index.html", wait_until="networkidle")
        assert not [url for url in asked if "/assets/search/" in url]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_without_scripts_everything_stands_from_a_to_z(
    language: str, visit: Visit, roots: Mapping[str, str]
) -> None:
    with visit("file", "small phone", java_script_enabled=False) as page:
        page.goto(home(roots["file"], language))
        expect(box(page)).to_be_hidden()
        page.locator("a.fl-find").click()
        assert page.url.endswith("a-z.html")
        main = page.get_by_role("main")
        word = "Fjalëkalim" if language == "sq" else "Password"
        main.get_by_role("link", name=word).and_(main.locator("a[href^=glossary]")).first.click()
        assert page.url.endswith("glossary.html#password")


def test_at_any_dead_address_the_search_works(visit: Visit) -> None:
    with visit("http", lost=True) as page:
        page.goto("a/b/c")
        found = typed(page, "fjalekalim")
        found.get_by_role("link").first.click()
        page.wait_for_url("**/glossary.html#password")


def test_the_engine_folds_and_stems_as_the_index_does(
    visit: Visit, roots: Mapping[str, str], course: Course
) -> None:
    odd = "S’kam FRIKË, t'i them… Çfarë?! ﬁle ½ ÀÉÎÕÜ ǅ ß naïve İstanbul 116 111 x_y don't «ë̈» wwws"
    for language in course.languages:
        table = table_of(language)
        texts = [odd, *(one.document.text for one in course.prose if one.language == language)]
        with visit("http") as page:
            page.goto(home(roots["http"], language))
            opened(page)
            theirs: list[list[Any]] = page.evaluate(
                "(texts) => texts.map((text) => firstlessonSearch.words(text)"
                ".map((word) => [word, firstlessonSearch.stem(word)]))",
                texts,
            )
        for text, pairs in zip(texts, theirs, strict=True):
            ours = [[word, stem(word, table)] for word in words(text, table)]
            assert pairs == ours
