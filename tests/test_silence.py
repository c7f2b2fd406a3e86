"""Putting a diagnostic aside: where a silence reaches, and what it may not do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from overlays import Changes

from firstlesson import app

CourseWith = Callable[[Path | Changes], Path]
PICTURE = "![](media/hello.svg)"
REASON = "<!-- firstlesson: ignore[ACC001] zbukurim -->"


def found(root: Path, today: dt.date, path: str) -> list[str]:
    """`line CODE` of what remains in one file once all translations are accepted.

    These texts begin without a title, which is told too and is not what is tried here.
    """
    app.accept(root, today=today, target=".")
    told = app.check(root, today=today, only=[path]).diagnostics
    return [f"{one.span.line} {one.kind.code}" for one in told if one.kind.code != "ACC004"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PICTURE, ["1 ACC001"]),
        (f"{REASON}\n{PICTURE}", []),
        (f"{REASON}\n\n\n{PICTURE}", []),
        (f"{REASON}\nNjë tekst\nme {PICTURE}", []),
        (f"{PICTURE} {REASON}", []),
        (f"{PICTURE}\n\n{REASON}", ["1 ACC001", "3 SCH031"]),
        (f"{REASON}\nNjë tekst.\n\n{PICTURE}", ["1 SCH031", "4 ACC001"]),
        (f"<!-- firstlesson: ignore[ACC001] -->\n{PICTURE}", ["1 SCH030", "2 ACC001"]),
        (f"<!-- firstlesson: ignore[REF003] pse -->\n{PICTURE}", ["1 SCH031", "2 ACC001"]),
        (f"<!-- firstlesson: ignore[ACC001, TRN003] pse -->\n{PICTURE}", []),
        (f"<!--firstlesson:ignore[acc001]pse-->\n{PICTURE}", []),
        ("<!-- firstlesson: ignore[CON001] pse -->\nTelefono 116 111.", ["1 SCH032", "2 CON001"]),
        ("<!-- firstlesson: ignore[CON001] -->\n116 111.", ["1 SCH030", "1 SCH032", "2 CON001"]),
    ],
)
def test_in_markdown_for_the_next_paragraph(
    text: str, expected: list[str], course_with: CourseWith, today: dt.date
) -> None:
    root = course_with({"docs/a.sq.md": text, "docs/a.en.md": "# A"})
    assert found(root, today, "docs/a.sq.md") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("timeRequired: PT50M", ["1 SCH040"]),
        ("timeRequired: PT50M # firstlesson: ignore[SCH040] for questions", []),
        ("# firstlesson: ignore[SCH040] for questions\ntimeRequired: PT50M", []),
        (
            "# firstlesson: ignore[SCH040] for questions\n\ntimeRequired: PT50M",
            ["1 SCH031", "3 SCH040"],
        ),
        ("timeRequired: PT50M # firstlesson: ignore[SCH040]", ["1 SCH040", "1 SCH030"]),
        ("timeRequired: PT45M # firstlesson: ignore[SCH040] why", ["1 SCH031"]),
    ],
)
def test_in_yaml_for_its_line_or_the_next(
    line: str, expected: list[str], course_with: CourseWith, today: dt.date
) -> None:
    root = course_with({})
    file = root / "lessons/kind-words/lesson.yml"
    rest = file.read_text(encoding="utf-8").replace("timeRequired: PT45M\n", "")
    file.write_text(f"{line}\n{rest}", encoding="utf-8")
    assert found(root, today, "lessons/kind-words/lesson.yml") == expected


def test_a_silence_speaks_only_for_its_own_file(course_with: CourseWith, today: dt.date) -> None:
    root = course_with({"docs/a.sq.md": f"{REASON}\n{PICTURE}", "docs/a.en.md": f"\n{PICTURE}"})
    assert found(root, today, "docs/a.sq.md") == []
    assert found(root, today, "docs/a.en.md") == ["2 ACC001"]
