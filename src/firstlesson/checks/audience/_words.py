"""The words that tell for whom a text is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import EASY, Course, Lesson
from firstlesson.course.once import once_for_a_course


@cache
def _patterns() -> dict[str, dict[str, Expression]]:
    data = word_list("audience", "words")
    return {
        language: {name: _compiled(pattern) for name, pattern in named.items()}
        for language, named in data.items()
    }


def _compiled(pattern: str) -> Expression:
    """A pattern whose alternatives stand one below the other."""
    return expression(re.sub(r"\n\s*", "", pattern))


@cache
def alternatives_of(name: str) -> Mapping[str, Sequence[Expression]]:
    """The lines of a pattern, each by itself: few texts hold what one of them finds."""
    return {
        language: [expression(one) for one in re.split(r"\n\s*\|", named[name])]
        for language, named in word_list("audience", "words").items()
        if name in named
    }


def pattern_of(name: str, language: str) -> Expression | None:
    """A pattern of a language, where somebody has written it."""
    return _patterns().get(language, {}).get(name)


def patterns_of(name: str) -> Mapping[str, Expression]:
    """A pattern in all languages in which somebody has written it."""
    return {language: named[name] for language, named in _patterns().items() if name in named}


def lesson_of(said: Said, course: Course) -> Lesson | None:
    """The lesson a text belongs to."""
    if not said.text.owner.startswith("lessons/"):
        return None
    return course.lessons.get(said.text.owner.removeprefix("lessons/"))


def edition_of(said: Said) -> str:
    """The edition a passage belongs to; empty for a short text."""
    return "" if said.text.passage is None else _edition_in(said.text.path)


@lru_cache(maxsize=1024)
def _edition_in(path: str) -> str:
    return path.rpartition("/")[2].split(".")[0]


def is_for_pupils(said: Said, course: Course) -> bool:
    """Whether pupils, and nobody else, read a text."""
    if not said.text.owner.startswith("lessons/"):
        return False
    edition = edition_of(said)
    audience = "student" if edition == EASY else edition or said.audience
    known = course.audiences.get(audience)
    return known is not None and known.minor


@once_for_a_course
def texts_for_pupils(course: Course) -> Iterator[Said]:
    """The texts that pupils, and nobody else, read."""
    for texts in texts_by_file(course).values():
        if texts[0].text.passage is None:
            yield from (said for said in texts if is_for_pupils(said, course))
        elif is_for_pupils(texts[0], course):
            yield from texts
