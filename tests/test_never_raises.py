"""Whatever an author types is reported, never a traceback."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlays import TINY, course_with

from firstlesson import app
from firstlesson.course import load
from firstlesson.source.markdown import read_markdown
from firstlesson.source.yaml import read_yaml

FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*.[ym][md]*"))
YAML_PIECES = [
    *("a", "ë", "a: ", "sq: ", "en: ", "- ", "  ", "\n", "\n  ", "\t", ": ", "{", "}", "[", "]"),
    *(", ", '"', "'", "&x ", "*x", "!t ", "<<: ", "? ", "---\n", "...\n", "# ", "|\n", ">-\n", "%"),
    *("\x00", "\ufeff", "\u2028", "\x85", "🙂", "@", "`"),
]
MARKDOWN_PIECES = [
    *("a", "ë", " ", "\n", "\n\n", "    ", "\t", "# ", "## ", "{#a}", "{", "}", "[", "]", "(", ")"),
    *(
        "![",
        "](",
        "](term:a)",
        "](lesson:a/b#c)",
        "<b>",
        "<!--",
        "-->",
        "<https://a.b>",
        "`",
        "```",
    ),
    *(
        "!!! say",
        '"',
        "| ",
        "|---|---|\n",
        "> ",
        "- ",
        "1. ",
        "*",
        "_",
        "\\",
        "[a]: b\n",
        "===",
        "&#0;",
    ),
    *("116 111", "129", "\x00", "\u2028", "🙂", "<!-- firstlesson: ignore[ACC001] -->"),
]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    """Arbitrary text, and text made of the signs that mean something."""
    return st.one_of(st.text(), st.lists(st.sampled_from(pieces), max_size=30).map("".join))


@given(texts(YAML_PIECES))
def test_read_yaml(text: str) -> None:
    document, found = read_yaml("a.yml", text)
    assert found or isinstance(document.data, str | list | dict)


@given(texts(MARKDOWN_PIECES).map(lambda text: text.replace("\r", "\n")))
def test_read_markdown(text: str) -> None:
    lines = text.split("\n")
    document = read_markdown("a.md", text)
    spans = [one.span for one in (*document.links, *document.images)]
    spans += [one.span for one in document.raw_html]
    spans += [one.heading for one in document.sections]
    for span in spans:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.one_of(st.binary(max_size=60), texts(YAML_PIECES)))
def test_load(path: str, content: bytes | str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        load(course_with({path: content}, Path(folder)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.data())
def test_check_after_a_slip_of_the_hand(path: str, data: st.DataObject) -> None:
    """A few characters of one file are lost or replaced."""
    text = (TINY / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    typed = data.draw(st.sampled_from(["", *YAML_PIECES, *MARKDOWN_PIECES]))
    with tempfile.TemporaryDirectory() as folder:
        root = course_with({path: text[:start] + typed + text[end:]}, Path(folder))
        app.check(root, today=dt.date(2026, 11, 22))


@given(st.sampled_from(FILES))
@settings(max_examples=30, deadline=None)
def test_check_without_one_file(path: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = course_with({path: None}, Path(folder))
        app.check(root, today=dt.date(2026, 11, 22))


def test_check_an_empty_folder(tmp_path: Path) -> None:
    assert app.check(tmp_path, today=dt.date(2026, 11, 22)).failed
    shutil.copytree(TINY / "data", tmp_path / "data")
    assert not app.check(tmp_path, today=dt.date(2026, 11, 22)).failed
