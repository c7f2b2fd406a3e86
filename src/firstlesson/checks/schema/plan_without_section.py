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
    planned = [part.id for part in lesson.data.parts]
    again = next((at for at, one in enumerate(planned) if one in planned[:at]), None)
    if again is not None:
        yield _twice(lesson, again, planned[again])
        return
    out_of_order = False
    for (edition, _), prose in lesson.prose.items():
        if edition != "teacher":
            continue
        written = [section.id for section in prose.document.sections]
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
        stray = _stray([part for part in planned if part in written], written)
        if stray and not out_of_order:
            out_of_order = True
            yield Finding(
                lesson.source.span("parts", planned.index(stray), "id"),
                Text(
                    sq=f"te `{prose.path}` seksioni `{{#{stray}}}` nuk qëndron në këtë vend të planit",
                    en=f"in `{prose.path}` the section `{{#{stray}}}` does not stand at this place of the plan",
                ),
                Text(
                    sq="vini pjesët në rendin e seksioneve, ose ndrequni emrin",
                    en="put the parts in the order of the sections, or correct the name",
                ),
            )


def _stray(planned: list[str], written: list[str]) -> str:
    """A part without which the rest is in order, else the first that comes too early; empty if none."""
    places = [written.index(part) for part in planned]
    if places == sorted(places):
        return ""
    for at, part in enumerate(planned):
        rest = places[:at] + places[at + 1 :]
        if rest == sorted(rest):
            return part
    return next(
        part for part, one, two in zip(planned, places, places[1:], strict=False) if one > two
    )


def _twice(lesson: Lesson, index: int, part: str) -> Finding:
    return Finding(
        lesson.source.span("parts", index, "id"),
        Text(
            sq=f"pjesa `{part}` është dy herë në plan", en=f"the part `{part}` is in the plan twice"
        ),
        Text(
            sq="jepini emrin e seksionit të saj te teksti i mësuesit",
            en="give it the name of its own section of the teacher's text",
        ),
    )
