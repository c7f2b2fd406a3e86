"""Two words for one thing, on easy pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks.reading._measure import easy_texts
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TXT033",
    severity=Severity.WARNING,
    why=Text(
        sq="Kush lexon me mundim mendon se një fjalë tjetër do të thotë një gjë tjetër.",
        en="Anyone who reads with effort takes another word for another thing.",
    ),
)
def two_words_for_one_thing(course: Course) -> Iterator[Finding]:
    """An easy page keeps to one of a term's names."""
    names = cache(partial(_names, course))
    used: dict[tuple[str, str], str] = {}
    for said in easy_texts(course):
        pattern, terms = names(said.language)
        for match in pattern.finditer(said.folded) if pattern else ():
            first = used.setdefault((said.text.path, terms[match[0]]), match[0])
            if first != match[0]:
                yield Finding(
                    said.span(*match.span()),
                    Text(
                        sq=f"kjo faqe thotë më lart “{first}”, këtu “{match[0]}”",
                        en=f"this page says “{first}” above, here “{match[0]}”",
                    ),
                    Text(
                        sq="mbani të njëjtën fjalë në të gjithë faqen",
                        en="keep to the same word all over the page",
                    ),
                )


def _names(course: Course, language: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Every name of the terms that have several, and the term each belongs to."""
    terms: dict[str, str] = {}
    for term in course.terms.values():
        for name in (term.name, *term.alternate_name) if term.alternate_name else ():
            terms.setdefault(fold(name[language]), term.id)
    longest_first = sorted(terms, key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name) for name in longest_first)
    return (re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None), terms
