"""A reader with a browser: what they do, and what must never happen while they do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

Visit = Callable[..., AbstractContextManager[Page]]
"""Opens a window for a reader; see `visiting`."""

SCREENS = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
    "small phone": {"width": 320, "height": 640},
}


class Handler(SimpleHTTPRequestHandler):
    """Serves a site as a host does: at an address without a file it shows `404.html`."""

    protocol_version = "HTTP/1.1"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Says nothing."""


@contextmanager
def visiting(
    browser: Browser,
    roots: Mapping[str, str],
    transport: str = "http",
    screen: str = "desktop",
    *,
    lost: bool = False,
    **options: Any,  # noqa: ANN401  # Playwright's own
) -> Iterator[Page]:
    """A window of its own; at the end nothing may have gone wrong and nothing may be stored.

    `lost` says that the reader asks for an address that is not there.
    """
    root, viewport = roots[transport], SCREENS[screen]
    with browser.new_context(base_url=root, viewport=viewport, **options) as context:
        faults = watched(context, root, lost=lost)
        yield context.new_page()
        assert faults == []
        assert context.storage_state() == {"cookies": [], "origins": []}


def watched(context: BrowserContext, root: str, *, lost: bool) -> list[str]:
    """A list that fills with what goes wrong in any window of a context."""
    faults: list[str] = []

    def note(kind: str, what: str) -> None:
        if not (lost and "404" in what):
            faults.append(f"{kind}: {what}")

    def request(url: str) -> None:
        if not url.startswith((root, "data:")):
            note("a request outside the site", url)

    context.on("request", lambda one: request(one.url))

    def failed(url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # it was still on its way when the reader went on
            note("a failed request", f"{url} {why}")

    context.on("requestfailed", lambda one: failed(one.url, one.failure))
    context.on(
        "response",
        lambda one: one.status < 400 or note("a failed request", f"{one.status} {one.url}"),
    )
    context.on("weberror", lambda error: note("an error in a script", str(error.error)))
    context.on(
        "console",
        lambda said: said.type in ("error", "warning") and note("in the console", said.text),
    )
    return faults


def home(root: str, language: str, *, source_language: str = "sq") -> str:
    """The address of the home page; a disk shows no page for a folder."""
    folder = "" if language == source_language else f"{language}/"
    return f"{root}{folder}index.html" if root.startswith("file:") else f"{root}{folder}"


def place(page: Page, root: str) -> str:
    """Where a window is, without the language: the same for a page in every language."""
    path = page.url.removeprefix(root).split("#")[0].removeprefix("en/")
    return path or "index.html"


def language_of(page: Page) -> str:
    return page.locator("html").get_attribute("lang") or ""


def help_opener(page: Page) -> Locator:
    """What opens help: with scripts it opens a dialog, without them a box in the bar."""
    return page.locator(".fl-help-open, .fl-help > summary")


def help_shown(page: Page) -> Locator:
    return page.locator("dialog[open], .fl-help[open]")


def menu_opener(page: Page) -> Locator:
    return page.locator(".fl-menu > summary")


def menu_shown(page: Page) -> Locator:
    return page.locator(".fl-menu[open]")
