"""A protocol under stress: ticks that are forgotten, only my steps, a record sheet kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe import violations
from keys import choose, tab_to
from looks import TOO_WIDE
from playwright.sync_api import expect
from reader import Visit

from firstlesson.course.model import Course

pytestmark = pytest.mark.browser

PROTOCOL = "protocols/protocol-1.html"
KEPT = """async () => [
  Object.keys(localStorage).length, Object.keys(sessionStorage).length, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length,
]"""


def test_ticks_are_set_by_keyboard_and_forgotten_on_leaving(visit: Visit) -> None:
    with visit() as page:
        page.goto(PROTOCOL)
        ticks = page.locator(".fl-steps .fl-tick input")
        for tick in (ticks.nth(0), ticks.nth(1)):
            tab_to(page, tick)
            page.keyboard.press("Space")
        assert page.locator(".fl-tick input:checked").count() == 2
        page.goto("index.html")
        page.go_back()
        expect(ticks.first).to_be_visible()
        assert page.locator(".fl-tick input:checked").count() == 0
        assert page.evaluate(KEPT) == [0, 0, "", 0, 0]


def test_each_role_sees_only_its_own_steps(visit: Visit, course: Course) -> None:
    protocol = course.protocols["disclosure"].data
    with visit("file", "phone") as page:
        page.goto(PROTOCOL)
        select = page.locator(".fl-my-role select")
        for role in ("principal", "class-teacher"):
            choose(page, select, role)
            mine = {step.id for step in protocol.steps if role in step.roles}
            shown = page.locator(".fl-step:visible").evaluate_all("all => all.map((one) => one.id)")
            assert set(shown) == mine
        assert violations(page) == {}
        foreign = next(one for one in protocol.steps if "class-teacher" not in one.roles)
        page.locator(f".fl-roles a[href='#{foreign.id}']").first.click()
        expect(page.locator(f"#{foreign.id}")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "no scripts"])
def test_danger_is_one_tap_away(visit: Visit, *, scripts: bool) -> None:
    with visit("file", "phone", java_script_enabled=scripts, has_touch=True) as page:
        page.goto(PROTOCOL)
        page.locator(".fl-danger").tap()
        expect(page.locator("#call-for-help h3")).to_be_in_viewport()
        expect(page.locator("#call-for-help a[href^='tel:']").first).to_be_visible()


def test_the_record_sheet_is_saved_only_as_the_professionals_own_file(
    visit: Visit, tmp_path: Path
) -> None:
    with visit() as page:
        page.goto(PROTOCOL)
        field = page.locator(".fl-sheet textarea").first
        tab_to(page, page.locator(".fl-sheet textarea").first, most=300)
        page.keyboard.type("provë")
        assert page.evaluate(KEPT) == [0, 0, "", 0, 0]
        with page.expect_download() as saved:
            page.locator(".fl-save").click()
        saved.value.save_as(tmp_path / "sheet.txt")
        assert "provë" in (tmp_path / "sheet.txt").read_text("utf-8")
        assert page.evaluate(KEPT) == [0, 0, "", 0, 0]
        page.reload()
        expect(field).to_have_value("")


def test_the_drawing_fits_a_phone_and_leads_to_its_steps(visit: Visit) -> None:
    with visit("http", "small phone") as page:
        page.goto(PROTOCOL)
        page.locator(".fl-flow summary").click()
        drawing = page.locator(".fl-flow svg:visible")
        expect(drawing).to_have_count(1)
        assert page.evaluate(TOO_WIDE) == []
        assert drawing.evaluate("svg => svg.getBoundingClientRect().right <= innerWidth")
        drawing.locator("a[href='#call-for-help'] text").click()
        expect(page.locator("#call-for-help h3")).to_be_in_viewport()
