"""What axe-core finds on a page as it stands (WCAG 2.2 A, AA, AAA, best practice)."""

from __future__ import annotations

from importlib import resources

from playwright.sync_api import Page

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """([tags, exclude]) =>
  axe.run({ include: ['html'], exclude }, { runOnly: tags, resultTypes: ['violations'] })"""


def violations(page: Page, *, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The rules that are broken, each with the first elements that break it."""
    page.evaluate(AXE)
    result = page.evaluate(RUN, [TAGS, list(without)])
    return {
        one["id"]: [node["html"][:120] for node in one["nodes"][:3]] for one in result["violations"]
    }
