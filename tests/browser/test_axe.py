"""axe-core finds nothing on any kind of page, in any state (WCAG 2.2 A, AA, AAA, best practice)."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import pytest
from kinds import one_of_each_kind
from reader import Visit

pytestmark = pytest.mark.browser

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = ("plain", "menu", "help", "reading", "dark", "phone")
SAMPLED = ("plain", "help", "dark", "phone")


def states() -> tuple[str, ...]:
    return STATES if os.environ.get("FIRSTLESSON_ALL") == "1" else SAMPLED


@pytest.mark.parametrize("state", states())
def test_axe_finds_nothing(site: Path, visit: Visit, state: str) -> None:
    found: dict[str, list[str]] = {}
    with visit("http", "phone" if state == "phone" else "desktop") as page:
        if state == "dark":
            page.emulate_media(color_scheme="dark")
        for one in one_of_each_kind(site):
            page.goto(one.path)
            if state == "menu":
                page.locator(".fl-menu > summary").click()
            elif state == "help":
                page.locator(".fl-help-open").click()
            elif state == "reading":
                page.locator(".fl-settings > summary").click()
            page.evaluate(AXE)
            result = page.evaluate(
                "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", TAGS
            )
            for violation in result["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                found[f"{one.path} {violation['id']}"] = nodes
    assert found == {}
