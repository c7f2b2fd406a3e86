"""Sections that cannot be matched with their translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@check(
    "TRN003",
    severity=Severity.ERROR,
    why=Text(
        sq="Seksionet e dy gjuhëve njihen nga emri i tyre; pa të nuk shihet cili përkthim është vjetruar.",
        en="The sections of the two languages know each other by id; without it nobody sees which "
        "translation is out of date.",
    ),
)
def section_without_id(prose: Prose) -> Iterator[Finding]:
    """Every heading below the title has an explicit id, formed as ids are, and none stands twice."""
    seen: dict[str, int] = {}
    for section in prose.document.sections:
        if section.level > 1 and not section.id:
            yield Finding(
                section.heading,
                Text(
                    sq=f"titullit `{section.title}` i mungon emri",
                    en=f"the heading `{section.title}` has no id",
                ),
                Text(
                    sq="shtoni në fund `{#emri}`, të njëjtë në të dyja gjuhët",
                    en="add `{#id}` at its end, the same in both languages",
                ),
            )
        elif section.level > 1 and not _ID.fullmatch(section.id):
            yield Finding(
                section.heading,
                Text(
                    sq=f"emri `#{section.id}` nuk është si duhet",
                    en=f"the id `#{section.id}` is not formed as ids are",
                ),
                Text(
                    sq="përdorni shkronja të vogla pa ë e ç, shifra dhe viza: `{#hapi-i-pare}`",
                    en="use small letters, digits and hyphens: `{#first-step}`",
                ),
            )
        elif section.id and section.id in seen:
            yield Finding(
                section.heading,
                Text(
                    sq=f"emri `#{section.id}` përdoret edhe në rreshtin {seen[section.id]}",
                    en=f"the id `#{section.id}` is used on line {seen[section.id]} too",
                ),
            )
        seen.setdefault(section.id, section.heading.line)
