"""A lesson, one page for each edition."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator, Mapping

from firstlesson.course.model import EASY, Course, Lesson, Prose
from firstlesson.site.addresses import (
    SOURCES,
    TOPICS,
    audience_path,
    key_path,
    lesson_path,
    media_path,
    plan_sheet_path,
    projector_path,
    relative,
    sheets_path,
)
from firstlesson.site.cards import built_lessons, edition_name, on_the_wall
from firstlesson.site.draft import Crumb, Draft, Edition
from firstlesson.site.exercises import for_pupils, for_teachers
from firstlesson.site.head import absolute
from firstlesson.site.metadata import learning_resource
from firstlesson.site.render import h1, render
from firstlesson.site.truth import stale_notice, stale_texts, told
from firstlesson.site.words import Words

_TEXTS = ("lesson.yml", "quiz.yml", "scenario.yml")

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """Every edition of every lesson; where its text is missing, in the other language."""
    for lesson in built_lessons(course):
        for edition in lesson.editions:
            texts = {lang: one for (name, lang), one in lesson.prose.items() if name == edition}
            prose = course.in_language(texts, words.language)
            if prose:
                yield _page(lesson, edition, prose, course, words, today)


def _page(
    lesson: Lesson, edition: str, prose: Prose, course: Course, words: Words, today: dt.date
) -> Draft:
    data, path = lesson.data, lesson_path(lesson, edition)
    audience = "student" if edition == EASY else edition
    name = data.name[words.language]
    shared = {"lesson": lesson, "data": data, "course": course, "words": words, "edition": edition}
    shared |= {
        "adult": not course.audiences[audience].minor,
        "today": today,
        "icon_name": course.audiences[audience].icon,
        "edition_title": edition_name(edition, course, words),
        "topics": [
            {
                "name": course.topics[one].name[words.language],
                "href": f"{relative(TOPICS, path)}.html#{one}",
            }
            for one in data.about
        ],
    }
    teacher = edition == "teacher"
    parts = [h1(name), render("lesson_top", **shared)]
    if stale_texts(course, lesson.folder, words, files=_TEXTS):
        parts.append(stale_notice(words, "stale-short"))
    sections = [(one.id, one.title) for one in prose.document.sections if one.level == 2]
    if teacher:
        parts.append(
            render(
                "lesson_plan",
                timeline=_timeline(lesson, prose),
                projector=relative(projector_path(lesson), path) + ".html"
                if on_the_wall(lesson)
                else "",
                sheet=relative(plan_sheet_path(lesson), path) + ".html",
                sheets=relative(sheets_path(lesson), path) + ".html",
                key=relative(key_path(lesson), path) + ".html" if lesson.quiz else "",
                **shared,
            )
        )
        sections.insert(0, ("plan", words("plan")))
    media = posixpath.dirname(media_path(lesson, "x"))
    after = _moments(lesson, words) if teacher else {}
    parts.append(
        told(prose, course, words, at=path, media=media, audience=audience, after_headings=after)
    )
    if edition in ("student", "teacher"):
        make = for_teachers if teacher else for_pupils
        exercises, added = make(lesson, course, words, at=path)
        if exercises:
            parts.append(exercises)
            sections += added
    sources = [course.sources[one] for one in data.citation] if teacher else []
    if teacher:
        parts.append(
            render(
                "lesson_end",
                sources=sources,
                sources_page=relative(SOURCES, path) + ".html",
                outcomes=[course.outcomes[one] for one in data.teaches],
                **shared,
            )
        )
    return Draft(
        path=path,
        kind="easy" if edition == EASY else "lesson",
        heading=name,
        title=_title(lesson, edition, course, words),
        body="\n\n".join(parts),
        description=data.description[words.language],
        audience=audience,
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(course.audiences[audience].edition[words.language], audience_path(audience)),
        ),
        editions=tuple(
            Edition(edition_name(one, course, words), lesson_path(lesson, one), one)
            for one in lesson.editions
        ),
        sections=tuple((name, title) for name, title in sections if name),
        metadata=(_metadata(lesson, edition, course, words),),
        noindex=prose.language != words.language,
        copies=tuple((file, media_path(lesson, file)) for file in lesson.media),
    )


def _metadata(lesson: Lesson, edition: str, course: Course, words: Words) -> Mapping[str, object]:
    path = lesson_path(lesson, edition)
    others = [
        absolute(path, language, course)
        for language in course.languages
        if language != words.language
    ]
    url = absolute(path, words.language, course)
    return learning_resource(lesson, edition, course, words, url=url, others=others)


def _title(lesson: Lesson, edition: str, course: Course, words: Words) -> str:
    """A lesson with a neutral address has a neutral title, for whoever looks over a shoulder."""
    data = lesson.data
    named = edition_name(edition, course, words)
    if data.slug is None:
        return f"{data.name[words.language]} · {named}"
    number = data.position or data.slug
    ages = f" · {data.typical_age_range}" if data.typical_age_range else ""
    return f"{words('lesson')} {number}{ages} · {named}"


def _timeline(lesson: Lesson, prose: Prose) -> list[dict[str, object]]:
    """The parts of the plan with their titles and their first and last minute."""
    rows: list[dict[str, object]] = []
    minute = 0
    for part in lesson.data.parts:
        section = prose.document.section(part.id)
        rows.append(
            {
                "id": part.id,
                "title": section.title if section else part.id,
                "start": minute,
                "end": minute + part.minutes,
                "mode": part.mode.value,
            }
        )
        minute += part.minutes
    return rows


def _moments(lesson: Lesson, words: Words) -> dict[str, str]:
    """What stands below the heading of each part: its minutes and how pupils work."""
    moments, minute = {}, 0
    for part in lesson.data.parts:
        mode = words(f"mode-{part.mode.value}")
        text = words("when", start=minute, end=minute + part.minutes, mode=mode)
        moments[part.id] = f'<p class="fl-when">{text}</p>'
        minute += part.minutes
    return moments
