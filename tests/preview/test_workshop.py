"""The page that was edited is shown at once, as the whole build will show it a moment later."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from overlays import TESTS, Changes

from firstlesson.preview.state import Board
from firstlesson.preview.workshop import Workshop, judged

LESSON = "lessons/kind-words"
PAGES: Changes = {
    f"docs/{name}.{language}.md": f"# {name}\n\n## One {{#one}}\n\nTwo.\n"
    for name in ("ages", "glossary", "help", "index", "protocols", "sources", "topics")
    for language in ("sq", "en")
}
Project = tuple[Path, Board, Workshop]


@pytest.fixture
def project(course_with: Callable[[Changes], Path], today: dt.date) -> Project:
    """A project whose site is shown."""
    root, board = course_with(PAGES), Board()
    shutil.copy(TESTS.parent / "mkdocs.yml", root)
    shutil.copytree(TESTS.parent / "overrides", root / "overrides")
    workshop = Workshop(root, root / ".build/preview/1", board)
    whole(root, workshop, today)
    return root, board, workshop


def whole(root: Path, workshop: Workshop, today: dt.date) -> None:
    answer = judged(root, today)
    assert answer.checked
    assert answer.plan, answer.fault
    workshop.show_all(answer.checked.course, answer.plan)


def pages(board: Board) -> dict[str, str]:
    assert board.state.folder
    return {
        file.relative_to(board.state.folder).as_posix(): file.read_text("utf-8")
        for file in board.state.folder.rglob("*.html")
    }


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        (f"{LESSON}/parent.en.md", "## ", "One more.\n\n## ", "en/lessons/kind-words/parent.html"),
        (f"{LESSON}/lesson.yml", "position: 1", "position: 2", ""),
        (f"{LESSON}/quiz.yml", "quizzes:", "quizzes: # one more", ""),
        ("docs/help.sq.md", "Two.", "Three.", "help.html"),
        ("protocols/listen/protocol.sq.md", "\n\n", "\n\nEdhe kjo.\n\n", "protocols/listen.html"),
    ],
)
def test_what_is_shown_at_once_is_what_the_whole_gives(
    project: Project, today: dt.date, path: str, old: str, new: str, page: str
) -> None:
    root, board, workshop = project
    before = pages(board)
    text = (root / path).read_text("utf-8")
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    assert workshop.show_pages({path}, today)
    early = {name: one for name, one in pages(board).items() if one != before[name]}
    assert not page or page in early
    whole(root, workshop, today)
    late = pages(board)
    assert early == {name: late[name] for name in early}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{LESSON}/lesson.yml", "name: [\n"),
        (f"{LESSON}/extra.sq.md", "# A new file\n"),
        (f"{LESSON}/parent.en.md", "# A\n\n<iframe src='https://example.org'></iframe>\n"),
        (f"{LESSON}/parent.en.md", "# A\n\n[Gone](page:nowhere)\n"),
        ("data/topics.yml", "topics: []\n"),
        ("overrides/main.html", "{{"),
    ],
)
def test_what_concerns_more_or_is_broken_waits_for_the_whole(
    project: Project, today: dt.date, path: str, text: str
) -> None:
    root, board, workshop = project
    before = pages(board)
    (root / path).write_text(text, "utf-8")
    assert not workshop.show_pages({path}, today)
    assert pages(board) == before
