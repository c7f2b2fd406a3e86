"""Lessons and protocols in schema.org's words, for machines and other sites (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from firstlesson.course.graph import main_way
from firstlesson.course.model import EASY, Course, Lesson, Protocol
from firstlesson.site.words import Words


def learning_resource(
    lesson: Lesson,
    edition: str,
    course: Course,
    words: Words,
    *,
    url: str,
    others: Sequence[str],
    parts: Sequence[str] = (),
) -> Mapping[str, Any]:
    """One edition of a lesson as a `LearningResource`; `parts` are the pages that go on with it."""
    data, language = lesson.data, words.language
    audience = course.audiences["student" if edition == EASY else edition]
    hours, minutes = divmod(data.time_required, 60)
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": url,
        "identifier": f"{data.id}/{edition}",
        "url": url,
        "name": data.name[language],
        "description": data.description[language],
        "inLanguage": language,
        "learningResourceType": data.learning_resource_type,
        "audience": {"@type": "EducationalAudience", "educationalRole": audience.educational_role},
        "about": [
            {"@type": "Thing", "name": course.topics[one].name[language]} for one in data.about
        ],
        "timeRequired": "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else ""),
        "teaches": [
            {"@type": "DefinedTerm", "termCode": one, "inDefinedTermSet": "DigComp 3.0"}
            for one in data.teaches
        ],
        **_shared(data, course),
    }
    if data.typical_age_range:
        found["typicalAgeRange"] = str(data.typical_age_range)
    if data.educational_level:
        found["educationalLevel"] = list(data.educational_level)
    if parts:
        found["hasPart"] = [{"@id": one} for one in parts]
    return {**found, **_translations(others, course, words)}


def part_of_lesson(
    lesson: Lesson,
    name: str,
    course: Course,
    words: Words,
    *,
    url: str,
    others: Sequence[str],
    whole: str,
) -> Mapping[str, Any]:
    """A page that goes on with the edition at the address `whole`."""
    return {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": url,
        "url": url,
        "name": name,
        "inLanguage": words.language,
        "isPartOf": {"@id": whole},
        **_shared(lesson.data, course),
        **_translations(others, course, words),
    }


def how_to(protocol: Protocol, course: Course, words: Words, *, url: str) -> Mapping[str, Any]:
    """A protocol as a `HowTo`: the steps of its main way, each with the place where it is told."""
    data, language = protocol.data, words.language
    return {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "@id": url,
        "identifier": data.id,
        "url": url,
        "name": data.name[language],
        "description": data.description[language],
        "inLanguage": language,
        "step": [
            {"@type": "HowToStep", "name": step.name[language], "url": f"{url}#{step.id}"}
            for step in main_way(data)
        ],
        **_shared(data, course),
    }


def _translations(others: Sequence[str], course: Course, words: Words) -> Mapping[str, Any]:
    links = [{"@id": other} for other in others]
    if not links:
        return {}
    if words.language == course.source_language:
        return {"workTranslation": links}
    return {"translationOfWork": links[0]}


def as_script(found: Mapping[str, Any]) -> str:
    """A data block for a page's head; nothing in it can end the element early."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, escape)
    return f'<script type="application/ld+json">{text}</script>'


def _shared(data: Any, course: Course) -> dict[str, Any]:  # noqa: ANN401  # a lesson's or protocol's
    found: dict[str, Any] = {
        "creativeWorkStatus": data.creative_work_status.value,
        "version": data.version,
        "license": str(course.settings.license),
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": course.settings.publisher},
    }
    for key, value in (("dateCreated", data.date_created), ("dateModified", data.date_modified)):
        if value:
            found[key] = value.isoformat()
    if data.reviewed_by and data.last_reviewed:
        found["reviewedBy"] = {"@type": "Person", "name": data.reviewed_by.name}
        found["lastReviewed"] = data.last_reviewed.isoformat()
    return found
