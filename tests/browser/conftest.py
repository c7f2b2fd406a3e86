"""One browser for all tests, and the built site as people meet it: on a server and on a disk.

Where FIRSTLESSON_BROWSER names no browser, these tests are skipped; with
FIRSTLESSON_REQUIRE_BROWSER=1 they fail.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).resolve().parent.parent / "site"))
from projects import own_site, read
from reader import Handler, Visit, visiting

from firstlesson.course.model import Course

NO_REQUESTS_OF_ITS_OWN = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--no-first-run",
    "--no-sandbox",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once."""
    path = os.environ.get("FIRSTLESSON_BROWSER", "")
    if not Path(path).is_file():
        reason = f"FIRSTLESSON_BROWSER names no browser: {path!r}; scripts/test.py looks for one"
        if path or os.environ.get("FIRSTLESSON_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=list(NO_REQUESTS_OF_ITS_OWN)
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own project."""
    return own_site(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def course(site: Path) -> Course:
    """What its site is made from."""
    return read(site.parent)


@pytest.fixture(scope="session")
def roots(site: Path) -> Iterator[Mapping[str, str]]:
    """The address of the site on a server and on the disk, each with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield {"http": f"http://127.0.0.1:{server.server_port}/", "file": f"{site.as_uri()}/"}
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def visit(browser: Browser, roots: Mapping[str, str]) -> Visit:
    """Opens windows; see `visiting`."""
    return partial(visiting, browser, roots)
