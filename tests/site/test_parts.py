"""A lesson on several pages: nothing is lost between them, and whoever comes by an old address is led on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from overlays import Changes
from pages import Page, Pages, pages_of, text_of
from projects import DAY, build, replace, tiny_project

from firstlesson.course.model import Course, Lesson
from firstlesson.site.plan import drafts_of
from firstlesson.site.search.entries import entries
from firstlesson.site.words import words_of as words

LESSON = "lessons/kind-words"


def folders(course: Course) -> Iterator[tuple[Lesson, str, str]]:
    """Every lesson in every language, with the folder of its pages."""
    for lesson in course.lessons.values():
        for language in course.languages:
            prefix = "" if language == course.source_language else f"{language}/"
            yield lesson, language, f"{prefix}lessons/{lesson.data.slug or lesson.id}"


def leading_on(page: Page) -> dict[str, str]:
    """The places of a page that only lead on, and where to."""
    found = {}
    for element in page.tree.xpath("//*[@class='fl-elsewhere']//*[@id]"):
        (way, *_) = element.xpath("self::a/@href | self::li/a/@href | self::h2/../p/a/@href") or [
            ""
        ]
        found[element.get("id")] = page.leads_to(way) or ""
    return {name: way for name, way in found.items() if way != page.path}


def test_every_section_of_a_teachers_text_has_its_old_address_and_one_place(
    pages: Pages, course: Course
) -> None:
    led_on = 0
    for lesson, language, folder in folders(course):
        prose = lesson.prose.get(("teacher", language))
        if prose is None:
            continue
        plan, beside = pages[f"{folder}/teacher.html"], pages[f"{folder}/beside.html"]
        elsewhere = leading_on(plan)
        for section in prose.document.sections:
            if not section.id:
                continue
            assert section.id in plan.ids, (plan.path, section.id)
            assert (section.id in elsewhere) == (section.id in beside.ids), section.id
            if section.id in elsewhere:
                led_on += 1
                assert elsewhere[section.id] == f"{beside.path}#{section.id}"
    assert led_on > 400


def test_what_one_does_when_a_child_tells_stays_with_the_plan(pages: Pages) -> None:
    plans = [page for page in pages.values() if page.kind == "plan"]
    assert plans
    for page in plans:
        heading = page.tree.get_element_by_id("if-a-child-tells-you")
        assert heading.tag == "h2", page.path


def test_a_story_stands_beside_its_lesson_and_each_leads_to_the_other(
    pages: Pages, course: Course
) -> None:
    stories = 0
    for lesson, language, folder in folders(course):
        if not lesson.scenario or "student" not in lesson.editions:
            continue
        own, story = pages[f"{folder}/student.html"], pages[f"{folder}/story.html"]
        for one in lesson.scenario.scenarios:
            stories += 1
            place = f"scenario-{one.id}"
            assert leading_on(own)[place] == f"{story.path}#{place}"
            assert one.name[language] in text_of(story.tree.get_element_by_id(place))
        ways = {
            story.leads_to(href) for href in story.main.xpath(".//*[@class='fl-onward']//@href")
        }
        quizzes = lesson.quiz.quizzes if lesson.quiz else ()
        assert ways == {own.path, *(f"{own.path}#quiz-{one.id}" for one in quizzes)}
        assert own.path in [
            story.leads_to(a) for a in story.of_class("fl-crumbs")[0].xpath(".//@href")
        ]
    assert stories


def test_a_story_says_no_more_than_its_lesson_to_whoever_looks_over_a_shoulder(
    pages: Pages, course: Course
) -> None:
    for lesson, language, folder in folders(course):
        story = pages.get(f"{folder}/story.html")
        if story and lesson.data.slug:
            title = text_of(story.tree.xpath("//title")[0])
            assert lesson.data.name[language] not in title.removesuffix(
                course.settings.name[language]
            )


def test_no_link_leads_to_a_place_that_only_leads_on(pages: Pages) -> None:
    only = {path: leading_on(page) for path, page in pages.items()}
    faults = []
    for path, page in pages.items():
        for _, address in page.addresses():
            target, _, anchor = (page.leads_to(address) or "").partition("#")
            if target != path and anchor in only.get(target, {}):
                faults.append((path, address))
    assert faults == []


def test_machines_learn_that_a_page_is_part_of_another(pages: Pages) -> None:
    told = {}
    for page in pages.values():
        for text in page.tree.xpath("//script[@type='application/ld+json']/text()"):
            data = json.loads(text)
            told[data["url"]] = data
    wholes = {part["@id"]: url for url, data in told.items() for part in data.get("hasPart", ())}
    parts = {url: data["isPartOf"]["@id"] for url, data in told.items() if "isPartOf" in data}
    assert parts
    assert {url: whole for url, whole in wholes.items() if "/key." not in url} == parts


def test_a_search_leads_to_the_page_that_has_the_text(course: Course) -> None:
    for language, drafts in drafts_of(course, today=DAY).items():
        found = {one.path: one for one in entries(drafts, course, words(language))}
        beside = {one.anchor for one in found["lessons/lesson-2/beside"].passages}
        plan = {one.anchor for one in found["lessons/lesson-2/teacher"].passages}
        assert {"handout", "letter-to-parents"} <= beside
        assert {"warm-up", "if-a-child-tells-you"} <= plan
        assert not beside & plan - {""}
        story = found["lessons/lesson-2/story"]
        assert story.audience == "student"
        assert "scenario-class-group" in {one.anchor for one in story.passages}
        assert not [one for one in found if one.endswith("/key")]


TEXTS = {
    "sq": ("Para orës", "Ngrohja", "Puna", "Nëse një fëmijë tregon", "Shtesë", "Burime"),
    "en": ("Before", "Warm-up", "Practice", "If a child tells you", "More", "Sources"),
}
IDS = ("before", "warm-up", "practice", "if-a-child-tells-you", "more", "sources")


def a_teachers_text() -> Changes:
    """A text with sections before, between and after the parts, which lead to one another."""
    sentences = {
        "sq": "Flisni me [linjën](contact:helpline).",
        "en": "Talk to [the helpline](contact:helpline).",
    }
    read = {"sq": "Lexoni edhe", "en": "Read also"}
    changes: Changes = {}
    for language, titles in TEXTS.items():
        title = dict(zip(IDS, titles, strict=True))
        text = {name: f"## {title[name]} {{#{name}}}\n\n{sentences[language]}" for name in IDS}
        text["warm-up"] += f" {read[language]} [{title['more']}](#more)."
        text["more"] += f"\n\n### A {{#inner}}\n\n{read[language]} [{title['practice']}](#practice)"
        text["more"] += f" [{title['sources']}](#sources)."
        changes = {**changes, f"{LESSON}/teacher.{language}.md": "\n\n".join(text.values()) + "\n"}
    return changes


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return tiny_project(tmp_path, a_teachers_text())


def sections_of(page: Page) -> list[str]:
    return [
        str(one)
        for one in page.main.xpath(".//*[self::h2 or self::h3]/@id")
        if one in (*IDS, "inner")
    ]


def test_what_comes_before_and_after_the_parts_stands_beside_the_plan(tiny: Path) -> None:
    pages = pages_of(build(tiny))
    plan, beside = pages[f"{LESSON}/teacher.html"], pages[f"{LESSON}/beside.html"]
    assert sections_of(plan) == ["warm-up", "practice", "if-a-child-tells-you"]
    assert sections_of(beside) == ["before", "more", "inner", "sources"]
    assert leading_on(plan)["inner"] == f"{beside.path}#inner"


def test_an_audience_says_what_stays_with_the_plan(tiny: Path) -> None:
    teacher = "educationalRole: teacher\n"
    replace(tiny / "data/audiences.yml", teacher, f"{teacher}    withPlan: [before, more]\n")
    pages = pages_of(build(tiny))
    plan, beside = pages[f"{LESSON}/teacher.html"], pages[f"{LESSON}/beside.html"]
    assert sections_of(plan) == ["before", "warm-up", "practice", "more", "inner"]
    assert sections_of(beside) == ["if-a-child-tells-you", "sources"]


def test_a_link_inside_the_text_leads_to_the_page_that_has_the_place(tiny: Path) -> None:
    pages = pages_of(build(tiny))
    plan, beside = pages[f"{LESSON}/teacher.html"], pages[f"{LESSON}/beside.html"]

    def ways(page: Page) -> list[str | None]:
        links = page.main.xpath(
            ".//p[starts-with(., 'Flisni') or starts-with(., 'Lexoni')]/a/@href"
        )
        return [page.leads_to(one) for one in links if not one.startswith("tel:")]

    assert ways(plan) == [f"{beside.path}#more"]
    assert ways(beside) == [f"{plan.path}#practice", f"{beside.path}#sources"]
