"""The catalogue with its filter, and the same lessons as plain lists for readers without scripts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstlesson.course.model import Course, Lesson
from firstlesson.site.addresses import (
    AGES,
    CATALOGUE,
    CATALOGUE_LISTS,
    COVERAGE,
    HOME,
    TOPICS,
    audience_path,
    lesson_path,
    protocol_path,
    relative,
    root_relative,
)
from firstlesson.site.cards import (
    built_lessons,
    built_protocols,
    edition_name,
    lesson_cards,
    protocol_cards,
)
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.render import h1, render
from firstlesson.site.words import Words, words_of

BANDS = ((6, 8), (9, 11), (12, 14), (15, 18))
"""The age bands of the filter and of the map, in years."""
MINUTES = (30, 45, 60)
"""The filter's lengths: up to so many minutes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One lesson or protocol as the filter knows it."""

    name: str
    description: str
    audience: Sequence[str]
    age: str
    minutes: int
    about: Sequence[str]
    guidance: bool
    languages: Sequence[str]
    links: Sequence[tuple[str, str, str]]
    """The title, the audience and the address of each edition."""


MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """The catalogue and its plain lists."""
    del today
    home = Crumb(words("home"), HOME)
    yield _page(CATALOGUE, "catalogue", _catalogue(course, words), words, home)
    up = Crumb(words("catalogue"), CATALOGUE)
    yield _page(CATALOGUE_LISTS, "catalogue-lists", _lists(course, words), words, home, up)


def _page(path: str, key: str, html: str, words: Words, *crumbs: Crumb) -> Draft:
    return Draft(
        path=path,
        kind="catalogue",
        heading=words(key),
        body=f"{h1(words(key))}\n\n{html}",
        description=words(f"{key}-intro"),
        crumbs=crumbs,
    )


def _rows(course: Course, words: Words) -> Iterator[Row]:
    language = words.language
    for lesson in built_lessons(course):
        data = lesson.data
        yield Row(
            data.name[language],
            data.description[language],
            data.audience,
            str(data.typical_age_range or ""),
            data.time_required,
            data.about,
            bool(data.content_guidance),
            _written_in(lesson, course),
            [
                (
                    edition_name(one, course, words),
                    one,
                    relative(lesson_path(lesson, one), CATALOGUE) + ".html",
                )
                for one in lesson.editions
            ],
        )
    for protocol in built_protocols(course):
        plan = protocol.data
        href = relative(protocol_path(protocol), CATALOGUE) + ".html"
        yield Row(
            name=plan.name[language],
            description=plan.description[language],
            audience=plan.audience,
            age="",
            minutes=0,
            about=plan.about,
            guidance=False,
            languages=course.languages,
            links=[(words("protocol-title"), "professional", href)],
        )


def _catalogue(course: Course, words: Words) -> str:
    language, source = words.language, course.source_language
    rows = list(_rows(course, words))
    used = {topic for row in rows for topic in row.about}
    plain = [(words("catalogue-lists"), CATALOGUE_LISTS), (words("find-age"), AGES)]
    plain += [(words("find-topic"), TOPICS), (words("coverage"), COVERAGE)]
    return render(
        "catalogue",
        rows=rows,
        words=words,
        bands=BANDS,
        lengths=MINUTES,
        audiences=[(one.id, one.name[language]) for one in course.audiences.values()],
        topics=[(one.id, one.name[language]) for one in course.topics.values() if one.id in used],
        languages=[(one, words_of(one)("language")) for one in course.languages],
        files=[
            (name, root_relative(name, CATALOGUE, language, source))
            for name in ("catalogue.json", "catalogue.csv")
        ],
        plain=[(title, relative(path, CATALOGUE) + ".html") for title, path in plain],
    )


def _lists(course: Course, words: Words) -> str:
    """The filter's other answers, each as a list below a heading."""
    lessons, protocols = built_lessons(course), built_protocols(course)
    found = [
        (
            f"minutes-{most}",
            words("up-to-minutes", minutes=most),
            [one for one in lessons if one.data.time_required <= most],
        )
        for most in MINUTES
    ]
    most = MINUTES[-1]
    longer = [one for one in lessons if one.data.time_required > most]
    found.append((f"longer-than-{most}", words("longer-minutes", minutes=most), longer))
    for key, wanted in (("without", False), ("with", True)):
        title = f"{words('filter-guidance')}: {words(f'filter-{key}')}"
        some = [one for one in lessons if bool(one.data.content_guidance) is wanted]
        found.append((f"guidance-{key}", title, some))
    for language in course.languages:
        title = f"{words('filter-language')}: {words_of(language)('language')}"
        some = [one for one in lessons if language in _written_in(one, course)]
        found.append((f"in-{language}", title, some))
    groups = [
        {"id": key, "title": title, "html": lesson_cards(some, course, words, at=CATALOGUE_LISTS)}
        for key, title, some in found
        if some
    ]
    cards = protocol_cards(protocols, words, at=CATALOGUE_LISTS)
    groups.append({"id": "protocols", "title": words("protocols"), "html": cards})
    doors = [
        (one.edition[words.language], relative(audience_path(one.id), CATALOGUE_LISTS) + ".html")
        for one in course.audiences.values()
    ]
    doors += [
        (words(key), relative(to, CATALOGUE_LISTS) + ".html")
        for key, to in (("find-age", AGES), ("find-topic", TOPICS))
    ]
    return render("catalogue_lists", groups=groups, doors=doors, words=words)


def _written_in(lesson: Lesson, course: Course) -> list[str]:
    """The languages in which a lesson has a text of its own."""
    there = {language for _, language in lesson.prose}
    return [one for one in course.languages if one in there]
