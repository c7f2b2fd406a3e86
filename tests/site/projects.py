"""Projects for tests: copies of this repository's own and of the tiny course, and their sites."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import overlays

from firstlesson import app
from firstlesson.build.examine import Checked
from firstlesson.course import load
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity
from firstlesson.reports import written

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 22)
FRAME = ("mkdocs.yml", "overrides")
CONTENT = ("data", "docs", "lessons", "protocols")

FRAME_LEADS_TO = ("help", "private-browsing", "glossary", "sources", "ages", "topics", "protocols")
PAGES_OF_THE_FRAME = {
    f"docs/{name}.{language}.md": f"# {title}\n\n{text}\n"
    for name in ("index", *FRAME_LEADS_TO)
    for language, title, text in (
        ("sq", f"Faqja {name}", "Një faqe e provës."),
        ("en", f"Page {name}", "A page for tests."),
    )
}
"""The bar and the menu of every page lead to these; the tiny course has only its home page."""

PAGE_NOT_FOUND = {
    "docs/404.sq.md": "# Kjo faqe nuk u gjet\n\nHap [kreun](page:index).\n",
    "docs/404.en.md": "# This page was not found\n\nOpen [the home page](page:index).\n",
}


def own_project(root: Path) -> Path:
    """A copy of all that this repository builds its site from."""
    for name in (*FRAME, *CONTENT):
        copy(ROOT / name, root / name)
    return root


def tiny_project(folder: Path, changes: overlays.Changes | None = None) -> Path:
    """The tiny course with the pages of the frame and some changes, in this repository's frame."""
    root = overlays.course_with({**PAGES_OF_THE_FRAME, **(changes or {})}, folder)
    for name in FRAME:
        copy(ROOT / name, root / name)
    return root


@cache
def own_site(temporary: Path) -> Path:
    """The site of this repository's own project, built once, in a folder as people name them."""
    return build(own_project(Path(mkdtemp(dir=temporary)) / "Kopje ë 1"))


def copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, to) if source.is_dir() else shutil.copy(source, to)


def replace(file: Path, old: str, new: str) -> None:
    """Changes the one place in a file where some text stands."""
    text = file.read_text("utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{file}: must stand there exactly once: {old}")
    file.write_text(text.replace(old, new), "utf-8", newline="\n")


def read(root: Path) -> Course:
    return load(root)[0]


def build(root: Path) -> Path:
    """Builds as the command does; gives the folder of the site."""

    def found(checked: Checked) -> None:
        if checked.failed:
            errors = [one for one in checked.diagnostics if one.kind.severity is Severity.ERROR]
            raise ValueError(written("concise", errors, checked.texts, "en"))

    built = app.check_and_build(root, today=DAY, found=found)
    assert built
    return built.folder


def run(root: Path, *command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Runs a Python module as a command in a project, as a person would."""
    own = {"FIRSTLESSON_TODAY": str(DAY), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, **own, **environ},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path as it is written on the disk."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
