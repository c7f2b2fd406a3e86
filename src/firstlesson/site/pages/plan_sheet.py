"""The lesson's plan on two sheets of paper, for the teacher who leaves the screen at home."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from firstlesson.course.graph import main_way
from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.site.addresses import audience_path, lesson_path, plan_sheet_path
from firstlesson.site.cards import built_lessons, on_the_wall
from firstlesson.site.chrome import help_groups
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.head import absolute
from firstlesson.site.pieces import items_of, lines_of
from firstlesson.site.prose import plain
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words

FIRST_RESPONSE = "disclosure"
"""The protocol whose first steps stand on every plan."""
_STEPS = 5
_SAID, _SAID_AT_LEAST, _DONE = 1200, 400, 240
"""As many characters of the teacher's script and of what pupils do, for each part."""
_ROOM = 7000
"""As many characters as two sheets have room for."""
_TAG = re.compile(r"<[^>]+>")
PREPARATION = "before-you-start"
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One sheet for each lesson that is held in class."""
    del today
    for lesson in built_lessons(course):
        prose = lesson.prose.get(("teacher", words.language))
        if prose and on_the_wall(lesson):
            yield _page(lesson, prose, course, words)


def _page(lesson: Lesson, prose: Prose, course: Course, words: Words) -> Draft:
    data, language = lesson.data, words.language
    path = plan_sheet_path(lesson)
    protocol = course.protocols.get(FIRST_RESPONSE)
    steps = main_way(protocol.data)[:_STEPS] if protocol else []
    name = f"{data.name[language]}: {words('plan-sheet')}"
    shared = {
        "words": words,
        "data": data,
        "before": _preparation(prose),
        "steps": [(one.name[language], one.say[0][language] if one.say else "") for one in steps],
        "help": help_groups(course, words, adult=True),
        "url": absolute(lesson_path(lesson, "teacher"), language, course),
    }
    html = render("plan_sheet", rows=_rows(lesson, prose, words, _SAID), **shared)
    if len(_TAG.sub("", html)) > _ROOM:
        html = render("plan_sheet", rows=_rows(lesson, prose, words, _SAID_AT_LEAST), **shared)
    return Draft(
        path=path,
        kind="card",
        heading=name,
        title=f"{words('lesson')} {data.position or ''} · {words('plan-sheet')}",
        body=f"{h1(name)}\n\n{html}",
        description=data.description[language],
        audience="teacher",
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(course.audiences["teacher"].edition[language], audience_path("teacher")),
            Crumb(data.name[language], lesson_path(lesson, "teacher")),
        ),
        noindex=True,
    )


def _rows(lesson: Lesson, prose: Prose, words: Words, said: int) -> list[dict[str, object]]:
    """The parts of the plan with their minutes, the script up to so many characters."""
    rows: list[dict[str, object]] = []
    minute = 0
    for part in lesson.data.parts:
        section = prose.document.section(part.id)
        rows.append(
            {
                "start": minute,
                "end": minute + part.minutes,
                "title": section.title if section else part.id,
                "mode": words(f"mode-{part.mode.value}"),
                "say": _first(prose, part.id, "say", said),
                "pupils": _first(prose, part.id, "pupils", _DONE),
            }
        )
        minute += part.minutes
    return rows


def _preparation(prose: Prose) -> list[str]:
    """What the teacher does in the days before."""
    section = prose.document.section(PREPARATION)
    items = items_of(lines_of(prose, section)) if section else []
    return [plain(_LINK.sub(r"\1", one)) for one in items]


def _first(prose: Prose, part: str, block: str, most: int) -> str:
    """The first passage of a kind of block in a part, cut at the end of a sentence if it is long."""
    section = prose.document.section(part)
    if section is None:
        return ""
    for passage in prose.document.passages:
        line = passage.starts[0][1]
        if (
            passage.block == block
            and passage.kind == "paragraph"
            and section.first_line <= line <= section.last_line
        ):
            text = " ".join(plain(passage.text).split()).replace(" .", ".").replace(" ,", ",")
            if len(text) <= most:
                return text
            cut = text[:most].rpartition(". ")[0] or text[:most]
            return f"{cut}. …"
    return ""
