"""Words too long for young readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.reading._measure import reader_of
from firstlesson.checks.reading.hard_word import around, explained
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_OLDEST = 11
"""Up to this age, in years, a reader spells out long words."""
_LONG = re.compile(r"(?<![\w./@-])[^\W\d_]{14,}(?![\w/@-]|\.\w)")
_KNOWN = frozenset({"congratulations"})
"""Long words that young children know all the same."""


@check(
    "TXT034",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Një fëmijë që po mëson të lexojë e humb fillin te një fjalë e gjatë, dhe bashkë me të edhe këshillën.",
        en="A child who is learning to read loses the thread at a long word, and the advice with it.",
    ),
)
def long_word(course: Course) -> Iterator[Finding]:
    """Texts for young children have no words of fourteen letters and more, unless they are explained."""
    known = explained(course)
    for said, long in texts_in_which(course, _long_in):
        age = reader_of(said, course).oldest
        if age is None or age > _OLDEST:
            continue
        for start, end in long:
            at = said.text.span(start, end)
            if not any(around(span, at) for span in known.get(at.path, ())):
                word = said.text.text[start:end]
                yield Finding(
                    at,
                    Text(
                        sq=f"“{word}” ka {len(word)} shkronja; këta lexues janë deri {age} vjeç",
                        en=f"“{word}” has {len(word)} letters; these readers are up to {age} years old",
                    ),
                    Text(
                        sq="thoni më shkurt, ose lidheni fjalën me fjalorin: `[fjala](term:id)`",
                        en="say it in shorter words, or link it to the glossary: `[word](term:id)`",
                    ),
                )


def _long_in(one: Wording) -> Sequence[tuple[int, int]]:
    words = (match for match in _LONG.finditer(one.text) if match[0].lower() not in _KNOWN)
    return [match.span() for match in words if match[0].islower() or not match.start()]
