"""The map of competences: outcomes by audience and age, and where a lesson is still missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import CATALOGUE, COVERAGE, HOME, lesson_path, relative
from firstlesson.site.cards import built_lessons
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.pages.catalogue import BANDS
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words


class Column(NamedTuple):
    """One age band of one audience; `None` is for lessons without an age."""

    audience: str
    band: tuple[int, int] | None


MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page."""
    del today
    title = words("coverage")
    yield Draft(
        path=COVERAGE,
        kind="catalogue",
        heading=title,
        body=f"{h1(title)}\n\n{_map(course, words)}",
        description=words("coverage-intro"),
        crumbs=(Crumb(words("home"), HOME), Crumb(words("catalogue"), CATALOGUE)),
    )


def _map(course: Course, words: Words) -> str:
    lessons = built_lessons(course)
    columns = [
        Column(audience, band)
        for audience in course.audiences
        if any(audience in one.editions for one in lessons)
        for band in (*BANDS, None)
    ]
    groups = []
    for competence in course.competences.values():
        rows = [
            {
                "outcome": outcome,
                "cells": [_cell(outcome.id, column, lessons, words) for column in columns],
            }
            for outcome in course.outcomes.values()
            if outcome.competence == competence.id and outcome.name
        ]
        if rows:
            groups.append({"competence": competence, "rows": rows})
    named = [
        (one.name[words.language], one.id)
        for one in course.audiences.values()
        if any(column.audience == one.id for column in columns)
    ]
    return render(
        "coverage", groups=groups, columns=columns, audiences=named, bands=BANDS, words=words
    )


def _cell(
    outcome: str, column: Column, lessons: Sequence[Lesson], words: Words
) -> list[dict[str, str]]:
    """The lessons that teach an outcome to an audience about an age band; none is a gap."""
    return [
        {
            "name": one.data.name[words.language],
            "short": str(one.data.position or one.id),
            "href": relative(lesson_path(one, column.audience), COVERAGE) + ".html",
        }
        for one in lessons
        if outcome in one.data.teaches
        and column.audience in one.editions
        and _about(one, column.band)
    ]


def _about(lesson: Lesson, band: tuple[int, int] | None) -> bool:
    ages = lesson.data.typical_age_range
    if ages is None or band is None:
        return ages is None and band is None
    return ages.youngest <= band[1] and ages.oldest >= band[0]
