"""A quiz: played by keyboard and by touch, read without scripts, every answer talked about."""

from __future__ import annotations

import pytest
from axe import violations
from keys import choose, tab_to, tick
from playwright.sync_api import Locator, Page, expect
from reader import Visit

from firstlesson.course.model import Course
from firstlesson.schema.quiz import ChoiceQuestion, Quiz

pytestmark = pytest.mark.browser

LESSON = "first-lesson-11-14"
PUPILS = "lessons/lesson-2/student.html"


@pytest.fixture
def quiz(course: Course) -> Quiz:
    """The quiz for practice, whose answers pupils have."""
    lesson = course.lessons[LESSON]
    assert lesson.quiz
    return next(one for one in lesson.quiz.quizzes if one.answers == "open")


def asked(page: Page, quiz: Quiz) -> list[Locator]:
    """The questions of a quiz on the page."""
    return page.locator(f"[aria-labelledby=quiz-{quiz.id}] .fl-question").all()


@pytest.mark.parametrize("transport", ["http", "file"])
def test_it_is_solved_by_keyboard_alone(transport: str, visit: Visit, quiz: Quiz) -> None:
    with visit(transport) as page:
        page.goto(PUPILS)
        for question, data in zip(asked(page, quiz), quiz.questions, strict=True):
            if isinstance(data, ChoiceQuestion):
                for option, field in zip(
                    data.options, question.locator("input").all(), strict=True
                ):
                    if option.correct:
                        tick(page, field)
            else:
                for select in question.locator("select").all():
                    choose(page, select, str(select.get_attribute("data-answer")))
            tab_to(page, question.locator(".fl-check"))
            page.keyboard.press("Enter")
            expect(question.locator(".fl-right")).to_be_visible()
        expect(page.locator(".fl-result")).not_to_be_empty()
        expect(page.locator(".fl-onward a").first).to_be_visible()
        tab_to(page, page.locator(".fl-anew"))
        page.keyboard.press("Enter")
        expect(page.locator(".fl-right")).to_have_count(0)
        assert page.locator(".fl-question input:checked").count() == 0


def test_every_answer_is_talked_about_by_touch(visit: Visit, quiz: Quiz) -> None:
    with visit("http", "phone", has_touch=True) as page:
        page.goto(PUPILS)
        for question, data in zip(asked(page, quiz), quiz.questions, strict=True):
            if not isinstance(data, ChoiceQuestion):
                continue
            for option in data.options:
                question.locator("label", has_text=option.text["sq"]).last.tap()
                question.locator(".fl-check").tap()
                expect(question.locator(".fl-feedback")).to_contain_text(option.feedback["sq"])
                if data.type == "multiple-choice":
                    question.locator("label", has_text=option.text["sq"]).last.tap()


def test_a_match_tells_which_pairs_fit(visit: Visit, quiz: Quiz) -> None:
    with visit() as page:
        page.goto(PUPILS)
        question = page.locator("[data-type=match]")
        question.locator("select").first.select_option(
            question.locator("select").first.get_attribute("data-answer")
        )
        question.locator(".fl-check").click()
        expect(question.locator(".fl-feedback p")).to_have_count(1)  # choose all first
        for select in question.locator("select").all()[1:]:
            select.select_option("1")
        question.locator(".fl-check").click()
        pairs = next(one.pairs for one in quiz.questions if one.type == "match")
        assert pairs[0].feedback
        expect(question.locator(".fl-feedback")).to_contain_text(pairs[0].feedback["sq"])


def test_without_scripts_the_answers_stand_behind_a_disclosure(visit: Visit, quiz: Quiz) -> None:
    with visit("file", "phone", java_script_enabled=False) as page:
        page.goto(PUPILS)
        answers = page.locator(".fl-answers")
        assert answers.count() == len(quiz.questions)
        expect(answers.first.locator("li").first).to_be_hidden()
        answers.first.locator("summary").click()
        expect(answers.first.locator(".fl-why").first).to_be_visible()
        assert page.locator(".fl-check:visible").count() == 0


def test_axe_finds_nothing_when_a_question_is_answered(visit: Visit) -> None:
    with visit("http", "phone") as page:
        page.goto(PUPILS)
        for question in page.locator(".fl-question").all()[:4]:
            if question.locator(".fl-hint").count():
                question.locator(".fl-hint summary").click()
        page.locator(".fl-quiz[data-check] input").first.check()
        page.locator(".fl-quiz[data-check] .fl-check").first.click()
        assert violations(page) == {}
