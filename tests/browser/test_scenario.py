"""A story: played by keyboard, on a disk, without scripts; help within reach in every scene."""

from __future__ import annotations

import re

import pytest
from axe import violations
from keys import tab_to
from playwright.sync_api import Page, expect
from reader import Visit

from firstlesson.course.model import Course
from firstlesson.schema.scenario import Scenario

pytestmark = pytest.mark.browser

LESSON = "lessons/lesson-2/student.html"
PUPILS = "lessons/lesson-2/story.html"


@pytest.fixture
def story(course: Course) -> Scenario:
    lesson = course.lessons["first-lesson-11-14"]
    assert lesson.scenario
    return lesson.scenario.scenarios[0]


def ways(story: Scenario) -> list[list[int]]:
    """The shortest way to each ending, as the numbers of the choices."""
    scenes = {one.id: one for one in story.scenes}
    found: dict[str, list[int]] = {story.scenes[0].id: []}
    waiting = [story.scenes[0].id]
    while waiting:
        here = waiting.pop(0)
        for number, choice in enumerate(scenes[here].choices):
            if choice.to not in found:
                found[choice.to] = [*found[here], number]
                waiting.append(choice.to)
    return [way for name, way in found.items() if not scenes[name].choices]


def play(page: Page, way: list[int]) -> None:
    """Plays to an ending by keyboard; help is there in every scene."""
    for number in way:
        scene = page.locator(".fl-scene:visible")
        expect(scene).to_have_count(1)
        expect(scene.locator(".fl-scene-help a").first).to_be_visible()
        tab_to(page, scene.locator(".fl-choice").nth(number))
        page.keyboard.press("Enter")
        expect(scene.locator(".fl-after:visible")).to_be_focused()
        tab_to(page, scene.locator(".fl-after:visible .fl-on"))
        page.keyboard.press("Enter")


def test_every_ending_is_reached_by_keyboard_on_a_disk(visit: Visit, story: Scenario) -> None:
    assert sum(one.ending == "good" for one in story.scenes) > 1
    with visit("file") as page:
        page.goto(PUPILS)
        address = page.url
        for way in ways(story):
            play(page, way)
            expect(page.locator(".fl-ending:visible")).to_have_count(1)
            tab_to(page, page.locator(".fl-ending:visible .fl-on"))
            page.keyboard.press("Enter")
        assert page.url == address  # nothing of the story stays in the history


def test_a_lesson_leads_to_its_story_and_the_story_on_to_the_quiz(
    visit: Visit, story: Scenario
) -> None:
    with visit("file", "small phone", java_script_enabled=False) as page:
        page.goto(f"{LESSON}#scenario-{story.id}")  # an address from before the story moved
        expect(page.locator(f"#scenario-{story.id}")).to_be_in_viewport()
        page.locator(".fl-elsewhere .fl-on").click()
        expect(page).to_have_url(re.compile(rf"/{PUPILS}#scenario-{story.id}$"))
        expect(page.locator(f"#scenario-{story.id}")).to_be_in_viewport()
        page.locator(".fl-onward a").first.click()
        expect(page).to_have_url(re.compile(rf"/{LESSON}#quiz-"))
        expect(page.locator(".fl-quiz h2").first).to_be_in_viewport()


def test_it_is_played_by_touch_and_axe_finds_nothing_in_the_middle(visit: Visit) -> None:
    with visit("http", "phone", has_touch=True) as page:
        page.goto(PUPILS)
        page.locator(".fl-choice:visible").first.tap()
        assert violations(page) == {}
        page.locator(".fl-after:visible .fl-on").tap()
        expect(page.locator(".fl-scene:visible")).to_have_count(1)
        assert violations(page) == {}


def test_without_scripts_it_is_linked_sections(visit: Visit, story: Scenario) -> None:
    with visit("file", "phone", java_script_enabled=False) as page:
        page.goto(PUPILS)
        expect(page.locator(".fl-scene:visible")).to_have_count(len(story.scenes))
        page.locator(".fl-choice").nth(1).click()
        expect(page.locator(".fl-after").nth(1)).to_be_in_viewport()
        page.locator(".fl-after").nth(1).locator(".fl-on").click()
        to = story.scenes[0].choices[1].to
        expect(page.locator(f"#scene-{story.id}-{to} h3")).to_be_in_viewport()


def test_printing_shows_every_scene_and_keeps_ones_place(visit: Visit, story: Scenario) -> None:
    with visit("file") as page:
        page.goto(PUPILS)
        page.locator(".fl-choice:visible").nth(1).click()
        page.locator(".fl-after:visible .fl-on").click()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".fl-scene:visible")).to_have_count(len(story.scenes))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator(".fl-scene:visible")).to_have_id(
            f"scene-{story.id}-{story.scenes[0].choices[1].to}"
        )
