"""Translations of a text that has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.course.parity import State, units_of
from firstlesson.diagnostics import Severity, Text


@check(
    "TRN002",
    severity=Severity.WARNING,
    why=Text(
        sq="Lexuesi i gjuhës tjetër do të lexonte një këshillë që shqip është ndrequr ndërkohë. "
        "Faqja e thotë këtë derisa përkthimi të përditësohet.",
        en="The reader of the other language would read advice that has been mended in Albanian "
        "meanwhile. The page says so until the translation is brought up to date.",
    ),
)
def stale_translation(course: Course) -> Iterator[Finding]:
    """A translated section or short text whose source is no longer the one it was made from."""
    for unit in units_of(course):
        if unit.state is State.STALE:
            place = f"{unit.source.path}:{unit.source.line}"
            accept = f"{unit.owner}/{unit.key}"
            yield Finding(
                unit.target,
                Text(
                    sq=f"përkthen një version më të vjetër të `{place}`",
                    en=f"translates an older version of `{place}`",
                ),
                Text(
                    sq=f"krahasojeni me tekstin shqip, pastaj `firstlesson status --accept '{accept}'`",
                    en=f"compare with the Albanian text, then run `firstlesson status --accept '{accept}'`",
                ),
                related=(unit.source,),
            )


@check(
    "TRN004",
    severity=Severity.WARNING,
    why=Text(
        sq="Lexuesi i gjuhës tjetër e sheh tekstin në gjuhën e parë, me një njoftim.",
        en="The reader of the other language sees the text in the first one, with a notice.",
    ),
)
def missing_translation(course: Course) -> Iterator[Finding]:
    """A file or section that has no translation yet: one finding for each file."""
    seen: set[str] = set()
    for unit in units_of(course):
        if unit.state is State.MISSING:
            whole = unit.target.path not in course.files
            if whole and unit.target.path in seen:
                continue
            seen.add(unit.target.path)
            key = unit.key.partition("#")[2]
            yield Finding(
                unit.target,
                Text(
                    sq="ky përkthim mungon" if whole else f"mungon seksioni `#{key}`",
                    en="this translation is missing"
                    if whole
                    else f"the section `#{key}` is missing",
                ),
                Text(
                    sq=f"përktheni `{unit.source.path}`" + ("" if whole else f", `#{key}`"),
                    en=f"translate `{unit.source.path}`" + ("" if whole else f", `#{key}`"),
                ),
                related=(unit.source,),
            )
