"""What is printed: how many sheets it takes, and that no pupil's sheet tells an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from reader import Visit

from firstlesson.course.model import Course, Lesson

pytestmark = pytest.mark.browser

SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


def sheets(page: Page, path: str) -> int:
    """How many sheets of A4 a page takes."""
    page.goto(path)
    return len(SHEET.findall(page.pdf(prefer_css_page_size=True)))


def test_a_plan_takes_two_sheets_and_a_card_one(visit: Visit, course: Course) -> None:
    taken = {}
    with visit() as page:
        for folder in ("", "en/"):
            for one in course.protocols.values():
                path = f"{folder}protocols/{one.data.slug}-card.html"
                taken[path] = sheets(page, path)
            path = f"{folder}lessons/lesson-2/plan.html"
            taken[path] = sheets(page, path) - 1
        taken["certificate"] = sheets(page, "certificate.html")
    assert {path: number for path, number in taken.items() if number != 1} == {}


def answers(lesson: Lesson, language: str, *, only_teachers: bool) -> Iterator[str]:
    """What is said to answers, which nobody may read before they have answered."""
    for quiz in lesson.quiz.quizzes if lesson.quiz else ():
        if quiz.answers == "open" and only_teachers:
            continue
        for question in quiz.questions:
            yield from (one.feedback[language] for one in getattr(question, "options", ()))
            if hasattr(question, "feedback"):
                yield question.feedback[language]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_no_sheet_for_pupils_tells_an_answer(language: str, visit: Visit, course: Course) -> None:
    lesson = course.lessons["first-lesson-11-14"]
    folder = ("" if language == "sq" else "en/") + "lessons/lesson-2"
    with visit("file") as page:
        page.emulate_media(media="print")
        printed = ""
        for name in ("student", "story"):
            page.goto(f"{folder}/{name}.html")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            printed += page.locator("main").inner_text()
        page.goto(f"{folder}/sheets.html")
        sheet = page.locator("main").inner_text()
        page.goto(f"{folder}/key.html")
        key = page.locator("main").inner_text()
    said = [one for one in answers(lesson, language, only_teachers=False) if len(one) > 12]
    assert said
    assert [one for one in said if one in printed or one in sheet] == []
    assert [one for one in said if one not in key] == []


def test_the_kit_has_its_hand_outs_letter_and_feedback_forms(visit: Visit) -> None:
    with visit("file") as page:
        for folder in ("", "en/"):
            page.goto(f"{folder}lessons/lesson-2/sheets.html")
            titles = page.locator(".fl-a4 > h2").all_inner_texts()
            assert len(titles) == 10  # hand-out, ticket, cards, story, 3 quizzes, letter, 2 forms
            assert page.locator(".fl-a4", has_text=titles[2]).locator(".fl-cut").count() >= 4
            assert page.locator("main form").count() == 0
            page.goto(f"{folder}lessons/lesson-2/teacher.html")
            assert page.locator(".fl-plan a[href='sheets.html']").count() == 1


def test_an_open_session_prints_its_record_sheet(visit: Visit) -> None:
    with visit("file") as page:
        for folder, title in (("", "Fleta e numrave"), ("en/", "The record sheet")):
            for lesson in ("lesson-10", "lesson-11"):
                page.goto(f"{folder}lessons/{lesson}/sheets.html")
                sheet = page.locator(".fl-a4", has=page.locator("h2", has_text=title))
                assert sheet.locator("table tr").count() > 5
