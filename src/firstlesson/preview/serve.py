"""From a save to the page that shows it."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from firstlesson.build.examine import Checked
from firstlesson.build.replace import WORK
from firstlesson.diagnostics import Severity, Text
from firstlesson.hosts import mkdocs
from firstlesson.preview.server import HOST, NoPortError, Server, server_from
from firstlesson.preview.sources import saves
from firstlesson.preview.state import Board
from firstlesson.preview.workshop import Judge, Judged, Workshop
from firstlesson.reports import written

__all__ = ["Mistaken", "News", "NoPortError", "Noticed", "Ready", "Shown", "Working", "serve"]


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
    """What was saved is shown."""

    changed: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Noticed:
    """There are as many warnings as this, and there were not before."""

    warnings: int


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A save has mistakes: the page says so, the last good one stays."""

    changed: tuple[str, ...]
    heading: str
    problem: str


News: TypeAlias = Ready | Working | Shown | Noticed | Mistaken


def serve(
    root: Path, *, port: int, today: Callable[[], dt.date], language: str
) -> Generator[News, None, None]:
    """Serves the site from now on; gives the news, and ends when its reader does.

    The site is built into a folder of its own: `site/` and what a build stages stay as they are.
    """
    board, poke = Board(), threading.Event()
    with _running(port, board, language) as server:
        place = root / WORK / "preview" / str(server.port)  # nobody else has this port
        shutil.rmtree(place, ignore_errors=True)
        judge = Judge(root, poke)
        judge.start()
        try:
            yield Ready(f"http://{HOST}:{server.port}/")
            workshop = Workshop(root, place, board)
            yield from _follow(saves(root, poke), workshop, judge, board, today, language)
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _follow(
    turns: Iterator[tuple[str, ...]],
    workshop: Workshop,
    judge: Judge,
    board: Board,
    today: Callable[[], dt.date],
    language: str,
) -> Iterator[News]:
    """Each save is shown at once where that can be; then all of it is judged and shown."""
    unjudged: set[str] = set()
    started, early, told = 0.0, False, 0
    last: tuple[str, ...] = ()
    for changed in turns:
        if changed:
            started, last = time.perf_counter(), changed
            yield Working(changed)
            unjudged |= set(changed)
            early = workshop.show_pages(unjudged, today())
            judge.ask(today())
            if early:
                yield Shown(changed, time.perf_counter() - started)
        elif answer := judge.answer():
            if mistake := _shown(answer, workshop, board, last, language):
                yield mistake
                continue
            unjudged.clear()
            warnings = answer.warnings
            if not early:
                yield Shown(last, time.perf_counter() - started)
            if warnings != told:
                yield Noticed(warnings)
            told = warnings


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
    answer: Judged, workshop: Workshop, board: Board, changed: tuple[str, ...], language: str
) -> Mistaken | None:
    """Puts up the whole site, or puts up why it cannot be built."""
    checked = answer.checked
    if checked and checked.failed:
        return _mistaken(
            board, changed, _heading(checked).in_language(language), _errors(checked, language)
        )
    if checked is None or answer.plan is None:
        return _mistaken(board, changed, _FAULT.in_language(language), answer.fault)
    try:
        workshop.show_all(checked.course, answer.plan)
    except mkdocs.TemplateFaultError as error:
        return _mistaken(board, changed, _FAULT.in_language(language), str(error))
    except mkdocs.HostFailedError as error:
        return _mistaken(board, changed, _HOST.in_language(language), str(error))
    except Exception:  # noqa: BLE001  # a template, a setting or we are wrong: the preview goes on
        return _mistaken(board, changed, _FAULT.in_language(language), traceback.format_exc())
    return None


def _mistaken(board: Board, changed: tuple[str, ...], heading: str, problem: str) -> Mistaken:
    board.show(replace(board.state, heading=heading, problem=problem))
    return Mistaken(changed, heading, problem)


def _errors(checked: Checked, language: str) -> str:
    """The errors in full; what does not forbid a build would only hide them here."""
    errors = [one for one in checked.diagnostics if one.kind.severity is Severity.ERROR]
    return written("full", errors, checked.texts, language)


def _heading(checked: Checked) -> Text:
    count = sum(one.kind.severity is Severity.ERROR for one in checked.diagnostics)
    one = count == 1
    return Text(
        sq=f"{count} gabim" + ("" if one else "e") + " në tekst: faqja nuk ndërtohet. "
        "Ndreqeni dhe ruajeni përsëri; deri atëherë faqja mbetet siç e shihni.",
        en=f"{count} error" + ("" if one else "s") + " in the text: nothing is built. "
        "Mend it and save again; until then the page stays as you see it.",
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
