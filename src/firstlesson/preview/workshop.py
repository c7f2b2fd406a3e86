"""What a save becomes: first the page that was edited, then, once all is judged, the whole site."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import shutil
import threading
import traceback
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from firstlesson.build.atomic import write_bytes
from firstlesson.build.examine import Checked, read_and_check
from firstlesson.build.stage import stage
from firstlesson.course.again import read_again
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity
from firstlesson.hosts.last import Last, remember
from firstlesson.hosts.renew import renew
from firstlesson.hosts.touch import touch_up
from firstlesson.preview.state import Board, State
from firstlesson.site.plan import Plan, make_plan, pages_of


@dataclass(frozen=True, slots=True)
class Judged:
    """The whole course as it was at a save; `fault` is our own mistake, or a template's."""

    checked: Checked | None
    plan: Plan | None = None
    fault: str = ""

    @property
    def warnings(self) -> int:
        """How many there are."""
        found = self.checked.diagnostics if self.checked else ()
        return sum(one.kind.severity is Severity.WARNING for one in found)


class Judge(threading.Thread):
    """Reads, checks and plans the whole course, beside the one who waits for the next save."""

    def __init__(self, root: Path, poke: threading.Event) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._poke = poke
        self._asked = threading.Condition()
        self._day: dt.date | None = None
        self._answer: Judged | None = None

    def ask(self, today: dt.date) -> None:
        """Asks for a judgement of the course as it is now; an older one does not count any more."""
        with self._asked:
            self._day, self._answer = today, None
            self._asked.notify()

    def answer(self) -> Judged | None:
        """The judgement, once it is there."""
        with self._asked:
            answer, self._answer = self._answer, None
            return answer

    def run(self) -> None:
        """Works on the newest question."""
        while True:
            with self._asked:
                self._asked.wait_for(lambda: self._day is not None)
                day, self._day = self._day, None
            assert day  # noqa: S101  # for the type checker
            answer = judged(self._root, day)
            with self._asked:
                if self._day is None:
                    self._answer = answer
            self._poke.set()


def judged(root: Path, today: dt.date) -> Judged:
    """Reads and checks the course and plans its site, outlines included."""
    try:
        checked = read_and_check(root, today=today)
        plan = None if checked.failed else make_plan(checked.course, today=today)
    except Exception:  # noqa: BLE001  # a template or we are wrong: the preview goes on
        return Judged(None, fault=traceback.format_exc())
    return Judged(checked, plan)


class Workshop:
    """The preview's own stage and site, in a folder that nobody else uses."""

    def __init__(self, root: Path, place: Path, board: Board) -> None:
        self._root = root
        self._place = place
        self._board = board
        self._course: Course | None = None
        self._last: Last | None = None

    @property
    def _stage(self) -> Path:
        return self._place / "stage"

    def show_pages(self, changed: Collection[str], today: dt.date) -> bool:
        """Shows the pages of the changed files at once, where they depend on nothing else."""
        site = self._board.state.folder
        if not (self._course and self._last and self._last.key and site):
            return False
        try:
            course = read_again(self._course, self._root, changed)
            if course is None:
                return False
            owners = {_owner(path) for path in changed}
            pages = pages_of(course, owners, today=today)
            new = [one for one in pages if self._differs(one.path, one.text.encode())]
            for page in new:
                write_bytes(self._stage / page.path, page.text.encode())
            touch_up(
                self._root,
                stage=self._stage,
                paths=[page.path for page in new],
                site=site,
                last=self._last,
            )
        except Exception:  # noqa: BLE001  # the judgement of the whole will say what is wrong
            return False
        self._course = course
        self._board.show(replace(self._board.state, version=secrets.token_hex(4)))
        return True

    def _differs(self, path: str, data: bytes) -> bool:
        file = self._stage / path
        return not file.is_file() or file.read_bytes() != data

    def show_all(self, course: Course, plan: Plan) -> None:
        """Builds the whole site and shows it; what MkDocs complains about is raised."""
        stage(plan, root=self._root, to=self._stage)
        folder = self._place / f"site-{secrets.token_hex(4)}"
        before, memory = self._board.state.folder, self._place / "last"
        last = renew(
            self._root,
            stage=self._stage,
            out=folder,
            last=before or self._place / "none",
            memory=memory,
        )
        remember(memory, last)
        self._board.show(State(folder.name, folder, _files_of_pages(last)))
        if before:
            shutil.rmtree(before, ignore_errors=True)
        self._course, self._last = course, last


def _owner(path: str) -> str:
    """The folder of a lesson or protocol; a page of `docs/` by its name."""
    first, second, *_ = path.split("/")
    return f"{first}/{second.split('.')[0]}" if first == "docs" else f"{first}/{second}"


def _files_of_pages(last: Last) -> str:
    """One number for pictures, scripts and styles: where these change, every page is shown anew."""
    digests = [
        one.stamp.digest
        for path, one in last.made.items()
        if not path.endswith((".md", ".xml", ".json", ".csv")) and "/search/" not in path
    ]
    return hashlib.sha256("".join([last.key, *digests]).encode()).hexdigest()
