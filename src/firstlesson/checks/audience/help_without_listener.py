"""Lists of help in which nobody listens."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_WHY = Text(
    sq="Raportimi i një faqeje nuk e dëgjon fëmijën: dikush duhet të flasë me të, ose të vijë kur ka rrezik.",
    en="Reporting a page does not listen to a child: someone must talk with them, or come when there is danger.",
)
_Found = tuple[Span, frozenset[str], bool]


@check("AUD002", severity=Severity.ERROR, why=_WHY, locked=True)
def help_without_anyone(course: Course) -> Iterator[Finding]:
    """A `help` list holds somebody to talk to, or somebody who comes in danger."""
    for at, types, _ in _lists(course):
        if types and not types & {"talk", "danger-now"}:
            yield Finding(
                at,
                Text(
                    sq="në këtë listë askush nuk dëgjon dhe askush nuk vjen",
                    en="in this list nobody listens and nobody comes",
                ),
                _hint(course),
            )


@check("AUD003", severity=Severity.WARNING, why=_WHY)
def help_without_listener(course: Course) -> Iterator[Finding]:
    """Children need somebody to talk to, not only the police."""
    for at, types, minor in _lists(course):
        if minor and "danger-now" in types and "talk" not in types:
            yield Finding(
                at,
                Text(
                    sq="në këtë listë nuk ka me kë të flasë fëmija",
                    en="in this list there is nobody for a child to talk to",
                ),
                _hint(course),
            )


def _lists(course: Course) -> Iterator[_Found]:
    texts: list[Lesson | Protocol] = [*course.lessons.values(), *course.protocols.values()]
    for one in texts:
        minor = isinstance(one, Lesson) and any(
            course.audiences[name].minor for name in one.data.audience if name in course.audiences
        )
        yield one.source.key_span("help"), _types(one.data.help, course), minor
    for lesson in course.lessons.values():
        if lesson.scenario and lesson.scenario_source:
            for index, scenario in enumerate(lesson.scenario.scenarios):
                at = lesson.scenario_source.key_span("scenarios", index, "help")
                yield at, _types(scenario.help, course), True


def _types(ids: tuple[str, ...], course: Course) -> frozenset[str]:
    return frozenset(course.contacts[one].contact_type for one in ids if one in course.contacts)


def _hint(course: Course) -> Text:
    talk = next((one.id for one in course.contacts.values() if one.contact_type == "talk"), "")
    if talk:
        return Text(sq=f"shtoni `{talk}`", en=f"add `{talk}`")
    return Text(
        sq="shtoni te `data/contacts.yml` një linjë këshillimi (`contactType: talk`)",
        en="add a helpline (`contactType: talk`) to `data/contacts.yml`",
    )
