"""Sexual extortion and the like in texts for young children."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._index import texts_for
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.audience._words import (
    edition_of,
    is_for_pupils,
    lesson_of,
    pattern_of,
    patterns_of,
)
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_PUPILS_FILES = ("quiz.yml", "scenario.yml")
_READ_BY_ALL = ("learningOutcomes", "description", "name")
_TEACHERS = "teacherNotes"


@check(
    "AUD014",
    severity=Severity.ERROR,
    why=Text(
        sq="Fëmijëve nën 12 vjeç nuk u flasim për shantazhin seksual dhe nuk i pyesim për të: i tremb dhe nuk i mbron. "
        "Ata mësojnë për trupin e tyre, për sekretet e këqija dhe për të rriturit që ndihmojnë.",
        en="We neither tell children under 12 about sexual extortion nor ask them about it: it frightens and does not "
        "protect. They learn about their own body, bad secrets and adults who help.",
    ),
    locked=True,
)
def not_for_under_twelves(course: Course) -> Iterator[Finding]:
    """No sexual extortion in what children under twelve read, nothing sexual if all are younger."""
    for said in texts_for(course, patterns_of("extortion"), patterns_of("sexual")):
        lesson = lesson_of(said, course)
        ages = lesson.data.typical_age_range if lesson else None
        if ages is None or ages.youngest >= 12:
            continue
        short = edition_of(said) == ""
        file = said.text.path.rpartition("/")[2]
        theirs = is_for_pupils(said, course) or (
            short
            and (
                (file in _PUPILS_FILES and _TEACHERS not in said.text.route)
                or said.text.route[0] in _READ_BY_ALL
            )
        )
        if not theirs:
            continue
        names = ("extortion", "sexual") if ages.oldest < 12 else ("extortion",)
        for name in names:
            pattern = pattern_of(name, said.language)
            match = pattern.search(said.folded) if pattern else None
            if match:
                yield Finding(
                    said.span(*match.span()),
                    Text(
                        sq=f"kjo nuk është për fëmijët {ages.youngest} vjeç",
                        en=f"this is not for children of {ages.youngest}",
                    ),
                    Text(
                        sq="flisni për trupin, për sekretet që rëndojnë dhe për të rriturin të cilit i beson, ose "
                        "ndryshoni moshën",
                        en="speak of the body, of secrets that weigh on us and of an adult they trust, or change the ages",
                    ),
                )
                break
