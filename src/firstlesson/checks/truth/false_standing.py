"""Claims that a text or service is more official, or more tested, than it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_LOGO = re.compile(
    r"easy[-_]?to[-_]?read|easy[-_]?read[-_]?logo|etr[-_]?logo|logo[-_]?etr|inclusion[-_]?europe|"
    r"lehte[-_]?per[-_]?t?[-_]?u?[-_]?lexuar[-_]?logo|logo[-_]?(?:i[-_])?lehte",
    re.IGNORECASE,
)


@check(
    "TXT010",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Protokollet tona janë drafte, tekstet e thjeshtuara janë ende të patestuara, dhe logoja evropiane "
        "kërkon një lexues me aftësi të kufizuara që i ka kontrolluar. Kush beson më shumë, gabon.",
        en="Our protocols are drafts, our simplified texts are not yet tested, and the European logo needs a "
        "reader with an intellectual disability who has checked them. Anyone who believes more is misled.",
    ),
)
def false_standing(course: Course) -> Iterator[Finding]:
    """An official standing, a membership, a logo or a test that nobody has verified."""
    yield from advice_in(course, "truth", "TXT010")
    for prose in course.prose:
        for image in prose.document.images:
            if _LOGO.search(image.target):
                yield Finding(image.target_span, _LOGO_SHOWN, _HINT)


_LOGO_SHOWN = Text(
    sq="logoja evropiane e leximit të lehtë nuk përdoret",
    en="the European easy-to-read logo is not used",
)
_HINT = Text(
    sq="shkruani “version i thjeshtuar, ende i patestuar”",
    en="write “simplified version, not yet tested”",
)
