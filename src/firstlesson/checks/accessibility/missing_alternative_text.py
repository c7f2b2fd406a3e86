"""Pictures without words."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text


@check(
    "ACC001",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush nuk e sheh figurën dëgjon tekstin e saj; pa të, një pjesë e mësimit i mungon.",
        en="Anyone who cannot see a picture hears its text; without it, part of the lesson is missing.",
    ),
)
def missing_alternative_text(prose: Prose) -> Iterator[Finding]:
    """A picture needs a text that says what it shows, unless it is mere decoration."""
    for image in prose.document.images:
        decorative = ".decorative" in image.attributes.split()
        if not image.text.strip() and not decorative:
            yield Finding(
                image.span,
                Text(
                    sq="figurës i mungon teksti që thotë çfarë tregon",
                    en="the picture has no text that says what it shows",
                ),
                Text(
                    sq="shkruajeni mes kllapave: `![Çfarë tregon](…)`; ose, nëse është vetëm zbukurim, "
                    "`![](…){.decorative}`",
                    en="write it between the brackets: `![What it shows](…)`; or, if it is mere "
                    "decoration, `![](…){.decorative}`",
                ),
            )
