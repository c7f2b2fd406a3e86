"""The catalogue: every lesson and protocol with its facts, for people's lists and for machines."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from firstlesson.course.model import Course
from firstlesson.site.addresses import lesson_path, protocol_path
from firstlesson.site.cards import built_lessons, built_protocols
from firstlesson.site.head import absolute

VERSION = 1
"""Grows when a key changes its meaning or goes."""


def entries(course: Course) -> list[dict[str, Any]]:
    """One entry for each lesson and protocol, its texts in every language."""
    found: list[dict[str, Any]] = []
    for lesson in built_lessons(course):
        data = lesson.data
        found.append(
            {
                "id": data.id,
                "type": data.learning_resource_type,
                "name": dict(data.name.root),
                "description": dict(data.description.root),
                "audience": list(data.audience),
                "typicalAgeRange": str(data.typical_age_range) if data.typical_age_range else None,
                "educationalLevel": list(data.educational_level),
                "minutes": data.time_required,
                "about": list(data.about),
                "teaches": list(data.teaches),
                "contentGuidance": bool(data.content_guidance),
                "inLanguage": sorted({language for _, language in lesson.prose}),
                "creativeWorkStatus": data.creative_work_status.value,
                "version": data.version,
                "license": str(data.license),
                "url": {
                    language: {
                        edition: absolute(lesson_path(lesson, edition), language, course)
                        for edition in lesson.editions
                    }
                    for language in course.languages
                },
            }
        )
    for protocol in built_protocols(course):
        plan = protocol.data
        found.append(
            {
                "id": plan.id,
                "type": "protocol",
                "name": dict(plan.name.root),
                "description": dict(plan.description.root),
                "audience": list(plan.audience),
                "about": list(plan.about),
                "inLanguage": sorted(protocol.prose),
                "creativeWorkStatus": plan.creative_work_status.value,
                "version": plan.version,
                "license": str(course.settings.license),
                "url": {
                    language: absolute(protocol_path(protocol), language, course)
                    for language in course.languages
                },
            }
        )
    return found


def as_json(course: Course) -> str:
    """`catalogue.json`."""
    return (
        json.dumps({"version": VERSION, "entries": entries(course)}, ensure_ascii=False, indent=1)
        + "\n"
    )


def as_csv(course: Course) -> str:
    """`catalogue.csv`, which a spreadsheet opens: one row for each entry and language."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(
        "id type language name description audience ages minutes topics guidance status url".split()  # noqa: SIM905  # read like the head of a table
    )
    for entry in entries(course):
        for language in course.languages:
            table.writerow(
                [
                    entry["id"],
                    entry["type"],
                    language,
                    _harmless(entry["name"][language]),
                    _harmless(entry["description"][language]),
                    " ".join(entry["audience"]),
                    entry.get("typicalAgeRange") or "",
                    entry.get("minutes") or "",
                    " ".join(entry["about"]),
                    "yes" if entry.get("contentGuidance") else "no",
                    entry["creativeWorkStatus"],
                    _address(entry["url"][language]),
                ]
            )
    return out.getvalue()


def _address(url: str | dict[str, str]) -> str:
    """A page's address; of a lesson's editions the teacher's, which leads to all others."""
    return url if isinstance(url, str) else url.get("teacher", next(iter(url.values())))


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
