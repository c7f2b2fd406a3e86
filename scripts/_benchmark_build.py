"""Measures whole builds, ours and others', in alternation: `benchmark.py build`.

All build the same pages: ours from the generated course, the others from the Markdown that ours
stages, without its frame. A page is an HTML file that a reader can open. Figures are medians.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from _made_course import write_course

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-22"
PAGES_FOR_EACH, PAGES_MISSING = 2.88, 53
"""How many pages of the site come from one text of the course; some texts have no page of their own."""

STOCK = """\
site_name: Stock
site_url: https://example.org/
use_directory_urls: false
theme: {name: material, language: en, font: false}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: sq, name: Shqip, default: true}
        - {locale: en, name: English}
markdown_extensions: [attr_list, admonition, md_in_html, sane_lists, tables]
"""
ALONE = """\
site_name: Alone
site_url: https://example.org/
use_directory_urls: false
theme: {name: material, language: en, font: false}
markdown_extensions: [attr_list, admonition, md_in_html, sane_lists, tables]
"""
HUGO = """\
baseURL = "https://example.org/"
title = "Floor"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[security]
allowContent = [".*"]
"""
FLOOR = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"


@dataclass(frozen=True)
class Run:
    """One command in a process of its own."""

    cpu: float
    wall: float
    memory: float
    """Of the largest process, in MB."""


@dataclass(frozen=True)
class Way:
    """One way to a site: what is measured, before which something may have to be put right."""

    name: str
    what: str
    commands: Sequence[Sequence[str]]
    folder: Path
    site: Path
    before: Callable[[], None]
    search: str = ""
    """Where the search index stands in the site."""


def build(pages: int, runs: int, *, stock: bool, as_json: bool) -> str:
    """Builds a course of so many pages again and again; gives a table, or JSON."""
    with tempfile.TemporaryDirectory() as folder:
        ways = _ways(Path(folder), pages, stock=stock)
        taken: dict[tuple[str, str], list[Run]] = {(way.name, way.what): [] for way in ways}
        for _ in range(runs):
            for way in ways:
                way.before()
                taken[way.name, way.what].append(_timed(way))
        rows = [_row(way, taken[way.name, way.what]) for way in ways]
    return json.dumps({"version": 1, "rows": rows}, indent=2) if as_json else _table(rows)


def course_of(folder: Path, pages: int) -> None:
    """Makes a project whose site has about so many pages."""
    write_course(folder, max(60, round((pages + PAGES_MISSING) / PAGES_FOR_EACH)))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    _run([sys.executable, "-m", "firstlesson", "status", "--accept", "."], folder)


def _ways(work: Path, pages: int, *, stock: bool) -> list[Way]:
    course = work / "course"
    course_of(course, pages)
    ours = [sys.executable, "-m", "firstlesson"]
    _run([*ours, "build"], course)
    edited = next(iter(sorted((course / "lessons").glob("*/parent.sq.md"))))
    number = iter(range(10**6))

    def forget() -> None:
        for name in ("site", ".build"):
            shutil.rmtree(course / name, ignore_errors=True)

    def edit() -> None:
        _run([*ours, "build"], course)
        with edited.open("a", encoding="utf-8") as file:
            file.write(f"\nFamilja lexon bashkë, herën e {next(number)}.\n")

    def nothing() -> None:
        _run([*ours, "build"], course)

    ways = [
        Way(
            "First Lesson",
            what,
            [[*ours, "build"]],
            course,
            course / "site",
            before,
            "assets/search",
        )
        for what, before in (("cold", forget), ("one edit", edit), ("no change", nothing))
    ]
    return [*ways, *_others(work, course / ".build/stage", stock=stock)]


def _others(work: Path, stage: Path, *, stock: bool) -> list[Way]:
    ways = []
    if stock:
        _bodies(stage, work / "stock/docs")
        (work / "stock/mkdocs.yml").write_text(STOCK, "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        ways.append(
            Way(
                "MkDocs + Material",
                "cold",
                [command],
                work / "stock",
                work / "stock/site",
                lambda: shutil.rmtree(work / "stock/site", ignore_errors=True),
                "search",
            )
        )
    if program := shutil.which("zensical"):
        for language in ("sq", "en"):
            _bodies(stage / language, work / f"zensical/{language}/docs")
            (work / f"zensical/{language}/mkdocs.yml").write_text(ALONE, "utf-8")
        commands = [[program, "build", "-f", f"{one}/mkdocs.yml"] for one in ("sq", "en")]
        place = work / "zensical"
        ways.append(
            Way("Zensical", "cold", commands, place, place, lambda: _clear(place, "site"), "search")
        )
    if program := shutil.which("hugo"):
        place = work / "hugo"
        _bodies(stage, place / "content")
        for file in (place / "content").rglob("index.md"):  # else all beside it would be its files
            file.rename(file.with_name("_index.md"))
        for name in ("single", "list"):
            file = place / f"layouts/_default/{name}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(FLOOR, "utf-8")
        (place / "hugo.toml").write_text(HUGO, "utf-8")
        ways.append(
            Way(
                "Hugo without theme, menu or search",
                "cold",
                [[program, "--quiet"]],
                place,
                place / "public",
                lambda: _clear(place, "public"),
            )
        )
    return ways


def _clear(place: Path, name: str) -> None:
    for folder in place.rglob(name):
        shutil.rmtree(folder, ignore_errors=True)


def _bodies(stage: Path, to: Path) -> None:
    """The staged pages as any generator reads them: title and Markdown."""
    for file in sorted(stage.rglob("*")):
        place = to / file.relative_to(stage)
        if file.is_dir() or "assets" in file.parts:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix != ".md":
            shutil.copy(file, place)
            continue
        _, front, body = re.split(r"^---$", file.read_text("utf-8"), maxsplit=2, flags=re.MULTILINE)
        [title] = [line for line in front.splitlines() if line.startswith("title: ")]
        place.write_text(f"---\n{title}\n---\n{body}", "utf-8")


def _timed(way: Way) -> Run:
    runs = [_one(command, way.folder) for command in way.commands]
    return Run(
        sum(run.cpu for run in runs),
        sum(run.wall for run in runs),
        max(run.memory for run in runs),
    )


def _one(command: Sequence[str], folder: Path) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "FIRSTLESSON_TODAY": DAY, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} in {folder} ended with {process.returncode}")
    wall = time.perf_counter() - started
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _run(command: Sequence[str], folder: Path) -> None:
    _one(command, folder)


def _row(way: Way, runs: Sequence[Run]) -> Mapping[str, object]:
    files = [file for file in way.site.rglob("*") if file.is_file() and "docs" not in file.parts]
    pages = [file for file in files if file.suffix == ".html"]
    index = [file for file in files if way.search and f"{way.search}/" in file.as_posix()]
    size = sum(file.stat().st_size for file in files)
    lessons = [file for file in pages if file.name == "student.html"]
    packed = [len(gzip.compress(file.read_bytes(), 6)) for file in lessons[:50]]
    return {
        "name": way.name,
        "what": way.what,
        "pages": len(pages),
        "cpu": round(statistics.median(run.cpu for run in runs), 2),
        "wall": round(statistics.median(run.wall for run in runs), 2),
        "memory": round(statistics.median(run.memory for run in runs)),
        "megabytes": round(size / 1_000_000, 1),
        "bytesOfAPage": round(size / max(1, len(pages))),
        "lessonGzip": round(statistics.median(packed)) if packed else 0,
        "searchBytes": sum(file.stat().st_size for file in index),
    }


def _table(rows: Sequence[Mapping[str, object]]) -> str:
    first = rows[0]
    lines = [
        "| | pages | CPU s | times ours | wall s | memory MB | site MB | a lesson, gzip KB | search KB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        ratio = float(str(row["cpu"])) / max(0.01, float(str(first["cpu"])))
        lines.append(
            f"| {row['name']}, {row['what']} | {row['pages']} | {row['cpu']} | {ratio:.2f} | "
            f"{row['wall']} | {row['memory']} | {row['megabytes']} | "
            f"{int(str(row['lessonGzip'])) / 1000:.1f} | {int(str(row['searchBytes'])) // 1000} |"
        )
    return "\n".join(lines)
