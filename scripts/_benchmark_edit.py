"""Where the time of one edit goes, and how much of it no change of ours could save: `benchmark.py edit`.

A text is edited and `firstlesson build` runs in a process of its own, in which the steps are timed.
Another process only loads the same libraries; a third one does nothing. Figures are medians of
processor seconds.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from _benchmark_build import DAY, course_of

PROCESS = str(Path(__file__).with_name("_edit_steps.py"))
FLOOR = ("Python", "libraries", "what stands there", "MkDocs: settings", "MkDocs: the page")
"""What a command that gives MkDocs' page cannot go without."""


def edit(pages: int, runs: int, *, as_json: bool) -> str:
    """Edits a text of a course of so many pages so many times; gives a table, or JSON."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        course_of(course, pages)
        _run([sys.executable, "-m", "firstlesson", "build"], course)
        text = min((course / "lessons").glob("*/parent.sq.md"))
        taken: dict[str, list[float]] = {}
        libraries: list[str] = []
        for number in range(runs + 1):
            with text.open("a", encoding="utf-8") as file:
                file.write(f"\nFamilja lexon bashkë, herën e {number}.\n")
            found = json.loads(_run([sys.executable, PROCESS], course).splitlines()[-1])
            libraries = found.pop("libraries")
            bare = float(_run([sys.executable, PROCESS, "sys"], course))
            loaded = float(_run([sys.executable, PROCESS, *libraries], course))
            row = {
                "Python": bare,
                "libraries": loaded - bare,
                "our modules": found.pop("loaded") - loaded,
                **found,
            }
            for step, seconds in row.items() if number else ():  # the first one is not warm
                taken.setdefault(step, []).append(seconds)
    steps = {step: round(statistics.median(all_), 3) for step, all_ in taken.items()}
    whole = round(statistics.median(map(sum, zip(*taken.values(), strict=True))), 3)
    floor = round(sum(steps[step] for step in FLOOR), 3)
    if as_json:
        return json.dumps({"version": 1, "whole": whole, "floor": floor, "steps": steps}, indent=2)
    rows = [f"| {step}{' *' if step in FLOOR else ''} | {cpu:.3f} |" for step, cpu in steps.items()]
    head = ["| one edit | CPU s |", "|---|--:|"]
    return "\n".join([*head, *rows, f"| whole | {whole:.3f} |", f"| * the floor | {floor:.3f} |"])


def _run(command: Sequence[str], folder: Path) -> str:
    settings = {**os.environ, "FIRSTLESSON_TODAY": DAY, "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=folder, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout
