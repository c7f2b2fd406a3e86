"""Everything from A to Zh: titles, keywords, words and needs. Without JavaScript it is the search."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator

from firstlesson.course.model import Course
from firstlesson.site.addresses import (
    AZ,
    GLOSSARY,
    HELP,
    HOME,
    NOT_FOUND,
    TOPICS,
    WORRIES,
    audience_path,
    lesson_path,
    page_path,
    protocol_path,
    relative,
)
from firstlesson.site.cards import built_lessons, built_protocols
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.pages.document import sort_key
from firstlesson.site.pages.worries import READER
from firstlesson.site.render import render
from firstlesson.site.words import Words

Line = tuple[str, str, str]
"""What one looks for, where it stands (with an anchor), and what that is."""

_QUOTES = "«“\"‘'("

MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """One page."""
    del today
    title = words("a-z")
    lines = {(text[:1].upper() + text[1:], to, kind) for text, to, kind in _lines(course, words)}
    groups: dict[str, list[dict[str, str]]] = {}
    for text, to, kind in sorted(lines, key=lambda line: (_key(line[0], words), line)):
        path, _, anchor = to.partition("#")
        href = f"{relative(path, AZ)}.html" + (f"#{anchor}" if anchor else "")
        line = {"text": text, "href": href, "kind": kind}
        groups.setdefault(_letter(text, words), []).append(line)
    letters = [
        {"id": f"letter-{number}", "letter": letter, "lines": found}
        for number, (letter, found) in enumerate(groups.items())
    ]
    yield Draft(
        path=AZ,
        kind="page",
        heading=title,
        body=f"# {title}\n\n{words('a-z-intro')}\n\n{render('index_az', letters=letters)}",
        description=words("a-z-intro"),
        crumbs=(Crumb(words("home"), HOME),),
    )


def _lines(course: Course, words: Words) -> Iterator[Line]:
    language = words.language
    for lesson in built_lessons(course):
        name, to = lesson.data.name[language], lesson_path(lesson, lesson.editions[0])
        yield name, to, words("lesson")
        yield from ((one[language], to, name) for one in lesson.data.keywords)
    for protocol in built_protocols(course):
        yield protocol.data.name[language], protocol_path(protocol), words("protocol-title")
    for term in course.terms.values():
        for called in (term.name, *term.alternate_name):
            yield called[language], f"{GLOSSARY}#{term.id}", words("glossary")
    for topic in course.topics.values():
        yield topic.name[language], TOPICS, words("topics")
    for audience in course.audiences.values():
        yield audience.edition[language], audience_path(audience.id), ""
    for need in course.needs.values():
        yield need.name[language], HELP, words("block-help")
        if need.worry and READER in course.audiences:
            to = f"{WORRIES}#{need.id}"
            yield need.worry.name[language], to, course.audiences[READER].edition[language]
    for page in course.pages.values():
        if page.name not in (NOT_FOUND, HOME) and language in page.prose:
            yield page.prose[language].document.title or page.name, page_path(page.name), ""


def _key(text: str, words: Words) -> object:
    plain = text.lstrip(_QUOTES)
    return sort_key(plain) if words.language == "sq" else plain.casefold()


def _letter(text: str, words: Words) -> str:
    """The heading below which a line stands; in Albanian also Dh, Gj, Sh …, which are letters."""
    plain = text.lstrip(_QUOTES)
    if not plain[:1].isalpha():
        return "0–9"
    if words.language != "sq":
        return unicodedata.normalize("NFD", plain[0])[0].upper()
    one_letter = len(sort_key(plain[:2])) == 1
    return plain[0].upper() + (plain[1:2].lower() if one_letter else "")
