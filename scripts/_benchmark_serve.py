"""Measures from a save to the page that shows it: `benchmark.py serve`."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from _benchmark_build import DAY, course_of

PAGE = "/lessons/lesson-0000/parent.html"
TEXT = "lessons/lesson-0000/parent.sq.md"


def serve(pages: int, runs: int, *, as_json: bool) -> str:
    """Saves a text so many times while the preview runs; says how long each page took to follow."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        course_of(course, pages)
        with (
            _served(course) as address,
            urlopen(f"{address}__preview/events?at={PAGE}") as events,  # noqa: S310  # our own server
        ):
            versions = _versions(events)
            seen = next(one for one in versions if one)
            taken = []
            for number in range(runs):
                time.sleep(3 + pages / 200)  # the last save is still being judged
                with (course / TEXT).open("a", encoding="utf-8") as file:
                    file.write(f"\nFamilja lexon bashkë, herën e {number + 1}.\n")
                saved = time.perf_counter()
                seen = next(one for one in versions if one != seen)
                taken.append(time.perf_counter() - saved)
    row = {
        "pages": pages,
        "seconds": round(statistics.median(taken), 3),
        "slowest": round(max(taken), 3),
    }
    if as_json:
        return json.dumps({"version": 1, "rows": [row]}, indent=2)
    return f"{pages} pages: shown {row['seconds']} s after the save, at most {row['slowest']} s"


@contextmanager
def _served(course: Path) -> Iterator[str]:
    """The address of a preview of the course."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "firstlesson", "serve", "--port", "8700", "--lang", "en"],
        cwd=course,
        env={**os.environ, "PYTHONUTF8": "1", "FIRSTLESSON_TODAY": DAY, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert process.stdout  # noqa: S101  # for the type checker
        said = process.stdout.readline()
        yield next(word for word in said.split() if word.startswith("http"))
    finally:
        process.terminate()
        process.wait()


def _versions(events: Iterator[bytes]) -> Iterator[str]:
    """What the preview tells the page: its versions, one after the other."""
    for line in events:
        if line.startswith(b"data: "):
            yield str(json.loads(line.removeprefix(b"data: "))["version"])
