"""Debian's Firefox, driven over WebDriver BiDi, the W3C's protocol that it speaks by itself.

Playwright drives only its own build of Firefox. This client knows what a reader does – open, click,
type, look – and keeps what the pages asked for and what the browser complained of.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import validators
from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
"""Seconds after which a browser that does not answer is given up."""
_SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.aboutConfig.showWarning": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    # Whatever is not on this computer is asked of a port at which nobody listens: no network.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "toolkit.startup.max_resumed_crashes": -1,
}


class Firefox:
    """One window of Firefox."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._number = 0
        self.requests: list[str] = []
        """Every address that a page asked for."""
        self.complaints: list[str] = []
        """Errors of scripts, and what the console calls an error or a warning."""
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        tree = self._ask("browsingContext.getTree", maxDepth=0)
        self._window: str = tree["contexts"][0]["context"]

    def open(self, address: str) -> None:
        """Opens an address and waits until it is there."""
        self._ask("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def back(self) -> None:
        """Goes back, as with the browser's own button."""
        self._ask("browsingContext.traverseHistory", context=self._window, delta=-1)

    def look(self, expression: str) -> Any:  # noqa: ANN401  # whatever the page says
        """What an expression of JavaScript gives in the page: text, a number, yes or no."""
        said = self._ask(
            "script.evaluate",
            expression=expression,
            target={"context": self._window},
            awaitPromise=True,
        )
        if said["type"] == "exception":
            raise AssertionError(said["exceptionDetails"]["text"])
        return said["result"].get("value")

    def wait(self, expression: str) -> None:
        """Waits until an expression is true in the page, also while another page comes."""
        last = ""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if self.look(expression):
                    return
            except (AssertionError, BidiError) as error:
                last = str(error)
            time.sleep(0.05)
        raise AssertionError(f"never came true: {expression}; {last}; {self.look('location.href')}")

    def click(self, css: str) -> None:
        """Clicks the first element of a selector as a hand with a mouse does."""
        self.wait(f"document.querySelector({json.dumps(css)})?.checkVisibility()")
        found = self._ask(
            "browsingContext.locateNodes",
            context=self._window,
            locator={"type": "css", "value": css},
            maxNodeCount=1,
        )
        node = {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}
        self.look(
            f"void document.querySelector({json.dumps(css)}).scrollIntoView({{block: 'center'}})"
        )
        steps = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": node},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def type(self, text: str) -> None:
        """Types a text where the cursor stands."""
        steps = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": steps})

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", context=self._window, actions=[source])

    def _ask(self, method: str, **params: Any) -> Any:  # noqa: ANN401  # as the protocol says
        self._number += 1
        self._connection.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            said = json.loads(self._connection.recv(timeout=PATIENCE))
            if said["type"] == "event":
                self._note(said["method"], said["params"])
            elif said["id"] == self._number:
                break
        if said["type"] == "error":
            raise BidiError(f"{method}: {said['error']}: {said['message']}")
        return said["result"]

    def _note(self, event: str, said: dict[str, Any]) -> None:
        if event == "network.beforeRequestSent":
            self.requests.append(said["request"]["url"])
        elif said["level"] in ("error", "warn"):
            self.complaints.append(f"{said['level']}: {said['text']}")


class BidiError(Exception):
    """The browser refused what was asked of it."""


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox without a screen and without the internet, its profile in an empty folder."""
    program = validators.program("firefox-esr")
    settings = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _SETTINGS.items()]
    (profile / "user.js").write_text("\n".join(settings), "utf-8")
    command = [program, "--headless", "--no-remote", "--profile", profile]
    started = subprocess.Popen(
        [*command, "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with connect(_address(profile), max_size=None, open_timeout=PATIENCE) as connection:
            yield Firefox(connection)
    finally:
        started.terminate()
        started.wait()


def _address(profile: Path) -> str:
    """Where the browser listens: it writes that into its profile once it does."""
    note = profile / "WebDriverBiDiServer.json"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            said = json.loads(note.read_text("utf-8"))
            return f"ws://{said['ws_host']}:{said['ws_port']}/session"
        except (OSError, ValueError):
            time.sleep(0.05)
    raise AssertionError("Firefox did not start")
