"""Numbers that are hard to imagine, on easy pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.reading._measure import easy_texts
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_HARD = re.compile(
    r"(?<![\w.,/-])\d+(?:[.,]\d+)? ?(?:%|‰|per ?qind\w*|perqindje\w*|percent\w*|per cent)"
    r"|(?<!\w)(?:perqind\w*|per qind|percent(?:age)?s?|per cent)(?!\w)"
    r"|(?<![\w.,/-])\d{1,3}(?:[., \u00a0]\d{3})+(?![\w%]|[.,]\d)"
    r"|(?<![\w.,/-])\d{4,}(?![\w%]|[.,/-]\d)"
    r"|(?<![\w.,/-])\d+[.,]\d+(?![\w%]|[.,]\d)"
    r"|(?<![\w/])\d+/\d+(?![\w/])"
    r"|(?<!\w)(?:\d+ ?)?(?:milion|miliard|million|billion)\w*(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")


@check(
    "TXT026",
    severity=Severity.WARNING,
    why=Text(
        sq="Përqindjet dhe numrat e mëdhenj janë të vështirë për t'u përfytyruar; rregullat e tekstit të "
        "lehtë i shmangin.",
        en="Percentages and large numbers are hard to imagine; the rules of easy reading avoid them.",
    ),
)
def hard_number_in_easy_text(course: Course) -> Iterator[Finding]:
    """A percentage, a fraction or a large number on an easy page; years and contacts are fine."""
    links = {
        prose.path: [
            link.span
            for link in prose.document.links
            if (target := parse_target(link.target)) and target.kind == "contact"
        ]
        for prose in course.prose
    }
    for said in easy_texts(course):
        for match in _HARD.finditer(said.folded):
            if _YEAR.fullmatch(match[0]):
                continue
            at = said.span(*match.span())
            if any(
                link.line <= at.line <= link.end_line
                and link.column <= at.column
                and at.end_column <= link.end_column
                for link in links.get(at.path, ())
            ):
                continue
            yield Finding(
                at,
                Text(
                    sq=f"“{match[0].strip()}” është i vështirë për t'u përfytyruar",
                    en=f"“{match[0].strip()}” is hard to imagine",
                ),
                Text(
                    sq="thoni “shumë”, “pak”, “një në dhjetë fëmijë”, ose lëreni jashtë",
                    en="say “many”, “few”, “one in ten children”, or leave it out",
                ),
            )
