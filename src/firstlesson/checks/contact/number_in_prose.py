"""Telephone numbers typed into a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.contact._linked import contacts_linked
from firstlesson.checks.contact._numbers import digits, numbers_in, texts_with_numbers
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Link, Passage
from firstlesson.span import Lines, Span

_NUMBER = re.compile(r"\+?\d(?:[ \u00a0().-]{0,2}\d){2,}")  # hours and ages are shorter
_CODE = re.compile(r"(?<!`)`([\d \u00a0().+-]{3,})`(?!`)(?![^\[\]\n]*\]\(contact:)")


@check(
    "CON001",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një numër i gabuar ose i vjetër e lë pa ndihmë një fëmijë. Numrat qëndrojnë vetëm te "
        "`data/contacts.yml`, me burim, dhe ndreqen kudo njëherësh.",
        en="A wrong or old number leaves a child without help. Numbers stand only in "
        "`data/contacts.yml`, with their source, and are mended everywhere at once.",
    ),
    locked=True,
)
def number_in_prose(prose: Prose, course: Course) -> Iterator[Finding]:
    """A telephone number may stand in a text only as the words of a `contact:` link."""
    [known] = _known(course)
    contact_links = [
        link
        for link in prose.document.links
        if (target := parse_target(link.target)) and target.kind == "contact"
    ]
    [numbered] = _numbered(course)
    for passage in numbered.get(prose.path, ()):
        for start, end, number in numbers_in(passage.text, known):
            if not _inside(passage, start, contact_links):
                yield _typed(passage, start, end, known.get(number))
    yield from _in_code(prose, known)
    for link in prose.document.links:
        if link.target.lower().startswith(("tel:", "sms:", "callto:")):
            yield Finding(
                link.target_span,
                Text(sq="numri është shkruar në lidhje", en="the number is typed into the link"),
                _hint(known.get(digits(link.target))),
            )


@check(
    "CON002",
    severity=Severity.ERROR,
    why=Text(
        sq="Një lidhje që tregon një numër dhe thërret një tjetër e mashtron atë që ka nevojë.",
        en="A link that shows one number and calls another deceives anyone who is in need.",
    ),
    locked=True,
)
def number_of_another(prose: Prose, course: Course) -> Iterator[Finding]:
    """A number in the words of a `contact:` link must be that contact's."""
    for link, contact in contacts_linked(prose, course):
        telephone = contact.telephone
        shown = [digits(match[0]) for match in _NUMBER.finditer(link.text)]
        if any(number != digits(telephone or "") for number in shown):
            right = telephone or ""
            yield Finding(
                link.span,
                Text(
                    sq=f"numri në tekst nuk është ai i `{contact.id}`",
                    en=f"the number in the text is not that of `{contact.id}`",
                ),
                Text(sq=f"numri është {right}", en=f"the number is {right}")
                if right
                else Text(sq="ky kontakt nuk ka numër", en="this contact has no number"),
            )


@once_for_a_course
def _known(course: Course) -> Iterator[dict[str, str]]:
    """The contacts' ids by the digits of their numbers."""
    yield {digits(one.telephone): one.id for one in course.contacts.values() if one.telephone}


@once_for_a_course
def _numbered(course: Course) -> Iterator[dict[str, list[Passage]]]:
    """The passages in which a number may stand, by file."""
    found: dict[str, list[Passage]] = {}
    for said in texts_with_numbers(course):
        if said.text.passage is not None:
            found.setdefault(said.text.path, []).append(said.text.passage)
    yield found


def _in_code(prose: Prose, known: Mapping[str, str]) -> Iterator[Finding]:
    """A number between backticks is read as a number all the same."""
    text = prose.document.text
    for match in _CODE.finditer(text) if "`" in text else ():
        if digits(match[1]) in known:
            yield _at(Lines(prose.path, text).span(*match.span()), known[digits(match[1])])


def _inside(passage: Passage, start: int, links: list[Link]) -> bool:
    """Whether a place in a passage lies in one of the links, which stand in reading order."""
    at = passage.span(start, start)
    place = (at.line, at.column)
    before = bisect_right(links, place, key=lambda link: (link.span.line, link.span.column))
    span = links[before - 1].span if before else at
    return place < (span.end_line, span.end_column)


def _typed(passage: Passage, start: int, end: int, contact: str | None) -> Finding:
    return _at(passage.span(start, end), contact)


def _at(span: Span, contact: str | None) -> Finding:
    return Finding(
        span,
        Text(
            sq="një numër telefoni është shkruar në tekst",
            en="a telephone number is typed into the text",
        ),
        _hint(contact),
    )


def _hint(contact: str | None) -> Text:
    if contact:
        return Text(
            sq=f"shkruani një lidhje: `[…](contact:{contact})`",
            en=f"write a link: `[…](contact:{contact})`",
        )
    return Text(
        sq="shtojeni te `data/contacts.yml` me burimin e tij, pastaj shkruani `[…](contact:…)`",
        en="add it to `data/contacts.yml` with its source, then write `[…](contact:…)`",
    )
