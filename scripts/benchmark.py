"""Measure how fast First Lesson is, on a course of any size that it makes itself.

    .venv/bin/python scripts/benchmark.py check
    .venv/bin/python scripts/benchmark.py check --pages 2000 --json
    .venv/bin/python scripts/benchmark.py build --pages 1000
    .venv/bin/python scripts/benchmark.py edit --pages 1000
    .venv/bin/python scripts/benchmark.py serve --pages 1000
    .venv/bin/python scripts/benchmark.py course /tmp/course --pages 100

The course is the same on every run: both languages, three audiences, quizzes, protocols, tables,
pictures, links. Every figure is the median of several runs, in processor seconds on one core.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from _benchmark_build import build
from _benchmark_check import check
from _benchmark_edit import edit
from _benchmark_serve import serve
from _made_course import write_course


def main() -> int:
    """Measure what is asked for and print it as a table or as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    checks = commands.add_parser("check", help="time `firstlesson check`")
    checks.add_argument("--pages", type=int, default=1000, help="pages of the largest course")
    checks.add_argument("--runs", type=int, default=3, help="runs for each figure")
    checks.add_argument("--json", action="store_true", help="print JSON")
    site = commands.add_parser("build", help="time whole builds, ours and others', in alternation")
    site.add_argument("--pages", type=int, default=1000, help="about so many pages of the site")
    site.add_argument("--runs", type=int, default=3, help="runs for each figure")
    site.add_argument("--no-stock", action="store_true", help="leave out MkDocs + Material")
    site.add_argument("--json", action="store_true", help="print JSON")
    edits = commands.add_parser("edit", help="where the time of one edit goes, and its floor")
    edits.add_argument("--pages", type=int, default=1000, help="about so many pages of the site")
    edits.add_argument("--runs", type=int, default=5, help="edits")
    edits.add_argument("--json", action="store_true", help="print JSON")
    saves = commands.add_parser("serve", help="time from a save to the page that shows it")
    saves.add_argument("--pages", type=int, default=1000, help="about so many pages of the site")
    saves.add_argument("--runs", type=int, default=5, help="saves")
    saves.add_argument("--json", action="store_true", help="print JSON")
    course = commands.add_parser("course", help="only make the course, to look at or to profile")
    course.add_argument("folder", type=Path)
    course.add_argument("--pages", type=int, default=1000)
    given = parser.parse_args()
    if given.command == "course":
        print(f"{write_course(given.folder, given.pages)} pages in {given.folder}")
        return 0
    if given.command == "build":
        print(build(given.pages, given.runs, stock=not given.no_stock, as_json=given.json))
        return 0
    if given.command == "edit":
        print(edit(given.pages, given.runs, as_json=given.json))
        return 0
    if given.command == "serve":
        print(serve(given.pages, given.runs, as_json=given.json))
        return 0
    print(check(given.pages, given.runs, as_json=given.json))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
