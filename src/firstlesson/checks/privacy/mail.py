"""Mail addresses by which one person is found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._index import texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said, fold
from firstlesson.checks.privacy._words import words
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Contact, Source
from firstlesson.source.addresses import host_of, plain_address
from firstlesson.source.markdown import Link

_MAIL = re.compile(
    r"(?<![\w.+-])([\w.+-]{1,64})\s?(?:@|\(at\)|\[at\]|\{at\}|\(et\)|\[et\]|\s(?:at|pike|ne)\s(?=[\w-]+\s(?:dot|pike)\s))\s?"
    r"((?:[\w-]+\s?(?:\.|[([](?:dot|pike)[)\]]|\sdot\s|\spike\s)\s?)+[a-z]{2,10})(?![\w@])"
)
_WRITTEN_SIGNS = ("@", "(at)", "[at]", "{at}", "(et)", "[et]")
_MAIL_SIGNS = (*_WRITTEN_SIGNS, " dot ", " pike ")
_ENDINGS = (".al", ".com", ".org", ".net", ".eu", ".info", ".it", ".co", ".gg", ".xk")
"""Only with one of these are words such as `name at host dot al` surely an address."""
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".md", ".yml")
"""What ends so is the name of a file: `logo@2x.png`."""


@check(
    "PRV010",
    severity=Severity.ERROR,
    why=Text(
        sq="Një adresë private në një faqe për fëmijë u jep të panjohurve një rrugë te një njeri, dhe "
        "fëmijëve një rrugë jashtë mbrojtjes së shkollës.",
        en="A private address on a page for children gives strangers a way to a person, and children "
        "a way outside the school's protection.",
    ),
    locked=True,
)
def private_mail(course: Course) -> Iterator[Finding]:
    """No private e-mail address stands in a text or a link."""
    for said, match in _mails(course):
        if _is_private(match[1], match[2]):
            yield Finding(said.span(*match.span()), _MAIL_SAID, _MAIL_HINT)
    for link, name, host in _mail_links(course):
        if _is_private(name, host):
            yield Finding(link.target_span, _MAIL_SAID, _MAIL_HINT)


@check(
    "PRV009",
    severity=Severity.WARNING,
    why=Text(
        sq="Një adresë që nuk është e një shërbimi të njohur mund të jetë e një njeriu, ose të mos "
        "lexohet nga askush.",
        en="An address that is of no known service may be a person's, or be read by nobody.",
    ),
)
def unknown_mail(course: Course) -> Iterator[Finding]:
    """An e-mail address belongs to an organisation whose site is among the contacts or sources."""
    known = _known_hosts(course)
    for said, match in _mails(course):
        host = _joined(match[2])
        is_one = any(sign in match[0] for sign in _WRITTEN_SIGNS) or host.endswith(_ENDINGS)
        if is_one and _is_unknown(match[1], host, known):
            yield Finding(said.span(*match.span()), _UNKNOWN_MAIL, _MAIL_HINT)
    for link, name, host in _mail_links(course):
        if _is_unknown(name, host, known):
            yield Finding(link.target_span, _UNKNOWN_MAIL, _MAIL_HINT)


def _is_private(name: str, host: str) -> bool:
    joined = _joined(host)
    return joined in words()["private-mail"] and name.strip(".").lower() not in words()["nobody"]


def _is_unknown(name: str, host: str, known: frozenset[str]) -> bool:
    """Whether an address may be a person's, and is no example and no file."""
    if name.strip(".") in words()["nobody"] or host.endswith(_FILES):
        return False
    return not _is_private(name, host) and not _is_known(host, known)


@once_for_a_course
def _mails(course: Course) -> Iterator[tuple[Said, re.Match[str]]]:
    """All that looks like a mail address in the texts, for both checks that ask."""
    for said in texts_holding(course, _MAIL_SIGNS):
        if any(sign in said.folded for sign in _MAIL_SIGNS):
            yield from ((said, match) for match in _MAIL.finditer(said.folded))


def _mail_links(course: Course) -> Iterator[tuple[Link, str, str]]:
    """The links to a mail address that does not stand in their own words; its name and host."""
    for prose in course.prose:
        for link in prose.document.links:
            plain = plain_address(link.target)
            if plain.startswith("mailto:") and "@" in plain and "@" not in fold(link.text):
                name, _, host = plain.removeprefix("mailto:").partition("?")[0].partition("@")
                yield link, name, host


def _joined(host: str) -> str:
    return (
        re.sub(r"\s?(?:[([](?:dot|pike)[)\]]|\sdot\s|\spike\s|\.)\s?", ".", host)
        .replace(" ", "")
        .lower()
    )


def _known_hosts(course: Course) -> frozenset[str]:
    told: list[Contact | Source] = [*course.contacts.values(), *course.sources.values()]
    urls = [one.url for one in told if one.url]
    return frozenset(host_of(str(url)) for url in urls)


def _is_known(host: str, known: frozenset[str]) -> bool:
    if host in ("example.com", "example.org", "example.net", "example.al") or host.endswith(
        (".example", ".gov.al", ".edu.al", ".rks-gov.net", ".europa.eu", ".test", ".invalid")
    ):
        return True
    if host.split(".", maxsplit=1)[0] in (
        "shembull",
        "example",
        "shkolla",
        "email",
        "domain",
        "domeni",
    ):
        return True
    return any(host == one or host.endswith(f".{one}") or one.endswith(f".{host}") for one in known)


_MAIL_SAID = Text(sq="kjo është një adresë private", en="this is a private e-mail address")
_MAIL_HINT = Text(
    sq="tregoni një kontakt: `[…](contact:…)`; si shembull: `emri@example.com`",
    en="point to a contact: `[…](contact:…)`; as an example: `name@example.com`",
)
_UNKNOWN_MAIL = Text(
    sq="kjo adresë nuk është e një shërbimi që është te kontaktet",
    en="this address is of no service that is among the contacts",
)
