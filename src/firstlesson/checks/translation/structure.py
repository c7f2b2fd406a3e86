"""Lists, tables and blocks of a section that differ between its languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.translation._sides import Side, sides
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text

_ITEM = re.compile(r"^[ ]*(?:[-*+]|\d{1,3}[.)])[ ]+\S")
_ROW = re.compile(r"^[ ]*\|.*\|[ ]*$")
_LINE = re.compile(r"^[ |:-]+$")


@check(
    "TRN025",
    severity=Severity.ERROR,
    why=Text(
        sq="Kur një gjuhë ka katër hapa dhe tjetra tre, njërit nga lexuesit i mungon një hap, ndoshta ai që mbron.",
        en="Where one language has four steps and the other three, one of the readers lacks a step, perhaps the one "
        "that protects.",
    ),
)
def steps_differ(course: Course) -> Iterator[Finding]:
    """A section has as many numbered steps in every language."""
    for source, target, first, second in _counted(course):
        if _lacks_steps(first, second):
            yield Finding(
                target.section.heading,
                Text(
                    sq=f"këtu ka {second['steps']} hapa me numra, te `{source.prose.path}` {first['steps']}",
                    en=f"there are {second['steps']} numbered steps here, {first['steps']} in `{source.prose.path}`",
                ),
                Text(
                    sq=f"krahasojini; titulli shqip është në rreshtin {source.section.first_line}",
                    en=f"compare them; the source's heading is on line {source.section.first_line}",
                ),
                related=(source.section.heading,),
            )


@check(
    "TRN018",
    severity=Severity.WARNING,
    why=Text(
        sq="Një hap që mungon te lista e një gjuhe është një hap që lexuesi i saj nuk e bën.",
        en="A step that is missing from the list in one language is one that its reader does not take.",
    ),
)
def lists_differ(course: Course) -> Iterator[Finding]:
    """A section has as many list items, table rows and blocks in every language."""
    for source, target, first, second in _counted(course):
        if _lacks_steps(first, second):
            continue  # which is told already
        for key, name in _NAMES.items():
            if first[key] != second[key]:
                yield Finding(
                    target.section.heading,
                    Text(
                        sq=f"këtu ka {second[key]} {name.sq}, te `{source.prose.path}` {first[key]}",
                        en=f"there are {second[key]} {name.en} here, {first[key]} in `{source.prose.path}`",
                    ),
                    Text(
                        sq=f"krahasojini; titulli shqip është në rreshtin {source.section.first_line}",
                        en=f"compare them; the source's heading is on line {source.section.first_line}",
                    ),
                    related=(source.section.heading,),
                )
                break


_NAMES = {
    "items": Text(sq="pika listash", en="list items"),
    "rows": Text(sq="rreshta tabelash", en="table rows"),
    "blocks": Text(sq="blloqe", en="blocks"),
}


@once_for_a_course
def _counted(course: Course) -> Iterator[tuple[Side, Side, Counter[str], Counter[str]]]:
    """Both sides of each section, with what each has."""
    for source, target in sides(course):
        yield source, target, _counts(source), _counts(target)


def _lacks_steps(first: Counter[str], second: Counter[str]) -> bool:
    """Whether numbered items are lost, and not only written as items without a number."""
    return first["steps"] != second["steps"] and first["items"] != second["items"]


def _counts(side: Side) -> Counter[str]:
    counts: Counter[str] = Counter()
    text, fenced = side.section.text, False
    may_be_fenced = "```" in text or "~~~" in text
    for line in text.split("\n"):
        own = line.lstrip()
        if may_be_fenced and own.startswith(("```", "~~~")):
            fenced = not fenced
        elif fenced:
            continue
        elif "|" in line and _ROW.match(line) and not _LINE.match(line):
            counts["rows"] += 1
        elif own and (own[0] in "-*+" or own[0].isdigit()) and _ITEM.match(line):
            counts["items"] += 1
            counts["steps"] += own[0].isdigit()
    first, last = side.section.first_line, side.section.last_line
    counts["blocks"] = sum(first <= one.span.line <= last for one in side.prose.document.blocks)
    return counts
