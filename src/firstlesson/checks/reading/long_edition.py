"""Editions for pupils that are longer than pupils read."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.reading._measure import count_words, reader_of_lesson, without_pictures
from firstlesson.course.model import EASY, Course, Lesson, Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_SLACK = 1.15


@check(
    "TXT022",
    severity=Severity.WARNING,
    why=Text(
        sq="Një fëmijë që lodhet para fundit nuk arrin te ndihma, që zakonisht qëndron në fund.",
        en="A child who tires before the end never reaches the help, which mostly stands there.",
    ),
)
def long_edition(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The pupils' text must not be longer than pupils of its age read in a few minutes."""
    for (edition, _), prose in lesson.prose.items():
        audience = course.audiences.get("student" if edition == EASY else edition)
        if audience is None or not audience.minor or lesson.data.typical_age_range is None:
            continue
        most = reader_of_lesson(lesson).words_in_edition
        if len(prose.document.text.split()) <= most * _SLACK:
            continue  # its passages hold no more words than the file
        number = _words_in(prose)
        if number > most * _SLACK:
            yield Finding(
                Span.of_file(prose.path),
                Text(
                    sq=f"teksti ka {number} fjalë; për moshën {lesson.data.typical_age_range} "
                    f"mjaftojnë {most}",
                    en=f"the text has {number} words; for ages {lesson.data.typical_age_range} "
                    f"{most} are enough",
                ),
                Text(
                    sq="hiqni çka nuk duhet, ose kaloni një pjesë te teksti i mësuesit",
                    en="leave out what is not needed, or move a part to the teacher's text",
                ),
            )


def _words_in(prose: Prose) -> int:
    return sum(count_words(without_pictures(one.text)) for one in prose.document.passages)
