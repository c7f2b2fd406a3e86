"""Every check finds exactly what the examples in `tests/checks/<CODE>/` mark, and nothing else.

`bad/` and `good/` are overlays (see `overlays.py`) or hold several, one folder each. Where the
tool offers a change, `fixed/` is how `bad/` looks after it. A case with an `xfail.txt` waits for
a fault to be mended; the file says which.

Each example is about one thing: translations count as up to date, except where that is the thing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from overlays import TESTS, course_with, expected_of

from firstlesson import app
from firstlesson.build.examine import Checked
from firstlesson.checks import all_kinds
from firstlesson.course import Course
from firstlesson.diagnostics import Diagnostic
from firstlesson.source.project import FOLDERS
from firstlesson.span import Lines

CHECKS = TESTS / "checks"
STALE = "TRN002"


def overlays_in(folder: Path) -> Iterator[Path]:
    """The folder itself where it is laid out as a course, else its subfolders."""
    inside = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    yield from [folder] if any(path.name in FOLDERS for path in inside) else inside


def cases(pattern: str) -> list[object]:
    """All overlays of `tests/checks`, named by their path; those that wait are expected to fail."""
    found: list[object] = []
    for folder in sorted(CHECKS.glob(pattern)):
        for overlay in overlays_in(folder):
            waits = overlay / "xfail.txt"
            marks = (
                [pytest.mark.xfail(strict=True, reason=waits.read_text(encoding="utf-8").strip())]
                if waits.exists()
                else []
            )
            name = overlay.relative_to(CHECKS).as_posix()
            found.append(pytest.param(overlay, id=name, marks=marks))
    return found


def judged(overlay: Path, folder: Path, today: dt.date) -> Checked:
    """The tiny course under an overlay, and all that is wrong with it."""
    root = course_with(overlay, folder)
    if STALE not in overlay.parts:
        app.accept(root, today=today, target=".")
    return app.check(root, today=today)


def checked(overlay: Path, folder: Path, today: dt.date) -> tuple[Diagnostic, ...]:
    """All that is wrong with the tiny course under an overlay."""
    return judged(overlay, folder, today).diagnostics


def left_out(course: Course) -> list[str]:
    """The files of lessons and protocols of which the course tells nothing."""
    told = {one.source.path for one in (*course.lessons.values(), *course.protocols.values())}
    for lesson in course.lessons.values():
        told |= {f"{lesson.folder}/quiz.yml"} if lesson.quiz else set()
        told |= {f"{lesson.folder}/scenario.yml"} if lesson.scenario else set()
    named = ("/lesson.yml", "/protocol.yml", "/quiz.yml", "/scenario.yml")
    return sorted(path for path in course.files - told if path.endswith(named))


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, str]]:
    return sorted((one.span.path, one.span.line, one.kind.code) for one in diagnostics)


@pytest.mark.parametrize("overlay", cases("*/bad") + cases("*/good"))
def test_what_is_marked_is_found_and_nothing_else(
    overlay: Path, today: dt.date, tmp_path: Path
) -> None:
    found = judged(overlay, tmp_path, today)
    assert places(found.diagnostics) == expected_of(overlay)
    assert found.failed or left_out(found.course) == []  # what has no error is built, all of it


@pytest.mark.parametrize("code", all_kinds())
def test_every_kind_has_examples(code: str) -> None:
    bad = [one for folder in overlays_in(CHECKS / code / "bad") for one in expected_of(folder)]
    good = list(overlays_in(CHECKS / code / "good"))
    assert code in {found for _, _, found in bad}
    assert good
    assert code not in {found for folder in good for _, _, found in expected_of(folder)}


def test_every_example_is_of_a_kind() -> None:
    assert {folder.name for folder in CHECKS.iterdir()} <= set(all_kinds())


@pytest.mark.parametrize("code", all_kinds())
def test_every_kind_says_why_in_both_languages(code: str) -> None:
    why = all_kinds()[code].why
    assert why.sq.strip().endswith(".")
    assert why.en.strip().endswith(".")
    assert why.sq != why.en


@pytest.mark.parametrize("code", all_kinds())
def test_what_can_be_mended_has_a_fixed_twin(code: str, today: dt.date, tmp_path: Path) -> None:
    for number, bad in enumerate(overlays_in(CHECKS / code / "bad")):
        if (bad / "xfail.txt").exists():
            continue
        found = checked(bad, tmp_path / str(number), today)
        fixable = any(one.fix for one in found if one.kind.code == code)
        assert twin(bad).is_dir() == fixable, bad


@pytest.mark.parametrize("fixed", cases("*/fixed"))
def test_mending_gives_the_fixed_twin(fixed: Path, today: dt.date, tmp_path: Path) -> None:
    code = fixed.relative_to(CHECKS).parts[0]
    root = course_with(twin(fixed), tmp_path / "bad")
    mend(root, app.check(root, today=today).diagnostics, code)
    wanted = course_with(fixed, tmp_path / "fixed")
    assert texts(root) == texts(wanted)
    left = [one for one in app.check(root, today=today).diagnostics if one.kind.code == code]
    assert not any(one.fix for one in left)  # what only an author can decide stays


def texts(root: Path) -> dict[str, str]:
    """Every YAML and Markdown file of a course."""
    files = sorted([*root.rglob("*.yml"), *root.rglob("*.md")])
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def twin(overlay: Path) -> Path:
    """The `fixed` overlay that belongs to a `bad` one, and the other way round."""
    code, side, *case = overlay.relative_to(CHECKS).parts
    return CHECKS.joinpath(code, {"bad": "fixed", "fixed": "bad"}[side], *case)


def mend(root: Path, diagnostics: tuple[Diagnostic, ...], code: str) -> None:
    """Makes the offered changes, the last ones first, so that earlier places stay where they are."""
    fixes = [one.fix for one in diagnostics if one.fix and one.kind.code == code]
    edits = [edit for fix in fixes for edit in fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        span, file = edit.span, root / edit.span.path
        text = file.read_text(encoding="utf-8")
        lines = Lines(span.path, text)
        start = lines.offset(span.line, span.column)
        end = lines.offset(span.end_line, span.end_column)
        file.write_text(text[:start] + edit.text + text[end:], encoding="utf-8", newline="\n")
