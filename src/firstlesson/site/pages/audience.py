"""Everything for one audience, on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.course.model import Course
from firstlesson.site.addresses import HOME, WORRIES, audience_path, relative
from firstlesson.site.cards import (
    built_lessons,
    built_protocols,
    lesson_cards,
    protocol_cards,
)
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.hub import SECTION, page_list
from firstlesson.site.pages.worries import READER
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words

MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page for each audience, with its lessons and protocols."""
    del today
    for audience in course.audiences.values():
        path = audience_path(audience.id)
        lessons = [one for one in built_lessons(course) if audience.id in one.data.audience]
        protocols = [one for one in built_protocols(course) if audience.id in one.data.audience]
        title = audience.edition[words.language]
        parts = [h1(title), render("lead", text=audience.description[words.language])]
        if audience.id == READER and any(one.worry for one in course.needs.values()):
            parts.append(
                render("worries_door", href=f"{relative(WORRIES, path)}.html", words=words)
            )
        sections = []
        if lessons or not protocols:
            parts.append(f"## {words('lessons')} {{#lessons}}")
            parts.append(lesson_cards(lessons, course, words, at=path, edition=audience.id))
            sections.append(("lessons", words("lessons")))
        if protocols:
            parts.append(f"## {words('protocols')} {{#protocols}}")
            parts.append(protocol_cards(protocols, words, at=path))
            sections.append(("protocols", words("protocols")))
        title_of_more = words("more-for-you")
        if more := page_list(audience.pages, course, words, at=path, title=title_of_more):
            parts.append(more)
            sections.append((SECTION, title_of_more))
        yield Draft(
            path=path,
            kind="audience",
            heading=title,
            body="\n\n".join(parts),
            description=audience.description[words.language],
            audience=audience.id,
            crumbs=(Crumb(words("home"), HOME),),
            sections=tuple(sections) if len(sections) > 1 else (),
        )
