"""The parts of `lesson.yml` against the sections of the teacher's text."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text


@check(
    "SCH041",
    severity=Severity.ERROR,
    why=Text(
        sq="Mësuesi e gjen te faqja çdo hap të planit; një pjesë pa tekst e lë atë pa fjalë para klasës.",
        en="A teacher finds every step of the plan on the page; a part without a text leaves her "
        "without words in front of the class.",
    ),
)
def plan_without_section(lesson: Lesson) -> Iterator[Finding]:
    """Every part of the plan is a section of the teacher's text, in the same order."""
    for (edition, _), prose in lesson.prose.items():
        if edition != "teacher":
            continue
        written = [section.id for section in prose.document.sections]
        planned = [part.id for part in lesson.data.parts]
        for index, part in enumerate(planned):
            if part not in written:
                yield Finding(
                    lesson.source.span("parts", index, "id"),
                    Text(
                        sq=f"`{prose.path}` nuk ka një seksion `{{#{part}}}`",
                        en=f"`{prose.path}` has no section `{{#{part}}}`",
                    ),
                    Text(
                        sq=f"shtoni `## … {{#{part}}}` te teksti i mësuesit",
                        en=f"add `## … {{#{part}}}` to the teacher's text",
                    ),
                )
        there = [part for part in planned if part in written]
        if sorted(there, key=written.index) != there:
            yield Finding(
                lesson.source.key_span("parts"),
                Text(
                    sq=f"pjesët nuk janë në rendin e seksioneve të `{prose.path}`",
                    en=f"the parts are not in the order of the sections of `{prose.path}`",
                ),
            )
