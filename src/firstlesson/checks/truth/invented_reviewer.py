"""Reviewers who are nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.diagnostics import Severity, Text

_NOBODY = re.compile(
    r"\W*|.*\b(?:tbc|tbd|todo|n/?a|xxx+|test|name|emri|emer mbiemer|name surname|jane doe|john doe|"
    r"filan\w*|fisteku?|reviewer|rishikuesi?|dikush|someone|somebody|anonymous|anonim|"
    r"duhet konfirmuar|to be confirmed|chatgpt|gpt|claude|gemini|copilot|ai|bot|robot|"
    r"inteligjenc\w* artificiale|artificial intelligence)\b.*"
)


@check(
    "TXT005",
    severity=Severity.ERROR,
    why=Text(
        sq="Faqja u thotë lexuesve se një njeri i organizatës e ka lexuar tekstin. Kjo nuk shpiket dhe nuk "
        "plotësohet nga një program.",
        en="The page tells readers that a person of the organisation has read the text. That is not invented "
        "and not filled in by a program.",
    ),
    locked=True,
)
def invented_reviewer(course: Course) -> Iterator[Finding]:
    """`reviewedBy` names a person of the organisation, or is left out."""
    reviewed: list[Lesson | Protocol] = [*course.lessons.values(), *course.protocols.values()]
    for one in reviewed:
        review = one.data.reviewed_by
        if review and _NOBODY.fullmatch(fold(review.name)):
            yield Finding(
                one.source.span("reviewedBy", "name"),
                Text(
                    sq=f"`{review.name}` nuk është një njeri që e rishikoi tekstin",
                    en=f"`{review.name}` is not a person who reviewed the text",
                ),
                Text(
                    sq="hiqni `reviewedBy` dhe `lastReviewed` derisa dikush i organizatës ta rishikojë",
                    en="leave out `reviewedBy` and `lastReviewed` until someone of the organisation has reviewed it",
                ),
            )
