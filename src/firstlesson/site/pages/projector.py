"""The lesson on the wall, one step at a time, and beside it the teacher's own view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from markupsafe import escape

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import (
    audience_path,
    lesson_path,
    presenter_path,
    projector_path,
    relative,
)
from firstlesson.site.cards import built_lessons, on_the_wall
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.render import h1, render
from firstlesson.site.slides import Slide, slides
from firstlesson.site.words import Words

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """Two pages for each lesson that pupils and a teacher share."""
    del today
    for lesson in built_lessons(course):
        prose = lesson.prose.get(("teacher", words.language))
        if prose and on_the_wall(lesson):
            steps = slides(lesson, prose, course, words, at=projector_path(lesson))
            walls = [one.wall for one in steps]
            yield _page(lesson, steps, walls, course, words, kind="projector")
            notes = [
                one.notes
                + "\n\n"
                + render("slide_next", title=after.title if after else "", words=words)
                for one, after in zip(steps, [*steps[1:], None], strict=True)
            ]
            yield _page(lesson, steps, notes, course, words, kind="presenter")


def _page(
    lesson: Lesson,
    steps: Sequence[Slide],
    texts: Sequence[str],
    course: Course,
    words: Words,
    *,
    kind: str,
) -> Draft:
    """The same steps for the pupils (`projector`) or for the teacher (`presenter`)."""
    here, other = projector_path(lesson), presenter_path(lesson)
    if kind == "presenter":
        here, other = other, here
    name = lesson.data.name[words.language]
    heading = name if kind == "projector" else f"{name}: {words('presenter')}"
    shared = {"words": words, "other": relative(other, here) + ".html", "kind": kind}
    sections = [_section(one, text) for one, text in zip(steps, texts, strict=True)]
    teacher = course.audiences["teacher"]
    return Draft(
        path=here,
        kind=kind,
        heading=heading,
        title=f"{words('lesson')} {lesson.data.position or ''} · {words(kind)}",
        body="\n\n".join(
            [h1(heading), render("slides_note", **shared), *sections, render("remote", **shared)]
        ),
        description=lesson.data.description[words.language],
        audience="teacher",
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(teacher.edition[words.language], audience_path("teacher")),
            Crumb(name, lesson_path(lesson, "teacher")),
        ),
        noindex=True,
    )


def _section(step: Slide, text: str) -> str:
    named = f' id="{step.id}"' if step.id else ""
    timed = f' data-part="{step.part}" data-minutes="{step.minutes}"' if step.part else ""
    opening = f'<section class="fl-slide"{named}{timed} markdown="1">'
    return f"{opening}\n\n<h2>{escape(step.title)}</h2>\n\n{text}\n\n</section>"
