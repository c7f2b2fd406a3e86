"""Old addresses that lead to where a lesson or protocol stands today: an id never dies."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.course.model import Course
from firstlesson.site.addresses import lesson_path, protocol_path, relative
from firstlesson.site.cards import built_lessons, built_protocols
from firstlesson.site.render import render
from firstlesson.site.words import Words


def redirects(course: Course, words: Words) -> Iterator[tuple[str, str]]:
    """Pages at former addresses: their paths inside a language's tree, and their HTML."""
    for lesson in built_lessons(course):
        for name in sorted(lesson.data.former_ids):
            for edition in lesson.editions:
                yield _page(f"lessons/{name}/{edition}", lesson_path(lesson, edition), words)
    for protocol in built_protocols(course):
        for name in sorted(protocol.data.former_ids):
            yield _page(f"protocols/{name}", protocol_path(protocol), words)


def _page(old: str, new: str, words: Words) -> tuple[str, str]:
    href = relative(new, old) + ".html"
    return f"{old}.html", render("redirect", href=href, words=words) + "\n"
