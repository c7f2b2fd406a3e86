"""Albanian is spelled as Debian's dictionary has it, but for words that somebody has looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from firstlesson.course import load
from firstlesson.course.texts import texts_of

ROOT = Path(__file__).resolve().parent.parent
REVIEWED = ROOT / "tests" / "spelling" / "sq.txt"

_NO_PROSE = re.compile(r"\{[^}]*\}|https?://\S+|[\w.-]+\.(?:al|org|com|gov|eu)\b\S*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")  # both apostrophes are written


def reviewed() -> set[str]:
    lines = REVIEWED.read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def words_in(language: str) -> dict[str, str]:
    """Every word of a language's texts, with one place where it stands."""
    course, _ = load(ROOT)
    found: dict[str, str] = {}
    for text in texts_of(course):
        if text.language == language:
            for word in _WORD.findall(_NO_PROSE.sub(" ", text.text)):
                found.setdefault(word.replace("’", "'"), text.path)
    return found


def test_every_albanian_word_is_known() -> None:
    if shutil.which("hunspell") is None or not _has_albanian():
        if os.environ.get("FIRSTLESSON_REQUIRE_BROWSER") == "1":
            pytest.fail("hunspell with the dictionary sq_AL is needed (myspell-sq on Debian)")
        pytest.skip("hunspell with the dictionary sq_AL is not installed")
    words = words_in("sq")
    done = subprocess.run(
        ["hunspell", "-d", "sq_AL", "-l"],
        input="\n".join(words),
        capture_output=True,
        text=True,
        check=True,
    )
    unknown = {word for word in done.stdout.split() if len(word) > 1} - reviewed()
    assert {word: words.get(word, "?") for word in sorted(unknown)} == {}


def test_a_slip_would_be_seen() -> None:
    assert "femije" not in reviewed()
    assert "ndihme" not in reviewed()


def _has_albanian() -> bool:
    listed = subprocess.run(
        ["hunspell", "-D"], capture_output=True, text=True, input="", check=False
    )
    return "sq_AL" in listed.stdout + listed.stderr
