"""From a save to the page that shows it."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from firstlesson.build.examine import Checked, read_and_check
from firstlesson.build.prepare import stage_course
from firstlesson.build.replace import WORK
from firstlesson.diagnostics import Severity, Text
from firstlesson.hosts import mkdocs
from firstlesson.preview.server import HOST, NoPortError, Server, server_from
from firstlesson.preview.sources import saves
from firstlesson.preview.state import Board, State
from firstlesson.reports import formats

__all__ = ["Mistaken", "News", "NoPortError", "Ready", "Shown", "Working", "serve"]


@dataclass(frozen=True, slots=True)
class Ready:
    """The server answers."""

    address: str


@dataclass(frozen=True, slots=True)
class Working:
    """A save was noticed and is being built."""

    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A save was built and is shown."""

    changed: tuple[str, ...]
    seconds: float
    warnings: int


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A save has mistakes: the page says so, the last good one stays."""

    changed: tuple[str, ...]
    heading: str
    problem: str


News: TypeAlias = Ready | Working | Shown | Mistaken


def serve(
    root: Path, *, port: int, today: Callable[[], dt.date], language: str
) -> Generator[News, None, None]:
    """Serves the site from now on; gives the news, and ends when its reader does.

    The site is built into a folder of its own: `site/` and what a build stages stay as they are.
    """
    board = Board()
    with _running(port, board, language) as server:
        place = f"{WORK}/preview/{server.port}"  # nobody else has this port
        shutil.rmtree(root / place, ignore_errors=True)
        try:
            yield Ready(f"http://{HOST}:{server.port}/")
            for changed in saves(root):
                yield Working(changed)
                yield _shown(root, place, board, changed, today(), language)
        finally:
            shutil.rmtree(root / place, ignore_errors=True)


@contextmanager
def _running(port: int, board: Board, language: str) -> Iterator[Server]:
    with server_from(port, board, language) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            board.close()
            server.shutdown()


def _shown(
    root: Path, place: str, board: Board, changed: tuple[str, ...], today: dt.date, language: str
) -> News:
    """Builds what was saved and puts it up, or puts up why it cannot be built."""
    started = time.perf_counter()
    checked = read_and_check(root, today=today)
    if checked.failed:
        return _mistaken(
            board, changed, _heading(checked).in_language(language), _errors(checked, language)
        )
    folder = root / place / f"site-{secrets.token_hex(4)}"
    try:
        stage_course(checked.course, root=root, today=today, to=f"{place}/stage", outlines=True)
        mkdocs.build(root, stage=root / place / "stage", out=folder)
    except mkdocs.HostFailedError as error:
        return _mistaken(board, changed, _HOST.in_language(language), str(error))
    except Exception:  # noqa: BLE001  # a template, a setting or we are wrong: the preview goes on
        return _mistaken(board, changed, _FAULT.in_language(language), traceback.format_exc())
    before = board.state.folder
    board.show(State(version=folder.name, folder=folder))
    if before:
        shutil.rmtree(before, ignore_errors=True)
    warnings = sum(one.kind.severity is Severity.WARNING for one in checked.diagnostics)
    return Shown(changed, time.perf_counter() - started, warnings)


def _mistaken(board: Board, changed: tuple[str, ...], heading: str, problem: str) -> Mistaken:
    board.show(replace(board.state, heading=heading, problem=problem))
    return Mistaken(changed, heading, problem)


def _errors(checked: Checked, language: str) -> str:
    """The errors in full; what does not forbid a build would only hide them here."""
    errors = [one for one in checked.diagnostics if one.kind.severity is Severity.ERROR]
    return formats()["full"](errors, checked.texts, language)


def _heading(checked: Checked) -> Text:
    count = sum(one.kind.severity is Severity.ERROR for one in checked.diagnostics)
    one = count == 1
    return Text(
        sq=f"{count} gabim" + ("" if one else "e") + " nuk e lënë tekstin e ri të shfaqet. "
        "Ndreqeni dhe ruajeni përsëri; deri atëherë shihni faqen e fundit të mirë.",
        en=f"{count} error" + ("" if one else "s") + " in the way of the new text. "
        "Mend it and save again; until then you see the last good page.",
    )


_HOST = Text(
    sq="MkDocs nuk e ndërtoi dot faqen, dhe e thotë pse. Ndreqeni dhe ruajeni përsëri; deri atëherë "
    "shihni faqen e fundit të mirë.",
    en="MkDocs could not build the site, and says why. Mend it and save again; until then you see "
    "the last good page.",
)
_FAULT = Text(
    sq="Ka një gabim te shabllonet e faqes (`overrides/`) ose te vetë programi. Ndreqeni dhe ruajeni "
    "përsëri; deri atëherë shihni faqen e fundit të mirë.",
    en="There is a fault in the site's templates (`overrides/`) or in the program itself. Mend it "
    "and save again; until then you see the last good page.",
)
