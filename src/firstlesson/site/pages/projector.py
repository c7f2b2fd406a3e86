"""The lesson on the wall: what pupils need, one step at a time, from the teacher's own plan."""

from __future__ import annotations

import datetime as dt
import posixpath
import textwrap
from collections.abc import Iterator

from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.site.addresses import (
    HELP,
    audience_path,
    lesson_path,
    media_path,
    projector_path,
    relative,
)
from firstlesson.site.cards import built_lessons, on_the_wall
from firstlesson.site.chrome import help_groups
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.exercises import slides_of
from firstlesson.site.prose import ready
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words
from firstlesson.source.markdown import Section, read_markdown


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page for each lesson that pupils and a teacher share."""
    del today
    for lesson in built_lessons(course):
        texts = {lang: one for (name, lang), one in lesson.prose.items() if name == "teacher"}
        prose = texts.get(words.language)
        if prose and on_the_wall(lesson):
            yield _page(lesson, prose, course, words)


def _page(lesson: Lesson, prose: Prose, course: Course, words: Words) -> Draft:
    path = projector_path(lesson)
    name = lesson.data.name[words.language]
    media = posixpath.dirname(media_path(lesson, "x"))
    parts = []
    for part in lesson.data.parts:
        section = prose.document.section(part.id)
        if section:
            task = ready(_pupils(prose, section), course, words, at=path, media=media).strip()
            parts.append({"title": section.title, "minutes": part.minutes, "task": task})
    first = render(
        "projector_first",
        words=words,
        lesson=lesson,
        outcomes=[one[words.language] for one in lesson.data.learning_outcomes],
        teacher=relative(lesson_path(lesson, "teacher"), path) + ".html",
    )
    slides = [
        f'<section class="fl-slide" data-minutes="{one["minutes"]}" markdown="1">\n\n'
        f"## {one['title']}\n\n{one['task']}\n\n</section>"
        for one in parts
    ]
    last = render(
        "projector_last",
        words=words,
        exercises=slides_of(lesson, words, at=path),
        help=help_groups(course, words, adult=False),
        help_page=relative(HELP, path) + ".html",
    )
    return Draft(
        path=path,
        kind="projector",
        heading=name,
        title=f"{words('lesson')} {lesson.data.position or ''} · {words('projector')}",
        body="\n\n".join([h1(name), first, *slides, last]),
        description=lesson.data.description[words.language],
        audience="teacher",
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(course.audiences["teacher"].edition[words.language], audience_path("teacher")),
            Crumb(name, lesson_path(lesson, "teacher")),
        ),
        noindex=True,
    )


def _pupils(prose: Prose, section: Section) -> Prose:
    """The pictures and the `!!! pupils` blocks of a section, as a text of their own."""
    lines = prose.document.text.split("\n")
    found = []
    for block in prose.document.blocks:
        inside = section.first_line <= block.span.line <= section.last_line
        if block.type == "pupils" and inside:
            found.append(
                textwrap.dedent("\n".join(lines[block.span.line : block.last_line])).strip()
            )
    found += [
        f"![{image.text}]({image.target})"
        for image in prose.document.images
        if section.first_line <= image.span.line <= section.last_line
    ]
    text = "\n\n".join(found)
    return Prose(prose.owner, prose.name, prose.language, read_markdown(prose.path, text))
