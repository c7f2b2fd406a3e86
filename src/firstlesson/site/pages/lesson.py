"""A lesson, one page for each edition."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator, Mapping, Sequence

from firstlesson.course.model import EASY, Course, Lesson, Prose
from firstlesson.site.addresses import (
    TOPICS,
    audience_path,
    beside_path,
    key_path,
    lesson_path,
    media_path,
    plan_sheet_path,
    projector_path,
    relative,
    sheets_path,
    story_path,
)
from firstlesson.site.beside import TEACHER, with_plan
from firstlesson.site.beside_list import beside_list
from firstlesson.site.cards import built_lessons, edition_name, on_the_wall
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.editions import addresses, editions_of, neutral_title
from firstlesson.site.exercises import for_pupils, has_key
from firstlesson.site.metadata import learning_resource
from firstlesson.site.render import h1, render
from firstlesson.site.truth import stale_names, stale_notice, stale_texts, told
from firstlesson.site.words import Words

MADE_OF = "lessons"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """Every edition of every lesson; where its text is missing, in the other language."""
    for lesson in built_lessons(course):
        for edition in lesson.editions:
            prose = course.in_language(lesson.texts(edition), words.language)
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
    teacher = edition == TEACHER
    parts = [h1(name), render("lesson_top", **shared)]
    if _is_stale(lesson, edition, course, words):
        parts.append(stale_notice(words, "stale-short"))
    own = with_plan(lesson, prose, course) if teacher else prose.document.sections
    timed = {one.id for one in data.parts} if teacher else set()  # the timeline leads to these
    sections = [(one.id, one.title) for one in own if one.level == 2 and one.id not in timed]
    if teacher:
        parts.append(
            render(
                "lesson_plan",
                timeline=_timeline(lesson, prose),
                beside=relative(beside_path(lesson), path) + ".html",
                projector=relative(projector_path(lesson), path) + ".html"
                if on_the_wall(lesson)
                else "",
                sheet=relative(plan_sheet_path(lesson), path) + ".html",
                sheets=relative(sheets_path(lesson), path) + ".html",
                **shared,
            )
        )
        sections.insert(0, ("plan", words("plan")))
    media = posixpath.dirname(media_path(lesson, "x"))
    after = _moments(lesson, words) if teacher else {}
    parts.append(
        told(
            prose,
            course,
            words,
            at=path,
            media=media,
            audience=audience,
            after_headings=after,
            part=(lambda text: with_plan(lesson, text, course)) if teacher else None,
        )
    )
    if edition == "student":
        exercises, added = for_pupils(lesson, words, at=path)
        if exercises:
            parts.append(exercises)
            sections += added
    if teacher:
        parts.append(beside_list(lesson, prose, course, words, at=path))
        sections.append(("beside", words("beside-open")))
    further = _parts(lesson, edition)
    return Draft(
        path=path,
        kind={EASY: "easy", TEACHER: "plan"}.get(edition, "lesson"),
        heading=name,
        title=neutral_title(lesson, edition_name(edition, course, words), words),
        body="\n\n".join(parts),
        description=data.description[words.language],
        audience=audience,
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(course.audiences[audience].edition[words.language], audience_path(audience)),
        ),
        editions=editions_of(lesson, course, words),
        sections=tuple((name, title) for name, title in sections if name),
        metadata=(_metadata(lesson, edition, further, course, words),),
        noindex=prose.language != words.language,
        parts=further,
        copies=tuple((file, media_path(lesson, file)) for file in lesson.media),
    )


def _parts(lesson: Lesson, edition: str) -> tuple[str, ...]:
    """The pages that go on with an edition."""
    if edition == "student" and lesson.scenario:
        return (story_path(lesson),)
    if edition == TEACHER:
        return (beside_path(lesson), *((key_path(lesson),) if has_key(lesson) else ()))
    return ()


def _is_stale(lesson: Lesson, edition: str, course: Course, words: Words) -> bool:
    """Whether a short text on the page of an edition translates an older version."""
    files = ("lesson.yml", "quiz.yml") if edition == "student" else ("lesson.yml",)
    if stale_texts(course, lesson.folder, words, files=files):
        return True
    told_of = {"student": ("scenario.yml",), TEACHER: ("quiz.yml", "scenario.yml")}
    return bool(stale_names(course, lesson.folder, words, files=told_of.get(edition, ())))


def _metadata(
    lesson: Lesson, edition: str, parts: Sequence[str], course: Course, words: Words
) -> Mapping[str, object]:
    url, others = addresses(lesson_path(lesson, edition), course, words)
    told_apart = [addresses(one, course, words)[0] for one in parts]
    return learning_resource(
        lesson, edition, course, words, url=url, others=others, parts=told_apart
    )


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
