"""What stands beside a lesson's plan: what a teacher reads before the lesson and copies for it."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator

from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.site.addresses import (
    SOURCES,
    audience_path,
    beside_path,
    lesson_path,
    media_path,
    relative,
)
from firstlesson.site.beside import TEACHER, beside, facts_beside
from firstlesson.site.cards import built_lessons
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.editions import addresses, editions_of, neutral_title
from firstlesson.site.metadata import part_of_lesson
from firstlesson.site.render import h1, render
from firstlesson.site.truth import stale_notice, stale_texts, told
from firstlesson.site.words import Words

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page for each lesson that has a plan."""
    for lesson in built_lessons(course):
        if TEACHER in lesson.editions:
            prose = course.in_language(lesson.texts(TEACHER), words.language)
            if prose:
                yield _page(lesson, prose, course, words, today)


def _page(lesson: Lesson, prose: Prose, course: Course, words: Words, today: dt.date) -> Draft:
    data, path, language = lesson.data, beside_path(lesson), words.language
    name = f"{data.name[language]}: {words('beside')}"
    plan = lesson_path(lesson, TEACHER)
    url, others = addresses(path, course, words)
    whole, _ = addresses(plan, course, words)
    sections = facts_beside(lesson, words)
    sections += [(one.id, one.title) for one in beside(lesson, prose, course) if one.level == 2]
    return Draft(
        path=path,
        kind="beside",
        heading=name,
        title=neutral_title(lesson, words("beside"), words),
        body="\n\n".join(_body(lesson, prose, course, words, today, name=name)),
        description=data.description[language],
        audience=TEACHER,
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(course.audiences[TEACHER].edition[language], audience_path(TEACHER)),
            Crumb(data.name[language], plan),
        ),
        editions=editions_of(lesson, course, words),
        sections=tuple((one, title) for one, title in sections if one),
        metadata=(
            part_of_lesson(lesson, name, course, words, url=url, others=others, whole=whole),
        ),
        noindex=prose.language != language,
    )


def _body(
    lesson: Lesson, prose: Prose, course: Course, words: Words, today: dt.date, *, name: str
) -> Iterator[str]:
    data, path = lesson.data, beside_path(lesson)
    shared = {"data": data, "words": words, "course": course}
    yield h1(name)
    top = {"lead": words("beside-intro"), "today": today, "adult": True, "guided": False}
    yield render("part_top", **top, **shared)
    if stale_texts(course, lesson.folder, words, files=("lesson.yml",)):
        yield stale_notice(words, "stale-short")
    yield render("lesson_points", **shared)
    yield told(
        prose,
        course,
        words,
        at=path,
        media=posixpath.dirname(media_path(lesson, "x")),
        audience=TEACHER,
        part=lambda text: beside(lesson, text, course),
    )
    yield render(
        "lesson_end",
        sources=[course.sources[one] for one in data.citation],
        sources_page=relative(SOURCES, path) + ".html",
        outcomes=[course.outcomes[one] for one in data.teaches],
        **shared,
    )
    back = {
        "title": words("back-to-plan"),
        "href": f"{relative(lesson_path(lesson, TEACHER), path)}.html",
    }
    yield render("part_end", ways=[back])
