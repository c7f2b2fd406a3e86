"""Pages for children and families that name nobody who helps."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.links import parse_target
from firstlesson.course.model import EASY, Course, Lesson, Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_HELP = "help"


@check(
    "AUD001",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fëmijë që lexon për diçka që i ka ndodhur duhet ta gjejë ndihmën pikërisht aty, në tekst, "
        "edhe kur faqja printohet.",
        en="A child who reads about something that has happened to them must find help right there, in the "
        "text, also when the page is printed.",
    ),
    locked=True,
)
def page_without_help(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The text for pupils, and for parents on a sensitive topic, links to someone who helps."""
    sensitive = any(
        course.topics[one].sensitive for one in lesson.data.about if one in course.topics
    )
    for (edition, _), prose in lesson.prose.items():
        audience = course.audiences.get("student" if edition == EASY else edition)
        if audience is None:
            continue
        family = audience.minor or (sensitive and audience.educational_role == "parent")
        if family and not any(_leads_to_help(link.target, course) for link in prose.document.links):
            yield Finding(
                _end_of(prose),
                Text(
                    sq="ky tekst nuk të çon te askush që ndihmon",
                    en="this text leads to nobody who helps",
                ),
                Text(
                    sq=f"shtoni një seksion për ndihmën, me lidhje si {_example(lesson, course)} ose "
                    "`[ndihma](page:help)`",
                    en=f"add a section on help, with links such as {_example(lesson, course)} or "
                    "`[help](page:help)`",
                ),
            )


def _leads_to_help(address: str, course: Course) -> bool:
    target = parse_target(address)
    if target is None:
        return False
    return (target.kind == "contact" and target.id in course.contacts) or (
        target.kind == "page" and target.id == _HELP
    )


def _example(lesson: Lesson, course: Course) -> str:
    known = [course.contacts[one] for one in lesson.data.help if one in course.contacts]
    talk = next((one for one in known if one.contact_type == "talk"), known[0] if known else None)
    return f"`[…](contact:{talk.id})`" if talk else "`[…](contact:…)`"


def _end_of(prose: Prose) -> Span:
    """The last section, where help mostly stands."""
    sections = prose.document.sections
    return sections[-1].heading if sections else Span.of_file(prose.path)
