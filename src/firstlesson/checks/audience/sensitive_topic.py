"""Sensitive topics: what adults are told first, how old the children are, and who is with them."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Topic

_NOT_UNDER_TWELVE = ("intimate-images", "sexual-extortion", "sextortion", "violent-extremism")
_NOT_UNDER_FIFTEEN = ("violent-extremism",)


@check(
    "AUD004",
    severity=Severity.ERROR,
    why=Text(
        sq="Para një teme të ndjeshme i rrituri duhet të dijë çfarë vjen, që të përgatitet dhe të mbrojë "
        "fëmijët që e kanë përjetuar.",
        en="Before a sensitive topic an adult must know what is coming, to prepare and to protect children "
        "who have lived through it.",
    ),
    locked=True,
)
def sensitive_without_guidance(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """A lesson about a sensitive topic has `contentGuidance` for it."""
    sensitive = _sensitive(lesson, course)
    guided = {one.area for one in lesson.data.content_guidance}
    if sensitive and not guided & {topic.id for _, topic in sensitive}:
        yield _without_guidance(lesson, *sensitive[0])


@check(
    "AUD015",
    severity=Severity.WARNING,
    why=Text(
        sq="Udhëzimi për një temë nuk e përgatit të rriturin për tjetrën.",
        en="Guidance on one topic does not prepare an adult for the other.",
    ),
)
def topic_left_out_of_guidance(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Each sensitive topic has its own `contentGuidance`."""
    sensitive = _sensitive(lesson, course)
    guided = {one.area for one in lesson.data.content_guidance}
    if guided & {topic.id for _, topic in sensitive}:
        for index, topic in sensitive:
            if topic.id not in guided:
                yield _without_guidance(lesson, index, topic)


@check(
    "AUD005",
    severity=Severity.WARNING,
    why=Text(
        sq="Fëmijët nën 12 vjeç nuk duhet të mbeten vetëm me një temë të ndjeshme.",
        en="Children under 12 should not be left alone with a sensitive topic.",
    ),
)
def young_children_alone(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """A sensitive topic for under twelves needs an adult nearby."""
    ages = lesson.data.typical_age_range
    alone = lesson.data.supervision_level == "none"
    if alone and ages and ages.youngest < 12 and _for_children(lesson, course):
        for _, topic in _sensitive(lesson, course)[:1]:
            yield Finding(
                lesson.source.span("supervisionLevel"),
                Text(
                    sq=f"tema `{topic.id}` është e ndjeshme dhe fëmijët janë {ages.youngest} vjeç",
                    en=f"the topic `{topic.id}` is sensitive and the children are {ages.youngest} years old",
                ),
                Text(
                    sq="shkruani `adult-nearby` ose `adult-leads`",
                    en="write `adult-nearby` or `adult-leads`",
                ),
            )


@check(
    "AUD012",
    severity=Severity.ERROR,
    why=Text(
        sq="Disa tema i trembin dhe i dëmtojnë fëmijët nën 12 vjeç. Atyre u flasim për trupin e tyre, për "
        "sekretet dhe për të rriturit që ndihmojnë.",
        en="Some topics frighten and harm children under 12. With them we speak of their own body, of secrets "
        "and of adults who help.",
    ),
    locked=True,
)
def topic_not_for_young_children(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Intimate images and violent extremism are no topics for under twelves."""
    ages = lesson.data.typical_age_range
    if ages and ages.youngest < 12:
        yield from _too_young(lesson, course, _NOT_UNDER_TWELVE, 12)


@check(
    "AUD013",
    severity=Severity.WARNING,
    why=Text(
        sq="Për ekstremizmin e dhunshëm flitet me moshat 15–18; më të vegjlit mësojnë të mendojnë vetë dhe të "
        "verifikojnë burimin.",
        en="Violent extremism is spoken about with ages 15–18; younger ones learn to think for themselves and to "
        "check the source.",
    ),
)
def topic_for_older_pupils(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Violent extremism is a topic for ages from fifteen."""
    ages = lesson.data.typical_age_range
    if ages and 12 <= ages.youngest < 15:
        yield from _too_young(lesson, course, _NOT_UNDER_FIFTEEN, 15)


def _too_young(
    lesson: Lesson, course: Course, topics: tuple[str, ...], age: int
) -> Iterator[Finding]:
    if not _for_children(lesson, course):
        return
    areas = [one.area for one in lesson.data.content_guidance]
    routes = [("about", index) for index in range(len(lesson.data.about))]
    named = [*zip(lesson.data.about, routes, strict=True)]
    named += [(one, ("contentGuidance", index, "area")) for index, one in enumerate(areas)]  # type: ignore[misc]
    told: set[str] = set()
    for topic, route in named:
        if topic in topics and topic not in told:
            told.add(topic)
            yield Finding(
                lesson.source.span(*route),
                Text(
                    sq=f"`{topic}` nuk është temë nën {age} vjeç; mësimi është për "
                    f"{lesson.data.typical_age_range}",
                    en=f"`{topic}` is no topic under {age}; the lesson is for "
                    f"{lesson.data.typical_age_range}",
                ),
                Text(
                    sq="ndryshoni moshën, ose zgjidhni temën `body-privacy` ose `online-contact`",
                    en="change the ages, or choose the topic `body-privacy` or `online-contact`",
                ),
                related=(lesson.source.span("typicalAgeRange"),),
            )


def _sensitive(lesson: Lesson, course: Course) -> list[tuple[int, Topic]]:
    return [
        (index, course.topics[one])
        for index, one in enumerate(lesson.data.about)
        if one in course.topics and course.topics[one].sensitive
    ]


def _for_children(lesson: Lesson, course: Course) -> bool:
    return any(
        course.audiences[one].minor for one in lesson.data.audience if one in course.audiences
    )


def _without_guidance(lesson: Lesson, index: int, topic: Topic) -> Finding:
    return Finding(
        lesson.source.span("about", index),
        Text(
            sq=f"tema `{topic.id}` është e ndjeshme, por `contentGuidance` nuk thotë asgjë për të",
            en=f"the topic `{topic.id}` is sensitive, but `contentGuidance` says nothing about it",
        ),
        Text(
            sq=f"shtoni te `contentGuidance`: `- area: {topic.id}` dhe një fjali `label` në të dy gjuhët",
            en=f"add to `contentGuidance`: `- area: {topic.id}` and a sentence `label` in both languages",
        ),
    )
