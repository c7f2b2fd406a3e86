"""Sections of a translation against those of the text it translates."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._did_you_mean import close_to
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.translation._sides import pairs
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRN010",
    severity=Severity.WARNING,
    why=Text(
        sq="Çfarë thuhet vetëm në përkthim, lexuesi i gjuhës së parë nuk e merr vesh kurrë.",
        en="What is said only in a translation, the reader of the first language never learns.",
    ),
)
def extra_section(course: Course) -> Iterator[Finding]:
    """A translation has no section that its source does not have."""
    for source, target in pairs(course):
        there = [one.id for one in source.document.sections if one.id]
        translated = {one.id for one in target.document.sections}
        for section in target.document.sections:
            if section.id and section.id not in there:
                close = close_to(section.id, [one for one in there if one not in translated])
                yield Finding(
                    section.heading,
                    Text(
                        sq=f"`{source.path}` nuk ka një seksion `#{section.id}`",
                        en=f"`{source.path}` has no section `#{section.id}`",
                    ),
                    Text(sq=f"mos deshët `#{close}`?", en=f"did you mean `#{close}`?")
                    if close
                    else Text(
                        sq="shkruajeni së pari në gjuhën e parë, ose hiqeni",
                        en="write it in the first language first, or remove it",
                    ),
                )


@check(
    "TRN011",
    severity=Severity.WARNING,
    why=Text(
        sq="Kush kalon nga një gjuhë te tjetra e humbet fillin kur seksionet kanë një radhë tjetër.",
        en="Anyone who changes the language loses the thread where sections stand in another order.",
    ),
)
def order_of_sections(course: Course) -> Iterator[Finding]:
    """The sections of a translation stand in the order of the source; one finding for each file."""
    for source, target in pairs(course):
        ids = [one.id for one in source.document.sections if one.id]
        translated = [one for one in target.document.sections if one.id]
        names = [one.id for one in translated]
        if len(set(ids)) < len(ids) or len(set(names)) < len(names):
            continue  # ids that stand twice are told already
        common = [one for one in ids if one in names]
        here = [one for one in translated if one.id in common]
        moved = next((i for i, one in enumerate(here) if one.id != common[i]), None)
        if moved is not None:
            # Where one section only moved up, that one is out of place, else the one found there.
            rest = [one.id for one in here[moved + 1 :]]
            down = rest[: len(common) - moved - 1] == common[moved : len(common) - 1]
            wrong = here[moved] if down or common[moved] not in rest else None
            shown = wrong or next(one for one in here if one.id == common[moved])
            place = common.index(shown.id)
            before = common[place - 1] if place else ""
            yield Finding(
                shown.heading,
                Text(
                    sq=f"te `{source.path}` seksioni `#{shown.id}` vjen "
                    + (f"pas `#{before}`" if before else "i pari"),
                    en=f"in `{source.path}` the section `#{shown.id}` comes "
                    + (f"after `#{before}`" if before else "first"),
                ),
                Text(
                    sq="vendosini seksionet në të njëjtën radhë",
                    en="put the sections in the same order",
                ),
            )
