"""Whether the contacts lead to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.contact.verification import place
from firstlesson.course.links import parse_target
from firstlesson.course.model import EASY, Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Contact
from firstlesson.source.yaml import YamlDocument
from firstlesson.span import Span


@check(
    "CON011",
    severity=Severity.ERROR,
    why=Text(
        sq="Një shërbim pa telefon dhe pa adresë nuk e ndihmon askënd. Vetëm zyrat që janë në çdo bashki shkruhen "
        "pa numër, sepse secila shkollë shkruan të vetin.",
        en="A service without telephone and address helps nobody. Only offices that every municipality has stand "
        "without a number, because each school writes in its own.",
    ),
    locked=True,
)
def contact_without_a_way(course: Course) -> Iterator[Finding]:
    """A contact has a telephone number or an address, unless it is an authority."""
    document = course.documents.get("data/contacts.yml")
    for contact in course.contacts.values():
        if contact.contact_type == "authority" or contact.telephone or contact.url:
            continue
        yield Finding(
            place(document, contact.id, "id"),
            Text(
                sq=f"`{contact.id}` nuk ka as telefon, as adresë",
                en=f"`{contact.id}` has neither a telephone number nor an address",
            ),
            Text(sq="shtoni `telephone` ose `url`", en="add `telephone` or `url`"),
        )


@check(
    "CON012",
    severity=Severity.ERROR,
    why=Text(
        sq="Kutia e ndihmës është në çdo faqe. Pa një numër për rrezikun dhe një për të folur, një fëmijë në "
        "rrezik nuk gjen asgjë.",
        en="The help box stands on every page. Without a number for danger and one to talk to, a child in danger "
        "finds nothing.",
    ),
    locked=True,
)
def incomplete_help_box(course: Course) -> Iterator[Finding]:
    """The help box has a telephone for danger and one to talk to somebody, both for children."""
    document = course.documents.get("data/contacts.yml")
    if document is None or not course.contacts:
        return
    box = [one for one in course.contacts.values() if one.in_help_box and one.telephone]
    for kind, said in _NEEDED.items():
        if not any(one.contact_type == kind and "student" in one.audience for one in box):
            yield Finding(_where_one_is_missing(course, document, kind), said, _ADD)


def _where_one_is_missing(course: Course, document: YamlDocument, kind: str) -> Span:
    """The contact that is kept out of the box, where there is one; else the list of contacts."""
    for contact in course.contacts.values():
        fits = contact.contact_type == kind and contact.telephone and not contact.in_help_box
        if fits and "student" in contact.audience:
            written = place(document, contact.id, "inHelpBox")
            if written != place(document, contact.id, "id"):
                return written
            return place(document, contact.id, "contactType")
    return document.key_span("contacts")


@check(
    "CON014",
    severity=Severity.ERROR,
    why=Text(
        sq="Një shërbim që nuk i merr fëmijët e kthen mbrapsht fëmijën që më në fund kërkoi ndihmë.",
        en="A service that does not take children turns away the child who has asked for help at last.",
    ),
    locked=True,
)
def contact_not_for_children(course: Course) -> Iterator[Finding]:
    """A text or lesson for children leads only to contacts that are there for children."""
    minors = {one.id for one in course.audiences.values() if one.minor}
    if not minors:
        return  # AUD018 tells it
    minors.add(EASY)
    for prose in course.prose:
        if not prose.owner.startswith("lessons/") or prose.name not in minors:
            continue
        for link in prose.document.links:
            target = parse_target(link.target)
            contact = (
                course.contacts.get(target.id) if target and target.kind == "contact" else None
            )
            if contact and not minors & set(contact.audience) and not contact.in_help_box:
                yield _not_for_children(link.target_span, contact)
    for lesson in course.lessons.values():
        for at, name in _help_of(lesson, minors):
            contact = course.contacts.get(name)
            if contact and not minors & set(contact.audience) and not contact.in_help_box:
                yield _not_for_children(at, contact)


def _help_of(lesson: Lesson, minors: set[str]) -> Iterator[tuple[Span, str]]:
    """The contacts that a lesson for children alone, and each story, which children play, names as help."""
    if minors >= {*lesson.data.audience}:
        for at, name in enumerate(lesson.data.help):
            yield lesson.source.span("help", at), name
    if lesson.scenario and lesson.scenario_source:
        for number, scenario in enumerate(lesson.scenario.scenarios):
            for at, name in enumerate(scenario.help):
                yield lesson.scenario_source.span("scenarios", number, "help", at), name


def _not_for_children(at: Span, contact: Contact) -> Finding:
    return Finding(
        at,
        Text(sq=f"`{contact.id}` nuk është për fëmijët", en=f"`{contact.id}` is not for children"),
        Text(
            sq="zgjidhni një kontakt me `student` te `audience`",
            en="choose a contact with `student` in `audience`",
        ),
    )


@check(
    "CON015",
    severity=Severity.ERROR,
    why=Text(
        sq="Kutia e ndihmës del edhe në çdo faqe për fëmijët: çfarë është në të, duhet të jetë edhe për ta.",
        en="The help box stands on every page for children too: whatever is in it must be there for them.",
    ),
    locked=True,
)
def help_box_not_for_children(course: Course) -> Iterator[Finding]:
    """Every contact of the help box is for every audience of children."""
    document = course.documents.get("data/contacts.yml")
    minors = [one.id for one in course.audiences.values() if one.minor]
    for contact in course.contacts.values():
        missing = [one for one in minors if one not in contact.audience]
        if contact.in_help_box and missing:
            yield Finding(
                place(document, contact.id, "audience"),
                Text(
                    sq=f"`{contact.id}` është në kutinë e ndihmës, por jo për `{missing[0]}`",
                    en=f"`{contact.id}` stands in the help box, but is not for `{missing[0]}`",
                ),
                Text(
                    sq=f"shtoni `{missing[0]}` te `audience`, ose hiqni `inHelpBox`",
                    en=f"add `{missing[0]}` to `audience`, or remove `inHelpBox`",
                ),
            )


@check(
    "CON016",
    severity=Severity.ERROR,
    why=Text(
        sq="Një shërbim që mban numrin në emër dhe thërret një tjetër e çon te i gabuari atë që ka nevojë.",
        en="A service with one number in its name and another behind it leads whoever is in need to the wrong one.",
    ),
    locked=True,
)
def name_shows_another_number(course: Course) -> Iterator[Finding]:
    """The number in a contact's name is its telephone number, in every language."""
    document = course.documents.get("data/contacts.yml")
    for contact in course.contacts.values():
        telephone = (contact.telephone or "").replace(" ", "").lstrip("+")
        for name in contact.name.root.values() if telephone else ():
            shown = [re.sub(r"\D", "", one) for one in _NUMBER.findall(name)]
            if shown and telephone not in shown:
                yield Finding(
                    place(document, contact.id, "name"),
                    Text(
                        sq=f"emri tregon {shown[0]}, por `telephone` është {contact.telephone}",
                        en=f"the name shows {shown[0]}, but `telephone` is {contact.telephone}",
                    ),
                    Text(sq="bëjini të njëjta", en="make them the same"),
                    related=(place(document, contact.id, "telephone"),),
                )
                break


_NUMBER = re.compile(r"(?<![\w/])\d{3,}(?:[ -]?\d{2,})*(?![\w/])")
_NEEDED = {
    "danger-now": Text(
        sq="në kutinë e ndihmës nuk ka një telefon për rrezikun",
        en="the help box has no telephone number for danger",
    ),
    "talk": Text(
        sq="në kutinë e ndihmës nuk ka një telefon për të folur me dikë",
        en="the help box has no telephone number to talk to somebody",
    ),
}
_ADD = Text(
    sq="vini `inHelpBox: true` te një kontakt i tillë, me `student` te `audience`",
    en="set `inHelpBox: true` at such a contact, with `student` in its `audience`",
)
