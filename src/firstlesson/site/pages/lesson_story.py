"""The stories of a lesson on a page of their own: with them a lesson would not open at once on a slow line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import audience_path, lesson_path, relative, story_path
from firstlesson.site.cards import built_lessons
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.editions import addresses, editions_of, neutral_title
from firstlesson.site.exercises import stories
from firstlesson.site.metadata import part_of_lesson
from firstlesson.site.render import h1, render
from firstlesson.site.truth import stale_notice, stale_texts
from firstlesson.site.words import Words

MADE_OF = "lessons"
_READER = "student"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page for each lesson whose pupils have a story."""
    for lesson in built_lessons(course):
        if lesson.scenario and lesson.texts(_READER) and _READER in lesson.editions:
            yield _page(lesson, course, words, today)


def _page(lesson: Lesson, course: Course, words: Words, today: dt.date) -> Draft:
    data, path, language = lesson.data, story_path(lesson), words.language
    audience = course.audiences[_READER]
    name = f"{data.name[language]}: {words('story')}"
    to_lesson = lesson_path(lesson, _READER)
    top = {"data": data, "words": words, "today": today, "adult": not audience.minor}
    parts = [h1(name), render("part_top", lead="", guided=True, **top)]
    if stale_texts(course, lesson.folder, words, files=("scenario.yml",)):
        parts.append(stale_notice(words, "stale-short"))
    parts.append(stories(lesson, course, words, at=path))
    parts.append(render("part_end", ways=_ways(lesson, words, at=path)))
    url, others = addresses(path, course, words)
    whole, _ = addresses(to_lesson, course, words)
    return Draft(
        path=path,
        kind="story",
        heading=name,
        title=neutral_title(lesson, words("story"), words),
        body="\n\n".join(parts),
        description=data.description[language],
        audience=_READER,
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(audience.edition[language], audience_path(_READER)),
            Crumb(data.name[language], to_lesson),
        ),
        editions=editions_of(lesson, course, words),
        metadata=(
            part_of_lesson(lesson, name, course, words, url=url, others=others, whole=whole),
        ),
    )


def _ways(lesson: Lesson, words: Words, *, at: str) -> list[dict[str, str]]:
    """On to the quizzes, and back to the lesson."""
    page = relative(lesson_path(lesson, _READER), at) + ".html"
    ways = [
        {"title": one.name[words.language], "href": f"{page}#quiz-{one.id}"}
        for one in (lesson.quiz.quizzes if lesson.quiz else ())
    ]
    return [*ways, {"title": words("back-to-lesson"), "href": page}]
