"""What parents worry about, in their own words: what to do first, whom to call, what to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from firstlesson.course.model import Course
from firstlesson.schema import Need
from firstlesson.site.addresses import HELP, HOME, WORRIES, audience_path, lesson_path, relative
from firstlesson.site.cards import built_lessons
from firstlesson.site.chrome import help_entry
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words

READER = "parent"
"""The audience whose page of worries it is."""

MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page, where a course has parents among its readers and knows a worry of theirs."""
    del today
    worried = [one for one in course.needs.values() if one.worry]
    if READER not in course.audiences or not worried:
        return
    title = words("worries")
    html = render(
        "worries",
        worries=[_worry(one, course, words) for one in worried],
        help_page=relative(HELP, WORRIES) + ".html",
        words=words,
    )
    yield Draft(
        path=WORRIES,
        kind="page",
        heading=title,
        body=f"{h1(title)}\n\n{html}",
        description=words("worries-intro"),
        audience=READER,
        crumbs=(
            Crumb(words("home"), HOME),
            Crumb(course.audiences[READER].edition[words.language], audience_path(READER)),
        ),
    )


def _worry(need: Need, course: Course, words: Words) -> Mapping[str, object]:
    """A worry with its steps, its contacts and the lessons that parents can read about it."""
    lessons = [one for one in built_lessons(course) if one.id in need.lessons]
    return {
        "id": need.id,
        "worry": need.worry,
        "contacts": [help_entry(course.contacts[one], words) for one in need.help],
        "lessons": [
            {
                "name": one.data.name[words.language],
                "href": relative(lesson_path(one, READER), WORRIES) + ".html",
            }
            for one in lessons
            if READER in one.editions
        ],
    }
