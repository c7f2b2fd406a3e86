"""What stands inside every pack: what it is, from when, under which licence, whom to call, where to get a newer one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from firstlesson.course.model import Course
from firstlesson.packs.source import Source
from firstlesson.site.chrome import help_groups
from firstlesson.site.render import date_text
from firstlesson.site.words import Words, words_of

_NOBODYS = ("example", "test", "invalid", "localhost")
"""Names that lead nowhere on the web: an address with one of these is a placeholder."""


@dataclass(frozen=True, slots=True)
class Help:
    """One contact: what it is called, what one calls or opens, and the link to it."""

    group: str
    name: str
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class About:
    """The facts of a pack in one language, each a finished sentence or name."""

    course: str
    title: str
    """The course, and for whom this pack is."""
    made: str
    """On which day, and which version."""
    publisher: str
    licence: str
    licence_address: str
    newer: str
    help_title: str
    help: tuple[Help, ...]

    def lines(self) -> Iterator[str]:
        """The same as plain text, one fact a line."""
        yield self.title
        yield self.made
        yield self.publisher
        yield f"{self.licence} {self.licence_address}"
        yield self.newer
        yield f"{self.help_title}:"
        for one in self.help:
            yield f"- {one.group}: {one.name}" + (f" – {one.shown}" if one.shown else "")


def about(source: Source, language: str, audience: str = "") -> About:
    """What a pack for an audience says of itself; `audience` is empty where it holds everything."""
    course, words = source.course, words_of(language)
    name = course.settings.name[language]
    edition = course.audiences[audience].edition[language] if audience else words("copy-whole")
    adult = bool(audience) and not course.audiences[audience].minor
    return About(
        course=name,
        title=f"{name} · {edition}",
        made=words("copy-made", day=date_text(source.day, language), version=source.version),
        publisher=course.settings.publisher,
        licence=words("license"),
        licence_address=str(course.settings.license),
        newer=_newer(course, words),
        help_title=words("copy-help"),
        help=tuple(_help(course, words, adult=adult)),
    )


def address_on_the_web(course: Course) -> str:
    """Where the site stands; nothing while the address is only a placeholder."""
    address = str(course.settings.site_url)
    host = urlsplit(address).hostname or ""
    return "" if host.rpartition(".")[2] in _NOBODYS else address


def _newer(course: Course, words: Words) -> str:
    address = address_on_the_web(course)
    if address:
        return words("copy-newer-web", address=address)
    return words("copy-newer", publisher=course.settings.publisher)


def _help(course: Course, words: Words, *, adult: bool) -> Iterator[Help]:
    for group in help_groups(course, words, adult=adult):
        contacts = group["contacts"]
        assert isinstance(contacts, list)  # noqa: S101  # a template's values carry no types
        for one in contacts:
            yield Help(str(group["title"]), one["name"], str(one["shown"]), str(one["href"]))
