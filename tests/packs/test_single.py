"""Single files: one file is the whole lesson, small, and asks nobody for anything."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html
from pages import Page, text_of
from playwright.sync_api import Browser, expect
from reader import visiting

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source

SINGLE = all_forms()["single"]


@pytest.fixture(scope="module")
def singles(source: Source, everything: Selection) -> Mapping[str, str]:
    """Every file by its name."""
    return {file.name: file.data.decode() for file in SINGLE.make(source, everything)}


def test_there_is_one_for_each_edition_of_each_lesson_and_for_each_protocol(
    singles: Mapping[str, str], source: Source
) -> None:
    course = source.course
    named = [one.data.slug or one.id for one in course.lessons.values() for _ in one.editions]
    named += [one.data.slug or one.id for one in course.protocols.values()]
    assert len(singles) == len(named) * len(course.languages)
    assert {"lesson-2-student-sq.html", "lesson-2-easy-en.html", "protocol-1-sq.html"} <= set(
        singles
    )
    assert [name for name in singles if not re.fullmatch(r"[a-z0-9-]+\.html", name)] == []


def test_each_survives_a_message(singles: Mapping[str, str]) -> None:
    assert {name for name, text in singles.items() if len(text.encode()) > 200_000} == set()


def test_each_is_whole_in_itself(singles: Mapping[str, str]) -> None:
    """Whatever stands there without a click comes from the file; links lead within it or away."""
    for name, text in singles.items():
        page, faults = Page(name, text), []
        for element, address in page.addresses():
            link = element.tag == "a"
            inside = address.startswith("#") and (address[1:] in page.ids or address == "#")
            leads = re.match(r"tel:|https:|about:blank$", address) is not None
            if not (address.startswith("data:") or (link and (leads or inside))):
                faults.append(address)
        assert faults == [], name
        assert ".example" not in text, name


def test_each_says_from_when_it_is_and_whom_to_call(
    singles: Mapping[str, str], source: Source
) -> None:
    for name, text in singles.items():
        tree = Page(name, text).tree
        foot = text_of(tree.xpath("//footer")[0])
        assert source.version in foot, name
        assert "CC BY-SA 4.0" in foot, name
        assert tree.xpath("//header//a[@href='tel:116111']"), name


def test_a_pupils_file_has_no_key_of_the_teachers_quiz(singles: Mapping[str, str]) -> None:
    pupils = Page("student", singles["lesson-2-student-sq.html"])
    teachers = Page("teacher", singles["lesson-2-teacher-sq.html"])
    (quiz,) = pupils.tree.xpath("//*[@aria-labelledby='quiz-exit']")
    assert quiz.xpath(".//details | .//*[@data-correct]") == []
    answer = "ALO, Linja Kombëtare e Këshillimit për Fëmijë"
    assert answer in text_of(teachers.tree.body)


def test_each_holds_what_goes_on_elsewhere_on_the_site(
    singles: Mapping[str, str], source: Source
) -> None:
    looked_at = 0
    for page in source.pages:
        folder, _, name = page.draft.path.partition("/")[2].partition("/")
        mine = {"story": "student", "beside": "teacher", "key": "teacher"}.get(name)
        if mine and page.draft.path.startswith("lessons/"):
            looked_at += 1
            one = Page(name, singles[f"{folder}-{mine}-{page.language}.html"])
            inner = html.document_fromstring(source.html(page)).xpath(
                "//main//*[@id] | //main//p[not(@class)][not(.//a)]"
            )
            assert [x.get("id") for x in inner if x.get("id") and x.get("id") not in one.ids] == []
            told = {text_of(x) for x in one.tree.xpath("//main//p")}
            assert [text_of(x) for x in inner if not x.get("id") and text_of(x) not in told] == []
            menu = one.tree.xpath("//*[@class='fl-sections']//a/@href")
            named = [f"#{anchor}" for anchor, _ in page.draft.sections]
            assert [anchor for anchor in named if anchor not in menu] == []
    assert looked_at > 100


@pytest.mark.browser
def test_a_story_is_played_in_the_file_of_its_lesson(
    singles: Mapping[str, str], browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "one.html"
    file.write_text(singles["lesson-2-student-sq.html"], "utf-8")
    with visiting(browser, {"file": file.as_uri()}, "file", "phone") as page:
        page.goto(file.as_uri())
        expect(page.locator(".fl-scene:visible")).to_have_count(1)
        page.locator(".fl-choice:visible").first.click()
        page.locator(".fl-after:visible .fl-on").click()
        expect(page.locator(".fl-scene:visible")).to_have_count(1)


@pytest.mark.browser
def test_a_teachers_file_has_the_style_of_all_that_it_holds(
    singles: Mapping[str, str], browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "one.html"
    file.write_text(singles["lesson-2-teacher-sq.html"], "utf-8")
    with visiting(browser, {"file": file.as_uri()}, "file") as page:
        page.goto(file.as_uri())
        edge = "(scene) => getComputedStyle(scene).borderLeftWidth"
        assert page.locator(".fl-scene").first.evaluate(edge) == "8px"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["lesson-2-student-sq.html", "protocol-1-en.html"])
def test_it_works_alone_in_a_folder_without_any_request(
    name: str, singles: Mapping[str, str], browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(singles[name], "utf-8")
    with visiting(browser, {"file": file.as_uri()}, "file", "phone") as page:
        page.goto(file.as_uri())
        if "lesson" in name:
            page.locator("main img").first.scroll_into_view_if_needed()
            expect(page.locator("main img").first).to_have_js_property("complete", value=True)
            assert page.locator("main img").first.evaluate("(one) => one.naturalWidth") > 0
            quiz = page.locator("[aria-labelledby=quiz-practice]")
            quiz.get_by_label("E fshij, kërkoj falje").check()
            quiz.get_by_role("button").last.click()
            expect(quiz.get_by_text("Po. Duhet guxim").last).to_be_visible()
        else:
            page.locator(".fl-tick input").first.check()
        page.locator(".fl-help-open").click()
        expect(page.locator("dialog[open] a[href='tel:116111']")).to_be_visible()
        page.keyboard.press("Escape")
        page.locator(".fl-exit").first.click()
        page.wait_for_url("about:blank")
    shutil.rmtree(tmp_path)


def test_the_same_site_gives_the_same_bytes(
    singles: Mapping[str, str], source: Source, everything: Selection
) -> None:
    again = {file.name: file.data.decode() for file in SINGLE.make(source, everything)}
    assert again == singles


def test_one_audience_and_language_can_be_asked_for(source: Source) -> None:
    made = [file.name for file in SINGLE.make(source, Selection(("parent",), ("en",), whole=False))]
    assert made
    assert [name for name in made if not name.endswith("-parent-en.html")] == []
