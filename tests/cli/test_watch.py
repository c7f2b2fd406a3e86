"""`check --watch`: one save, one report; quiet in a pipe; Ctrl-C ends it with a sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest
from overlays import Changes

CourseWith = Callable[[Path | Changes], Path]
PATIENCE = 60.0
"""Seconds until a report must have come, on the slowest machine."""
REST = 1.5
"""Seconds in which a second report would have come."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C ends the tests too")


class Watch:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def report(self) -> str:
        """The next report: all up to the sentence that says what to do next."""
        text = ""
        while not text.endswith(("build`.\n", "while there are any.\n")):
            text += self.lines.get(timeout=PATIENCE)
        return text

    def is_silent(self) -> bool:
        try:
            self.lines.get(timeout=REST)
        except Empty:
            return True
        return False


@contextmanager
def watching(root: Path, *options: str) -> Iterator[Watch]:
    settings = {**os.environ, "FIRSTLESSON_TODAY": "2026-11-22", "LC_ALL": "C", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "firstlesson", "check", "--watch", "--format", "concise"]
    with subprocess.Popen(
        [*command, *options],
        cwd=root,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield Watch(process)
        finally:
            process.kill()


def test_one_save_one_report(course_with: CourseWith) -> None:
    root = course_with({})
    page = root / "docs/index.en.md"
    good = page.read_text("utf-8")
    with watching(root) as watch:
        assert "0 errors" in watch.report()
        page.write_text(good + "\nCall the police: 129.\n", "utf-8")
        report = watch.report()
        assert "CON001" in report
        assert "\x1b" not in report
        assert watch.is_silent()
        new = root / "docs/.index.en.md.swp"  # as an editor saves: beside it, then renamed
        new.write_text(good, "utf-8")
        new.rename(page)
        assert "0 errors" in watch.report()
        page.write_text(good, "utf-8")
        assert watch.is_silent()


def test_only_what_was_asked_for(course_with: CourseWith) -> None:
    root = course_with({"docs/index.en.md": "# T\n\nCall the police: 129.\n"})
    with watching(root, "lessons") as watch:
        assert "CON001" not in watch.report()


def test_it_ends_with_a_sentence(course_with: CourseWith) -> None:
    with watching(course_with({})) as watch:
        watch.report()
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(PATIENCE) == 0
        assert watch.process.stderr
        assert watch.process.stderr.read().strip() == (
            "Checking has ended. Before you publish: `firstlesson build`."
        )
