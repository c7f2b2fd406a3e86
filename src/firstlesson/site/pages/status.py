"""The page for coordinators: what is translated, what is reviewed, what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.course.model import Course
from firstlesson.course.status import CourseStatus, status_of
from firstlesson.site.addresses import HOME, STATUS
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.render import render
from firstlesson.site.words import Words

MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page."""
    yield page(status_of(course, today=today), course, words)


def page(status: CourseStatus, course: Course, words: Words) -> Draft:
    """The page that tells of a status."""
    title = words("status")
    html = render("status", status=status, words=words, course=course)
    return Draft(
        path=STATUS,
        kind="status",
        heading=title,
        body=f"# {title}\n\n{words('status-intro')}\n\n{html}",
        description=words("status-intro"),
        crumbs=(Crumb(words("home"), HOME),),
        noindex=True,
    )
