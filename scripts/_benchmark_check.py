"""Measures `firstlesson check` on courses of growing size: `benchmark.py check`."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from _made_course import write_course

COLD, WARM = 5.0, 0.5
"""What 1,000 pages may take, in processor seconds: the first time, and when nothing has changed."""
DAY = "2026-11-22"


def check(pages: int, runs: int, *, as_json: bool) -> str:
    """The figures for courses of a quarter, a half and all of so many pages."""
    rows = [measured(size, runs) for size in sizes(pages)]
    return json_of(rows) if as_json else table_of(rows)


@dataclass(frozen=True)
class Row:
    """What was measured on one course."""

    pages: int
    files: int
    kilobytes: int
    cold: float
    """Processor seconds of a check without a memory."""
    warm: float
    """Processor seconds of the next one, when nothing has changed."""
    warm_wall: float
    diagnostics: int


def sizes(pages: int) -> list[int]:
    """A quarter, a half and all, to see how the time grows."""
    return sorted({max(20, pages // 4), max(20, pages // 2), pages})


def measured(pages: int, runs: int) -> Row:
    """Times the checks of one course."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        pages = write_course(root, pages)
        accept(root)
        found = json.loads(checked(root, "--format", "json", "--no-cache")[2])["diagnostics"]
        cold = [checked(root, "--no-cache")[0] for _ in range(runs)]
        checked(root)
        warm = [checked(root)[:2] for _ in range(runs)]
        texts = [file for file in root.rglob("*") if file.suffix in (".md", ".yml")]
        return Row(
            pages,
            len(texts),
            sum(file.stat().st_size for file in texts) // 1024,
            statistics.median(cold),
            statistics.median(cpu for cpu, _ in warm),
            statistics.median(wall for _, wall in warm),
            len(found),
        )


def checked(root: Path, *options: str) -> tuple[float, float, str]:
    """One check in a process of its own: processor seconds, seconds on the wall, its report."""
    return timed(root, "check", "--format", "concise", *options)


def accept(root: Path) -> None:
    """Notes that all translations are up to date."""
    timed(root, "status", "--accept", ".")


def timed(root: Path, *arguments: str) -> tuple[float, float, str]:
    """Runs `firstlesson` on one core, where the system lets us choose."""
    before, started = children(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "firstlesson", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONUTF8": "1", "FIRSTLESSON_TODAY": DAY},
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=one_core if hasattr(os, "sched_setaffinity") else None,
    )
    wall = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return children() - before or wall, wall, done.stdout


def one_core() -> None:
    """Keeps a process on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def children() -> float:
    """The processor seconds of all processes that have ended; 0 where the system does not say."""
    times = os.times()
    return times.children_user + times.children_system


def table_of(rows: list[Row]) -> str:
    """The figures for a person."""
    lines = [
        "firstlesson check, one core, median processor seconds",
        "",
        " pages  files      KB    cold  ms/page  unchanged  (wall)  diagnostics",
    ]
    lines += [
        f"{row.pages:6} {row.files:6} {row.kilobytes:7} {row.cold:7.2f} "
        f"{1000 * row.cold / row.pages:8.2f} {row.warm:10.2f} {row.warm_wall:7.2f} "
        f"{row.diagnostics:12}"
        for row in rows
    ]
    lines += ["", verdict(rows)]
    return "\n".join(lines)


def json_of(rows: list[Row]) -> str:
    """The figures for a program."""
    return json.dumps(
        {
            "version": 1,
            "benchmark": "check",
            "python": sys.version.split()[0],
            "rows": [asdict(row) for row in rows],
            "growth": round(growth(rows), 3),
        },
        indent=2,
    )


def growth(rows: list[Row]) -> float:
    """By how much the time grows for each page, from the smaller half to the larger: 1 is linear."""
    if len(rows) < 3:
        return 1.0
    first = (rows[1].cold - rows[0].cold) / (rows[1].pages - rows[0].pages)
    second = (rows[2].cold - rows[1].cold) / (rows[2].pages - rows[1].pages)
    return second / first


def verdict(rows: list[Row]) -> str:
    """The figures against what was promised for 1,000 pages."""
    row = rows[-1]
    share = row.pages / 1000
    return (
        f"promised for {row.pages} pages: {COLD * share:.1f} s cold "
        f"({'kept' if row.cold <= COLD * share else 'BROKEN'}), {max(WARM, WARM * share):.1f} s "
        f"unchanged ({'kept' if row.warm <= max(WARM, WARM * share) else 'BROKEN'}); "
        f"a page of the larger half costs {growth(rows):.2f} times one of the smaller"
    )
