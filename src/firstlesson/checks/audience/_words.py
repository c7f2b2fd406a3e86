"""The words that tell for whom a text is."""

from __future__ import annotations

import re
from functools import cache

from firstlesson.checks._sentences import Said
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import EASY, Course, Lesson


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    data = word_list("audience", "words")
    return {
        language: {name: _compiled(pattern) for name, pattern in named.items()}
        for language, named in data.items()
    }


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern whose alternatives stand one below the other."""
    return re.compile(re.sub(r"\n\s*", "", pattern))


def pattern_of(name: str, language: str) -> re.Pattern[str] | None:
    """A pattern of a language, where somebody has written it."""
    return _patterns().get(language, {}).get(name)


def lesson_of(said: Said, course: Course) -> Lesson | None:
    """The lesson a text belongs to."""
    if not said.text.owner.startswith("lessons/"):
        return None
    return course.lessons.get(said.text.owner.removeprefix("lessons/"))


def edition_of(said: Said) -> str:
    """The edition a passage belongs to; empty for a short text."""
    if said.text.passage is None:
        return ""
    return said.text.path.rpartition("/")[2].split(".")[0]


def is_for_pupils(said: Said, course: Course) -> bool:
    """Whether pupils, and nobody else, read a text."""
    if not said.text.owner.startswith("lessons/"):
        return False
    edition = edition_of(said)
    audience = "student" if edition == EASY else edition or said.audience
    known = course.audiences.get(audience)
    return known is not None and known.minor
