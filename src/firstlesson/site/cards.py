"""Lists of lessons and protocols: the cards that every index shows."""

from __future__ import annotations

from collections.abc import Iterable

from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.schema import Status
from firstlesson.site.addresses import lesson_path, protocol_path, relative
from firstlesson.site.render import render
from firstlesson.site.words import Words


def built_lessons(course: Course) -> list[Lesson]:
    """The lessons that have a page, in their order: those that were not retired."""
    lessons = course.lessons.values()
    return [one for one in lessons if one.data.creative_work_status is not Status.RETIRED]


def built_protocols(course: Course) -> list[Protocol]:
    """The protocols that have a page, in their order: those that were not retired."""
    protocols = course.protocols.values()
    return [one for one in protocols if one.data.creative_work_status is not Status.RETIRED]


def on_the_wall(lesson: Lesson) -> bool:
    """Whether a lesson is held in front of people who look at a projector."""
    return "student" in lesson.data.audience or lesson.data.learning_resource_type == "open-session"


def lesson_cards(
    lessons: Iterable[Lesson], course: Course, words: Words, *, at: str, edition: str = ""
) -> str:
    """Cards of lessons; with `edition` each leads there, else they offer every edition."""
    cards = []
    for lesson in lessons:
        editions = [edition] if edition else lesson.editions
        cards.append(
            {
                "name": lesson.data.name[words.language],
                "description": lesson.data.description[words.language],
                "age": str(lesson.data.typical_age_range or ""),
                "minutes": lesson.data.time_required,
                "id": lesson.id,
                "links": [
                    {
                        "title": edition_name(one, course, words),
                        "href": relative(lesson_path(lesson, one), at) + ".html",
                        "audience": one,
                    }
                    for one in editions
                ],
            }
        )
    return render("cards", cards=cards, words=words, single=bool(edition))


def protocol_cards(protocols: Iterable[Protocol], words: Words, *, at: str) -> str:
    """Cards of protocols."""
    cards = [
        {
            "name": one.data.name[words.language],
            "description": one.data.description[words.language],
            "age": "",
            "minutes": 0,
            "id": "",
            "links": [
                {
                    "title": words("protocol-title"),
                    "href": relative(protocol_path(one), at) + ".html",
                    "audience": "professional",
                }
            ],
        }
        for one in protocols
    ]
    return render("cards", cards=cards, words=words, single=True)


def edition_name(edition: str, course: Course, words: Words) -> str:
    """How an edition is called: `Për nxënësit`."""
    if edition in course.audiences:
        return course.audiences[edition].edition[words.language]
    return words(f"edition-{edition}")
