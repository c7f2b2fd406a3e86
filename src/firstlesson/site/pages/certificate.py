"""A certificate to print: the name is typed in and never leaves the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.course.model import Course
from firstlesson.site.addresses import CERTIFICATE, HOME, audience_path
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words

MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page."""
    del today
    if "student" not in course.audiences:
        return
    title = words("certificate")
    html = render("certificate", words=words, site=course.settings.name[words.language])
    student = course.audiences["student"]
    yield Draft(
        path=CERTIFICATE,
        kind="certificate",
        heading=title,
        body=f"{h1(title)}\n\n{html}",
        description=words("certificate-intro"),
        audience="student",
        crumbs=(
            Crumb(words("home"), HOME),
            Crumb(student.edition[words.language], audience_path(student.id)),
        ),
        noindex=True,
    )
