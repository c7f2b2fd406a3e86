"""The catalogue with its filter, and the map of what the lessons teach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import (
    AGES,
    CATALOGUE,
    COVERAGE,
    HOME,
    TOPICS,
    lesson_path,
    protocol_path,
    relative,
    root_relative,
)
from firstlesson.site.cards import built_lessons, built_protocols, edition_name
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words

BANDS = ((6, 8), (9, 11), (12, 14), (15, 18))
"""The age bands of the map, in years."""


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """Two pages."""
    del today
    for path, key, html in (
        (CATALOGUE, "catalogue", _catalogue(course, words)),
        (COVERAGE, "coverage", _coverage(course, words)),
    ):
        yield Draft(
            path=path,
            kind="catalogue",
            heading=words(key),
            body=f"{h1(words(key))}\n\n{html}",
            description=words(f"{key}-intro"),
            crumbs=(Crumb(words("home"), HOME),),
        )


def _catalogue(course: Course, words: Words) -> str:
    language = words.language
    rows: list[dict[str, Any]] = []
    for lesson in built_lessons(course):
        data = lesson.data
        rows.append(
            {
                "name": data.name[language],
                "description": data.description[language],
                "audience": data.audience,
                "age": data.typical_age_range,
                "minutes": data.time_required,
                "about": data.about,
                "guidance": bool(data.content_guidance),
                "kind": data.learning_resource_type,
                "links": [
                    {
                        "title": edition_name(one, course, words),
                        "audience": one,
                        "href": relative(lesson_path(lesson, one), CATALOGUE) + ".html",
                    }
                    for one in lesson.editions
                ],
            }
        )
    for protocol in built_protocols(course):
        plan = protocol.data
        href = relative(protocol_path(protocol), CATALOGUE) + ".html"
        rows.append(
            {
                "name": plan.name[language],
                "description": plan.description[language],
                "audience": plan.audience,
                "age": None,
                "minutes": 0,
                "about": plan.about,
                "guidance": False,
                "kind": "protocol",
                "links": [
                    {"title": words("protocol-title"), "audience": "professional", "href": href}
                ],
            }
        )
    source = course.source_language
    used = {topic for row in rows for topic in row["about"]}
    return render(
        "catalogue",
        rows=rows,
        words=words,
        bands=BANDS,
        audiences=[(one.id, one.name[language]) for one in course.audiences.values()],
        topics=[(one.id, one.name[language]) for one in course.topics.values() if one.id in used],
        files=[
            (name, root_relative(name, CATALOGUE, language, source))
            for name in ("catalogue.json", "catalogue.csv")
        ],
        plain=[
            (words("find-age"), relative(AGES, CATALOGUE) + ".html"),
            (words("find-topic"), relative(TOPICS, CATALOGUE) + ".html"),
            (words("coverage"), relative(COVERAGE, CATALOGUE) + ".html"),
        ],
    )


def _coverage(course: Course, words: Words) -> str:
    lessons = built_lessons(course)
    groups = []
    for competence in course.competences.values():
        rows = [
            {
                "outcome": outcome,
                "cells": [_cell(outcome.id, band, lessons, words) for band in BANDS],
            }
            for outcome in course.outcomes.values()
            if outcome.competence == competence.id and outcome.name
        ]
        if rows:
            groups.append({"competence": competence, "rows": rows})
    return render("coverage", groups=groups, bands=BANDS, words=words)


def _cell(
    outcome: str, band: tuple[int, int], lessons: list[Lesson], words: Words
) -> list[dict[str, str]]:
    """The lessons that teach an outcome to an age band; none is a gap."""
    found = []
    for lesson in lessons:
        ages = lesson.data.typical_age_range
        if (
            outcome in lesson.data.teaches
            and ages
            and ages.youngest <= band[1]
            and ages.oldest >= band[0]
        ):
            first = "student" if "student" in lesson.editions else lesson.editions[0]
            found.append(
                {
                    "name": lesson.data.name[words.language],
                    "short": str(lesson.data.position or lesson.id),
                    "href": relative(lesson_path(lesson, first), COVERAGE) + ".html",
                }
            )
    return found
