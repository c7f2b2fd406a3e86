"""Old addresses that lead to where a lesson or protocol stands today: an id never dies."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import lesson_path, protocol_path, relative
from firstlesson.site.cards import built_lessons, built_protocols
from firstlesson.site.render import render
from firstlesson.site.words import Words


def redirects(course: Course, words: Words) -> Iterator[tuple[str, str]]:
    """Pages at former addresses: their paths inside a language's tree, and their HTML."""
    for lesson in built_lessons(course):
        for name in sorted(lesson.data.former_ids):
            for place in _places(lesson):
                yield _page(f"lessons/{name}/{place}", lesson_path(lesson, place), words)
    for protocol in built_protocols(course):
        for name in sorted(protocol.data.former_ids):
            yield _page(f"protocols/{name}", protocol_path(protocol), words)


def _places(lesson: Lesson) -> Iterator[str]:
    """The last words of the addresses of a lesson's editions and of what goes on with them."""
    yield from lesson.editions
    if "student" in lesson.editions and lesson.scenario:
        yield "story"
    if "teacher" in lesson.editions:
        yield "beside"


def _page(old: str, new: str, words: Words) -> tuple[str, str]:
    href = relative(new, old) + ".html"
    return f"{old}.html", render("redirect", href=href, words=words) + "\n"
