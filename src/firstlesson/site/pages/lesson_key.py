"""The teacher's key: the stories and quizzes of a lesson with every answer, and what is said to each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import audience_path, key_path, lesson_path, relative
from firstlesson.site.beside import TEACHER
from firstlesson.site.cards import built_lessons
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.editions import editions_of
from firstlesson.site.exercises import for_teachers, has_key
from firstlesson.site.render import h1, render
from firstlesson.site.truth import stale_notice, stale_texts
from firstlesson.site.words import Words

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page for each lesson with a plan and something to answer."""
    for lesson in built_lessons(course):
        if has_key(lesson) and lesson.texts(TEACHER):
            yield _page(lesson, course, words, today)


def _page(lesson: Lesson, course: Course, words: Words, today: dt.date) -> Draft:
    data, path, language = lesson.data, key_path(lesson), words.language
    plan = lesson_path(lesson, TEACHER)
    name = f"{data.name[language]}: {words('key')}"
    made, sections = for_teachers(lesson, course, words, at=path)
    top = {"data": data, "words": words, "today": today, "adult": True, "guided": False}
    parts = [h1(name), render("part_top", lead=words("key-intro"), **top)]
    if stale_texts(course, lesson.folder, words, files=("quiz.yml", "scenario.yml")):
        parts.append(stale_notice(words, "stale-short"))
    back = {"title": words("back-to-plan"), "href": f"{relative(plan, path)}.html"}
    parts += [made, render("part_end", ways=[back])]
    return Draft(
        path=path,
        kind="key",
        heading=name,
        title=f"{words('lesson')} {data.position or ''} · {words('key')}",
        body="\n\n".join(parts),
        description=data.description[language],
        audience=TEACHER,
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(course.audiences[TEACHER].edition[language], audience_path(TEACHER)),
            Crumb(data.name[language], plan),
        ),
        editions=editions_of(lesson, course, words),
        sections=sections,
        noindex=True,
    )
