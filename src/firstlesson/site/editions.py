"""What all pages of one lesson share: their titles, their sister editions, their addresses."""

from __future__ import annotations

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import lesson_path
from firstlesson.site.cards import edition_name
from firstlesson.site.draft import Edition
from firstlesson.site.head import absolute
from firstlesson.site.words import Words


def neutral_title(lesson: Lesson, named: str, words: Words) -> str:
    """A lesson with a neutral address has a neutral title, for whoever looks over a shoulder."""
    data = lesson.data
    if data.slug is None:
        return f"{data.name[words.language]} · {named}"
    number = data.position or data.slug
    ages = f" · {data.typical_age_range}" if data.typical_age_range else ""
    return f"{words('lesson')} {number}{ages} · {named}"


def editions_of(lesson: Lesson, course: Course, words: Words) -> tuple[Edition, ...]:
    """The editions of a lesson, for its menu."""
    return tuple(
        Edition(edition_name(one, course, words), lesson_path(lesson, one), one)
        for one in lesson.editions
    )


def addresses(path: str, course: Course, words: Words) -> tuple[str, list[str]]:
    """A page's address on the web, and those of its translations."""
    others = [one for one in course.languages if one != words.language]
    return absolute(path, words.language, course), [absolute(path, one, course) for one in others]
