"""What a teacher prints for a lesson: sheets for pupils without any answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.site.addresses import audience_path, lesson_path, sheets_path
from firstlesson.site.cards import built_lessons, on_the_wall
from firstlesson.site.chrome import help_entry
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.exercises import on_paper
from firstlesson.site.pieces import (
    blocks_of,
    cards_of,
    items_of,
    lines_of,
    piece,
    without_directions,
)
from firstlesson.site.prose import ready
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words

HANDOUT, TICKET, LETTER, RECORD = "handout", "exit-ticket", "letter-to-parents", "record-sheet"
"""The sections of a teacher's text that are made to be copied."""

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """The sheets of each lesson that is held in class."""
    del today
    for lesson in built_lessons(course):
        prose = lesson.prose.get(("teacher", words.language))
        if prose and on_the_wall(lesson):
            yield _page(lesson, prose, words, course)


def _page(lesson: Lesson, prose: Prose, words: Words, course: Course) -> Draft:
    name = f"{lesson.data.name[words.language]}: {words('sheets')}"
    lead = render("lead", text=words("sheets-intro"))
    teacher = course.audiences["teacher"]
    return Draft(
        path=sheets_path(lesson),
        kind="sheets",
        heading=name,
        title=f"{words('lesson')} {lesson.data.position or ''} · {words('sheets')}",
        body="\n\n".join([h1(name), lead, *_sheets(lesson, prose, course, words)]),
        description=lesson.data.description[words.language],
        audience="teacher",
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(teacher.edition[words.language], audience_path("teacher")),
            Crumb(lesson.data.name[words.language], lesson_path(lesson, "teacher")),
        ),
        noindex=True,
    )


def _sheets(lesson: Lesson, prose: Prose, course: Course, words: Words) -> list[str]:
    path = sheets_path(lesson)
    document = prose.document
    found = []
    handout, ticket, letter, record = map(document.section, (HANDOUT, TICKET, LETTER, RECORD))
    if handout:
        lines = without_directions(lines_of(prose, handout))
        found.append(_sheet(handout.title, piece(prose, lines), course, words, path))
    if ticket and (items := items_of(lines_of(prose, ticket))):
        found.append(render("ticket", title=ticket.title, items=items, words=words))
    found += _cards(lesson, prose, course, words, path)
    found += on_paper(lesson, course, words, at=path)
    for block in blocks_of(prose, letter, "example") if letter else ():
        found.append(
            _sheet(letter.title if letter else "", piece(prose, block), course, words, path)
        )
    if record:
        found.append(
            _sheet(record.title, piece(prose, lines_of(prose, record)), course, words, path)
        )
    talk = [one for one in lesson.data.help if course.contacts[one].contact_type == "talk"]
    found.append(
        render(
            "feedback",
            lesson=lesson.data.name[words.language],
            talk=[help_entry(course.contacts[one], words) for one in talk],
            words=words,
        )
    )
    return found


def _cards(lesson: Lesson, prose: Prose, course: Course, words: Words, path: str) -> Iterator[str]:
    """The cards of a part for groups, each with the part's task, to be cut apart."""
    for part in lesson.data.parts:
        section = prose.document.section(part.id)
        cards = cards_of(lines_of(prose, section)) if section else []
        if section and cards:
            task = [line for block in blocks_of(prose, section, "task") for line in (*block, "")]
            texts = [
                ready(piece(prose, [card, "", *task]), course, words, at=path) for card in cards
            ]
            cut = [f'<div class="fl-cut" markdown="1">\n\n{one.strip()}\n\n</div>' for one in texts]
            whole = "\n\n".join([f"## {section.title}", *cut])
            yield f'<section class="fl-a4" markdown="1">\n\n{whole}\n\n</section>'


def _sheet(title: str, prose: Prose, course: Course, words: Words, path: str) -> str:
    text = ready(prose, course, words, at=path).strip()
    return f'<section class="fl-a4" markdown="1">\n\n## {title}\n\n{text}\n\n</section>'
