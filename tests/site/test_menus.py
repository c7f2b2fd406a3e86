"""A page stays as small as it is, however many lessons the course has."""

from __future__ import annotations

from pathlib import Path

from pages import pages_of
from projects import build, tiny_project

LESSON = "lessons/kind-words"


def with_more_lessons(folder: Path, count: int) -> Path:
    """The site of the tiny course with its one lesson copied so many times."""
    root = tiny_project(folder)
    for number in range(1, count + 1):
        copy = root / f"{LESSON}-{number:02}"
        copy.mkdir()
        (copy / "media").mkdir()
        for file in (root / LESSON).rglob("*.*"):
            data = file.read_bytes()
            if file.name == "lesson.yml":
                data = data.replace(b"id: kind-words\n", f"id: {copy.name}\n".encode())
            (copy / file.relative_to(root / LESSON)).write_bytes(data)
    return build(root)


def test_no_page_but_the_lists_grows_with_the_number_of_lessons(tmp_path: Path) -> None:
    few = pages_of(with_more_lessons(tmp_path / "few", 1))
    many = pages_of(with_more_lessons(tmp_path / "many", 12))
    lists = {"for/student.html", "for/parent.html", "for/teacher.html", "ages.html", "topics.html"}
    lists |= {"a-z.html", "catalogue.html", "catalogue-lists.html", "coverage.html"}
    lists |= {"status.html"}
    grown = {page.place for path, page in few.items() if page.source != many[path].source}
    assert grown == lists
    assert {"lesson", "protocol"} <= {page.kind for page in few.values() if page.place not in lists}
    of_one = sum(page.place.startswith(f"{LESSON}/") for page in few.values())
    assert len(many) == len(few) + 11 * of_one
