"""The preview's web server: for this computer alone, always the newest state, nothing kept."""

from __future__ import annotations

import hashlib
import html
import json
import mimetypes
import os
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from firstlesson.preview.page import ASSETS, EVENTS, previewed
from firstlesson.preview.state import Board, State

HOST = "127.0.0.1"
TRIES = 20
"""How many ports are tried, the one that was asked for first."""
_PATIENCE = 10.0
"""Seconds after which a waiting page is sent a sign of life; so a closed one is noticed."""


class NoPortError(Exception):
    """Neither the port nor any of the next ones is free."""


class Server(ThreadingHTTPServer):
    """Serves the state that hangs on the board."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would share a port that is in use

    def __init__(self, port: int, board: Board, language: str) -> None:
        super().__init__((HOST, port), _Handler)
        self.board = board
        self.language = language
        self.port = int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no mistake."""


def server_from(port: int, board: Board, language: str) -> Server:
    """A server at the port, or at the next one that is free."""
    for candidate in range(port, min(port + TRIES, 65536)):
        try:
            return Server(candidate, board, language)
        except OSError:
            continue
    raise NoPortError


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "firstlesson"

    def do_GET(self) -> None:
        """A page, a file, or what the preview itself needs."""
        if not self._asked_by_this_computer():
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._events(parse_qs(urlsplit(self.path).query).get("at", ["/"])[0])
        elif path.startswith(ASSETS):
            self._asset(path.removeprefix(ASSETS))
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815  # the name that http.server asks for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name is given
        """Says nothing: the terminal is for the author's own saves."""

    def _asked_by_this_computer(self) -> bool:
        """Whether the page's own address was asked: no other site may read drafts in this way."""
        host = self.headers.get("Host", "")
        return host in {f"{name}:{self.server.port}" for name in (HOST, "localhost")}

    def _file(self, path: str) -> None:
        state = self.server.board.state
        if state.folder is None:
            page = _WAITING.format(language=self.server.language, heading=html.escape(_NAME))
            self._page(HTTPStatus.OK, page, state)
            return
        file = _inside(state.folder, path)
        if file is None:
            missing = state.folder / "404.html"
            text = missing.read_text("utf-8") if missing.is_file() else "404"
            self._page(HTTPStatus.NOT_FOUND, text, state)
        elif file.is_dir():
            self._redirect(f"{urlsplit(self.path).path}/")
        elif file.suffix == ".html":
            self._page(HTTPStatus.OK, file.read_text("utf-8"), state)
        else:
            self._send(HTTPStatus.OK, file.read_bytes(), _type_of(file))

    def _text(self, state: State, path: str) -> str:
        """The page as it is served at an address."""
        if state.folder is None:
            return ""
        file = _inside(state.folder, path)
        if file is None or file.suffix != ".html":
            file = state.folder / "404.html"
        try:
            return file.read_text("utf-8")
        except OSError:  # the next state is there already, and comes at once
            return ""

    def _page(self, status: HTTPStatus, text: str, state: State) -> None:
        body = previewed(text, _version(text, state)).encode()
        self._send(status, body, "text/html; charset=utf-8")

    def _asset(self, name: str) -> None:
        if name not in ("reload.js", "preview.css"):
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        file = resources.files("firstlesson.preview") / name
        self._send(HTTPStatus.OK, file.read_bytes(), _type_of(Path(name)))

    def _events(self, path: str) -> None:
        """Server-sent events for a page: the state as it is, then each new one."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        board, seen = self.server.board, None
        while not board.closed:
            state = board.state if seen is None else board.next(seen, patience=_PATIENCE)
            self.wfile.write(b": still here\n\n" if state is seen else self._event(state, path))
            self.wfile.flush()
            seen = state

    def _event(self, state: State, path: str) -> bytes:
        told = {
            "version": _version(self._text(state, path), state),
            "heading": state.heading,
            "problem": state.problem,
            "language": self.server.language,
        }
        return f"retry: 500\ndata: {json.dumps(told)}\n\n".encode()

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/" + to.lstrip("/"))  # `//` would lead to another host
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _version(text: str, state: State) -> str:
    """Of one page: it loads itself again only when it is another one."""
    if state.folder is None:
        return ""
    return hashlib.sha256(f"{state.others}{text}".encode()).hexdigest()[:16]


def _inside(folder: Path, path: str) -> Path | None:
    """The file of an address: never one outside the site, nothing where there is none."""
    if "\0" in path:
        return None
    file = (folder / path.lstrip("/")).resolve()
    if not file.is_relative_to(folder.resolve()):
        return None
    if path.endswith("/"):
        file /= "index.html"
    return file if file.exists() else None


def _type_of(file: Path) -> str:
    """The type by the name alone; the system's own table is not always right."""
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = kind or "application/octet-stream"
    text = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
    return f"{kind}; charset=utf-8" if text else kind


_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "text/xml",
}
_NAME = "First Lesson"
_WAITING = (
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    "<title>{heading}</title>\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<link rel="icon" href="data:,">\n</head>\n<body>\n<h1>{heading}</h1>\n</body>\n</html>\n'
)
"""The page that stands there before the first good build."""
