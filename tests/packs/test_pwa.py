"""The pages kept on a device: only after a click, whole or not at all, and forgotten by a click."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from projects import PAGE_NOT_FOUND, build, replace, tiny_project
from reader import Handler

pytestmark = pytest.mark.browser

ABOUT_TO_CHANGE = "lessons/kind-words/student.sq.md"
KEPT = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: (await caches.keys()).length,
})"""
NOTHING = {"workers": 0, "caches": 0}
GONE = """() => {
  caches.delete = () => Promise.resolve(false);
  ServiceWorkerRegistration.prototype.unregister = () => Promise.resolve(false);
}"""
"""A page that can forget nothing itself, as one that is left before it could."""


@dataclass
class Server:
    """A server that can be stopped and started at the same address."""

    folder: Path
    certificate: Path
    port: int = 0
    running: ThreadingHTTPServer | None = field(default=None)

    def start(self) -> None:
        handler = partial(Handler, directory=str(self.folder))
        server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.running, self.port = server, server.server_port

    def stop(self) -> None:
        if self.running:
            self.running.shutdown()
            self.running.server_close()
            self.running = None

    @property
    def root(self) -> str:
        return f"https://tiny.example:{self.port}/"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own, for this machine alone."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    file = tmp_path_factory.mktemp("certificate") / "both.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1"
    subprocess.run(
        [*command.split(), "-keyout", str(file), "-out", f"{file}.crt"],
        check=True,
        capture_output=True,
    )
    file.write_text(file.read_text() + Path(f"{file}.crt").read_text())
    return file


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_project(tmp_path_factory.mktemp("pwa"), PAGE_NOT_FOUND)


@pytest.fixture(scope="module")
def server(project: Path, certificate: Path) -> Iterator[Server]:
    """The tiny course at its own address."""
    server = Server(project / "site", certificate)
    (project / "site").mkdir()
    server.start()
    replace(project / "data/course.yml", "https://tiny.example/", server.root)
    build(project)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def own_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that finds two names on this machine and trusts our certificate."""
    names = "MAP tiny.example 127.0.0.1, MAP other.example 127.0.0.1"
    started = browser.browser_type.launch(
        executable_path=os.environ["FIRSTLESSON_BROWSER"],
        args=["--no-sandbox", "--ignore-certificate-errors", f"--host-resolver-rules={names}"],
    )
    yield started
    started.close()


@pytest.fixture
def context(own_browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A reader's browser, with the server running again afterwards."""
    with own_browser.new_context(ignore_https_errors=True) as context:
        yield context
    server.stop()
    server.start()


def keep(page: Page) -> None:
    page.locator(".fl-settings > summary").click()
    page.locator("[data-keep]").click()


def is_forgotten(page: Page) -> bool:
    """Whether nothing is kept any more, after some seconds at most."""
    for _ in range(100):
        if page.evaluate(KEPT) == NOTHING:
            return True
        page.wait_for_timeout(100)
    return False


def kept(page: Page) -> None:
    keep(page)
    expect(page.locator(".fl-settings [role=status]")).to_contain_text("Faqet u ruajtën")


def test_nothing_is_kept_before_a_click_and_nothing_after_forgetting(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    page.goto(server.root)
    assert page.evaluate(KEPT) == NOTHING
    kept(page)
    assert page.evaluate(KEPT) == {"workers": 1, "caches": 1}
    page.locator("[data-forget]").click()
    assert is_forgotten(page)
    page.reload()
    assert page.evaluate(KEPT) == NOTHING


def test_forgetting_goes_on_when_the_reader_leaves_at_once(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    page.goto(server.root)
    kept(page)
    page.evaluate(GONE)
    page.evaluate(
        "document.querySelector('[data-forget]').click(); location.replace('about:blank')"
    )
    page.wait_for_url("about:blank")
    page.goto(f"{server.root}robots.txt")  # nothing of ours runs here
    assert is_forgotten(page)


def test_pages_can_be_kept_again_after_forgetting(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.root)
    kept(page)
    page.locator("[data-forget]").click()
    assert is_forgotten(page)
    page.locator("[data-keep]").click()
    expect(page.locator(".fl-settings [role=status]")).to_contain_text("Faqet u ruajtën")
    page.reload()
    assert page.evaluate(KEPT) == {"workers": 1, "caches": 1}


def test_all_pages_of_the_language_open_with_the_server_stopped(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    page.goto(f"{server.root}index.html")
    kept(page)
    server.stop()
    for path in ("", "lessons/kind-words/student.html?x=1", "help.html#talk", "for/student.html"):
        page.goto(server.root + path)
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("html").get_attribute("lang") == "sq"
    page.locator(".fl-search > summary").click()
    page.get_by_role("searchbox").fill("fjale")
    expect(page.locator(".fl-found a").first).to_be_visible()
    page.goto(f"{server.root}not-there.html")
    expect(page.get_by_text("Kjo faqe nuk u gjet")).to_be_visible()


def test_a_newer_version_takes_over_whole(
    context: BrowserContext, server: Server, project: Path
) -> None:
    page = context.new_page()
    page.goto(server.root)
    kept(page)
    prose = project / ABOUT_TO_CHANGE
    prose.write_text(prose.read_text("utf-8") + "\nNjë fjali e re.\n", "utf-8")
    build(project)
    address = f"{server.root}lessons/kind-words/student.html"
    page.goto(address)
    assert "Një fjali e re." not in page.content()
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.update())")
    waiting = "async () => !!(await navigator.serviceWorker.getRegistration()).waiting"
    for _ in range(100):
        if page.evaluate(waiting):
            break
        page.wait_for_timeout(100)
    page.goto(server.root)  # this page is the old one still, and asks the new worker to take over
    active = "async () => !(await navigator.serviceWorker.getRegistration()).waiting"
    for _ in range(100):
        if page.evaluate(active):
            break
        page.wait_for_timeout(100)
    server.stop()
    page.goto(address)
    expect(page.get_by_text("Një fjali e re.")).to_be_visible()
    assert page.evaluate(KEPT) == {"workers": 1, "caches": 1}


def test_a_file_that_is_not_what_was_published_is_not_kept(
    context: BrowserContext, server: Server, project: Path
) -> None:
    file = project / "site" / "glossary.html"
    good = file.read_bytes()
    file.write_bytes(good.replace(b"</h1>", b"!</h1>"))
    page = context.new_page()
    page.goto(server.root)
    keep(page)
    expect(page.locator(".fl-settings [role=status]")).to_contain_text("nuk u ruajtën")
    assert page.evaluate(KEPT)["caches"] == 0
    file.write_bytes(good)


def test_nothing_is_offered_at_another_address_or_on_a_disk(
    context: BrowserContext, server: Server, project: Path
) -> None:
    page = context.new_page()
    for root in (server.root.replace("tiny.", "other."), f"{(project / 'site').as_uri()}/"):
        page.goto(f"{root}index.html")
        page.locator(".fl-settings > summary").click()
        expect(page.locator("[data-forget]")).to_be_visible()
        expect(page.locator("[data-keep]")).to_be_hidden()
