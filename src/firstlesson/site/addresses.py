"""Where every page of the site stands: one path for all languages, without language or suffix."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from firstlesson.course.links import Target, default_edition
from firstlesson.course.model import Course, Lesson, Prose, Protocol
from firstlesson.site.beside import TEACHER, beside

HOME = "index"
HELP = "help"
GLOSSARY = "glossary"
SOURCES = "sources"
AGES = "ages"
TOPICS = "topics"
PROTOCOLS = "protocols/index"
CATALOGUE = "catalogue"
CATALOGUE_LISTS = "catalogue-lists"
WORRIES = "worries"
"""What parents worry about, and what they do then."""
COVERAGE = "coverage"
CERTIFICATE = "certificate"
STATUS = "status"
AZ = "a-z"
SEARCH = "assets/search"
PRIVATE = "private-browsing"
EXIT = "table"
"""The neutral page to which one can leave without the internet: a multiplication table."""
NOT_FOUND = "404"


def script_path(language: str) -> str:
    """The one script of a language's pages; it brings the words that it shows."""
    return f"assets/site.{language}.js"


def audience_path(audience: str) -> str:
    """The page of everything for one audience."""
    return f"for/{audience}"


def lesson_path(lesson: Lesson, edition: str) -> str:
    """One edition of a lesson."""
    return f"lessons/{lesson.data.slug or lesson.id}/{edition}"


def story_path(lesson: Lesson) -> str:
    """The stories of a lesson, which pupils play or talk about."""
    return lesson_path(lesson, "story")


def beside_path(lesson: Lesson) -> str:
    """What stands beside a lesson's plan."""
    return lesson_path(lesson, "beside")


def projector_path(lesson: Lesson) -> str:
    """The lesson on the wall."""
    return lesson_path(lesson, "projector")


def presenter_path(lesson: Lesson) -> str:
    """What the teacher sees while the lesson is on the wall."""
    return lesson_path(lesson, "presenter")


def plan_sheet_path(lesson: Lesson) -> str:
    """The lesson's plan on two sheets."""
    return lesson_path(lesson, "plan")


def sheets_path(lesson: Lesson) -> str:
    """What a teacher prints for the pupils."""
    return lesson_path(lesson, "sheets")


def key_path(lesson: Lesson) -> str:
    """The stories and quizzes with what a teacher alone knows of them."""
    return lesson_path(lesson, "key")


def protocol_path(protocol: Protocol) -> str:
    """The page of a protocol."""
    return f"protocols/{protocol.data.slug or protocol.id}"


def card_path(protocol: Protocol) -> str:
    """The protocol on one sheet of paper."""
    return f"{protocol_path(protocol)}-card"


def media_path(owner: Lesson | Protocol, file: str) -> str:
    """Where a picture of a lesson or protocol is copied to."""
    folder = (
        posixpath.dirname(lesson_path(owner, "x"))
        if isinstance(owner, Lesson)
        else posixpath.dirname(protocol_path(owner)) + "/" + (owner.data.slug or owner.id)
    )
    return f"{folder}/media/{posixpath.basename(file)}"


def root_relative(file: str, path: str, language: str, source_language: str) -> str:
    """The way from a page to a file at the site's root, which all languages share."""
    return "../" * (path.count("/") + (language != source_language)) + file


def page_path(name: str) -> str:
    """A hand-written page of `docs/`."""
    return PROTOCOLS if name == "protocols" else name


def relative(to: str, start: str) -> str:
    """The way from one page to another, or to a file, as a browser follows it."""
    return _way(to, posixpath.dirname(start) or ".")


@lru_cache(maxsize=100_000)
def _way(to: str, folder: str) -> str:
    """The same ways are asked for by every page of a folder, and finding them is slow."""
    return posixpath.relpath(to, folder)


def in_language(path: str, *, start: str, language: str, source_language: str) -> str:
    """The way to a page in language `language` from the same page in language `start`."""
    root = "../" * (path.count("/") + (start != source_language))
    folder = "" if language == source_language else f"{language}/"
    return f"{root}{folder}{path}.html"


def address_of(target: Target, prose: Prose, course: Course) -> tuple[str, str]:
    """A target's path in the site and its anchor; for a contact its telephone or web address."""
    if target.kind == "contact":
        contact = course.contacts[target.id]
        if contact.telephone:
            return f"tel:{contact.telephone.replace(' ', '')}", ""
        return (str(contact.url), "") if contact.url else (HELP, contact.id)
    if target.kind == "term":
        return GLOSSARY, target.id
    if target.kind == "source":
        return SOURCES, target.id
    if target.kind == "lesson":
        lesson = course.lessons[target.id]
        edition = target.edition or default_edition(prose, lesson.editions)
        if edition == TEACHER and target.anchor:
            text = course.in_language(lesson.texts(edition), prose.language)
            if text and target.anchor in {one.id for one in beside(lesson, text, course)}:
                return beside_path(lesson), target.anchor
        return lesson_path(lesson, edition), target.anchor
    if target.kind == "protocol":
        return protocol_path(course.protocols[target.id]), target.anchor
    return page_path(target.id), target.anchor
