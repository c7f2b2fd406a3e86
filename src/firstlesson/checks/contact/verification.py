"""How fresh the verification of a contact is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Contact
from firstlesson.source.yaml import YamlDocument
from firstlesson.span import Span

_VALID = dt.timedelta(days=365)


@check(
    "CON010",
    severity=Severity.WARNING,
    why=Text(
        sq="Numrat dhe oraret ndryshojnë; një kontakt që askush nuk e provoi prej një viti mund të mos përgjigjet.",
        en="Numbers and hours change; a contact that nobody has tried for a year may not answer.",
    ),
)
def old_verification(course: Course, today: dt.date) -> Iterator[Finding]:
    """A contact was last verified more than a year ago."""
    for at, contact in _contacts(course, "verified"):
        if contact.verified and today - contact.verified > _VALID:
            days = (today - contact.verified).days
            yield Finding(
                at,
                Text(
                    sq=f"`{contact.id}` u verifikua për herë të fundit {days} ditë më parë",
                    en=f"`{contact.id}` was last verified {days} days ago",
                ),
                Text(
                    sq="kërkojini organizatës ta provojë dhe të shkruajë datën e re",
                    en="ask the organisation to try it and to write the new date",
                ),
            )


@check(
    "CON013",
    severity=Severity.ERROR,
    why=Text(
        sq="Data e verifikimit i thotë lexuesit se dikush e provoi kontaktin; nesër ende nuk është provuar.",
        en="The date of verification tells a reader that somebody tried the contact; nobody has tried it tomorrow.",
    ),
    locked=True,
)
def verified_in_the_future(course: Course, today: dt.date) -> Iterator[Finding]:
    """A contact cannot have been verified on a day to come."""
    for at, contact in _contacts(course, "verified"):
        if contact.verified and contact.verified > today:
            yield Finding(
                at,
                Text(
                    sq=f"`verified` është në të ardhmen ({contact.verified})",
                    en=f"`verified` lies in the future ({contact.verified})",
                ),
                Text(
                    sq="shkruani ditën kur organizata e provoi, ose hiqeni",
                    en="write the day on which the organisation tried it, or leave it out",
                ),
            )


def _contacts(course: Course, key: str) -> Iterator[tuple[Span, Contact]]:
    document: YamlDocument | None = course.documents.get("data/contacts.yml")
    for contact in course.contacts.values() if document else ():
        yield place(document, contact.id, key), contact


def place(document: YamlDocument | None, contact: str, key: str) -> Span:
    """Where a key of a contact stands; the contact itself where it has no such key."""
    if document is None:
        return Span.of_file("data/contacts.yml")
    entries = document.data.get("contacts") if isinstance(document.data, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and entry.get("id") == contact:
            name = key if key in entry else "id"
            return document.span("contacts", index, name)
    return Span.of_file(document.path)
