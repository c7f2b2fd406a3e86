"""The lesson on the wall and the teacher's view beside it, by keyboard, remote and touch."""

from __future__ import annotations

import pytest
from axe import violations
from playwright.sync_api import Page, expect
from reader import Visit, help_opener, help_shown

pytestmark = pytest.mark.browser

WALL = "lessons/lesson-2/projector.html"
NOTES = "lessons/lesson-2/presenter.html"

SWIPE = """(to) => {
  const touch = (x) => new Touch({identifier: 1, target: document.body, clientX: x, clientY: 300});
  const send = (type, x) => document.dispatchEvent(new TouchEvent(type, {
    touches: type === 'touchstart' ? [touch(x)] : [], changedTouches: [touch(x)], bubbles: true}));
  send('touchstart', 200);
  send('touchend', 200 + to);
}"""


def step(page: Page) -> int:
    return int(page.locator(".fl-remote [role=status]").inner_text().split("/")[0])


def test_a_remote_and_a_keyboard_move_and_blank_it(visit: Visit) -> None:
    with visit("file") as page:
        page.goto(WALL)
        moves = {"PageDown": 2, "ArrowRight": 3, "Space": 4, "PageUp": 3, "ArrowLeft": 2, "Home": 1}
        for key, number in moves.items():
            page.keyboard.press(key)
            assert step(page) == number
            expect(page.locator(".fl-slide:visible")).to_have_count(1)
        page.keyboard.press("b")
        expect(page.locator(".fl-slide:visible")).to_have_count(0)
        expect(help_opener(page)).to_be_visible()
        expect(page.locator(".fl-bar .fl-exit")).to_be_visible()
        page.keyboard.press("b")
        expect(page.locator(".fl-slide:visible")).to_have_count(1)
        help_opener(page).click()
        expect(help_shown(page)).to_be_visible()
        page.keyboard.press("PageDown")
        assert step(page) == 1


@pytest.mark.parametrize("transport", ["http", "file"])
def test_the_two_windows_keep_in_step(transport: str, visit: Visit) -> None:
    with visit(transport) as wall:
        wall.goto(WALL)
        wall.keyboard.press("PageDown")
        with wall.context.expect_page() as opened:
            wall.locator(".fl-second").click()
        notes = opened.value
        expect(notes.locator(".fl-remote [role=status]")).to_have_text("2 / 30")
        notes.keyboard.press("PageDown")
        expect(wall.locator(".fl-remote [role=status]")).to_have_text("3 / 30")
        wall.locator("[data-move='1']").click()
        expect(notes.locator(".fl-remote [role=status]")).to_have_text("4 / 30")
        titles = [one.locator(".fl-slide:visible h2").first.inner_text() for one in (wall, notes)]
        assert titles[0] == titles[1]
        expect(notes.locator(".fl-slide:visible .say")).to_be_visible()
        expect(notes.locator(".fl-slide:visible .fl-next-step")).to_be_visible()
        notes.keyboard.press("b")
        expect(wall.locator(".fl-slide:visible")).to_have_count(0)
        expect(notes.locator(".fl-slide:visible")).to_have_count(1)


def test_each_part_has_its_clock(visit: Visit) -> None:
    with visit() as page:
        page.clock.install()
        page.goto(WALL)
        clock = page.locator(".fl-timer")
        expect(clock).to_be_hidden()
        page.keyboard.press("PageDown")
        expect(clock).to_have_text("2:00")
        page.clock.run_for(61_000)
        expect(clock).to_have_text("0:59")
        page.locator("[data-pause]").click()
        page.clock.run_for(30_000)
        expect(clock).to_have_text("0:59")
        page.keyboard.press("PageDown")
        page.keyboard.press("PageUp")
        expect(clock).to_have_text("0:59")
        page.locator("[data-pause]").click()
        page.clock.run_for(61_000)
        expect(clock).to_have_text("+0:02")


def test_a_swipe_moves_it_and_a_choice_of_the_story_leads_on(visit: Visit) -> None:
    with visit("http", "phone", has_touch=True) as page:
        page.goto(WALL)
        for to, number in ((-120, 2), (-20, 2), (120, 1)):
            page.evaluate(SWIPE, to)
            assert step(page) == number
        page.locator("[data-move='1']").tap()
        assert step(page) == 2
        while not page.locator(".fl-slide:visible a[href^='#slide-']").count():
            page.keyboard.press("PageDown")
        choice = page.locator(".fl-slide:visible a[href^='#slide-']").nth(2)
        to_scene = str(choice.get_attribute("href"))
        choice.tap()
        expect(page.locator(to_scene)).to_be_visible()


def test_every_step_fits_the_wall_and_shows_no_answer(visit: Visit) -> None:
    with visit() as page:
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(WALL)
        for _ in page.locator(".fl-slide").all():
            high, size = page.evaluate("""() => [document.documentElement.scrollHeight,
              parseFloat(getComputedStyle(document.querySelector('.fl-slide:not([hidden])')).fontSize)]""")
            assert high <= 722, page.locator(".fl-slide:visible h2").inner_text()
            assert size >= 20
            page.keyboard.press("PageDown")
        assert page.locator(".listen, .say, .fl-key, [data-correct], .fl-why").count() == 0


def test_without_scripts_all_steps_stand_below_one_another(visit: Visit) -> None:
    with visit("file", java_script_enabled=False) as page:
        page.goto(WALL)
        assert page.locator(".fl-slide:visible").count() == page.locator(".fl-slide").count()
        page.locator(".fl-projector-note a").click()
        expect(page.locator(".fl-slide .say").first).to_be_visible()


@pytest.mark.parametrize("path", [WALL, NOTES])
def test_axe_finds_nothing_on_a_question_and_on_a_blank_wall(path: str, visit: Visit) -> None:
    with visit() as page:
        page.goto(path)
        for _ in range(4):
            page.keyboard.press("PageDown")
        assert violations(page) == {}
        page.keyboard.press("b")
        assert violations(page) == {}


@pytest.mark.parametrize("folder", ["", "en/"])
def test_on_a_small_phone_nothing_lies_under_the_way_out(folder: str, visit: Visit) -> None:
    with visit("http", "small phone") as page:
        page.goto(f"{folder}{WALL}")
        out = page.locator(".fl-bar .fl-exit").bounding_box()
        assert out
        for button in page.locator(".fl-remote button").all():
            box = button.bounding_box()
            assert box
            assert box["y"] + box["height"] <= out["y"] or box["x"] + box["width"] <= out["x"]
