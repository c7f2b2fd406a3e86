"""The built site as people meet it: on a server and on a disk."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

sys.path.append(str(Path(__file__).resolve().parent.parent / "site"))
from projects import own_site, read
from reader import Handler, Visit, visiting

from firstlesson.course.model import Course


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
