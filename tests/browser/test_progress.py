"""What I have finished stays on the device, only after a click; a certificate's name nowhere."""

from __future__ import annotations

import pytest
from axe import violations
from playwright.sync_api import expect
from reader import Visit

pytestmark = pytest.mark.browser

PUPILS = "lessons/lesson-2/student.html"
STORED = "() => Object.keys(localStorage)"
REFUSED = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});"""


def test_it_is_kept_after_a_click_and_started_anew(visit: Visit) -> None:
    with visit("http", "phone") as page:
        page.goto(PUPILS)
        assert page.evaluate(STORED) == []
        page.locator(".fl-keep").click()
        assert page.evaluate(STORED) == ["firstlesson-progress"]
        page.goto("for/student.html")
        expect(page.locator(".fl-done")).to_have_count(1)
        page.locator(".fl-anew").click()
        expect(page.locator(".fl-done")).to_have_count(0)
        assert page.evaluate(STORED) == []


def test_a_private_window_breaks_nothing(visit: Visit) -> None:
    with visit("http", "phone") as page:
        page.add_init_script(REFUSED)
        page.goto(PUPILS)
        page.locator(".fl-keep").click()
        expect(page.locator(".fl-progress [role=status]")).not_to_be_empty()
        page.locator(".fl-quiz[data-check] input").first.check()
        page.locator(".fl-quiz[data-check] .fl-check").first.click()
        expect(page.locator(".fl-feedback").nth(0)).not_to_be_empty()
        page.goto("for/student.html")
        expect(page.locator(".fl-done")).to_have_count(0)


def test_the_name_on_the_certificate_never_leaves_the_page(visit: Visit) -> None:
    with visit("file") as page:
        page.goto("certificate.html")
        page.locator(".fl-write input").fill("Ana e provës")
        expect(page.locator(".fl-name")).to_have_text("Ana e provës")
        assert violations(page) == {}
        page.goto("index.html")
        page.go_back()
        expect(page.locator(".fl-write input")).to_have_value("")
        expect(page.locator(".fl-name")).to_be_empty()
