"""What stands around every page: the bar with help and menu, the way up, the foot."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from firstlesson.course.model import Course
from firstlesson.schema import Contact
from firstlesson.site.addresses import (
    AGES,
    AZ,
    CATALOGUE,
    EXIT,
    GLOSSARY,
    HELP,
    HOME,
    PRIVATE,
    PROTOCOLS,
    TOPICS,
    audience_path,
    in_language,
    page_path,
    relative,
)
from firstlesson.site.draft import Draft
from firstlesson.site.render import render
from firstlesson.site.words import Words, words_of

_REVIEWED_APART = ("lesson", "story", "easy", "plan", "beside", "key", "protocol")
"""Pages that speak of their own review."""


def header(draft: Draft, course: Course, words: Words, languages: Collection[str]) -> str:
    """The bar: skip link, name, languages, help, menu; and the way up."""
    return render(
        "header",
        words=words,
        site=course.settings.name[words.language],
        home=_href(HOME, draft),
        alternates=_alternates(draft, course, words, languages),
        help=help_groups(course, words, adult=_adult(draft, course)),
        help_page=_href(HELP, draft),
        private_page=_href(PRIVATE, draft) if PRIVATE in course.pages else "",
        exit=_href(EXIT, draft),
        list=_href(AZ, draft),
        top=_top(draft, course, words),
        crumbs=[{"title": one.title, "href": _href(one.path, draft)} for one in draft.crumbs],
    )


def aside(draft: Draft, words: Words) -> str:
    """The page's own menu: its editions and its sections, and nothing that grows with the site."""
    editions = [
        {
            "title": one.title,
            "href": _href(one.path, draft),
            "audience": one.audience,
            "current": one.path == draft.path,
        }
        for one in draft.editions
    ]
    return render("aside", words=words, editions=editions, sections=draft.sections)


def footer(draft: Draft, course: Course, words: Words) -> str:
    """The foot: pages about the site, who publishes it, the licence."""
    links = [("about", "footer-about"), ("offline", "footer-offline")]
    links += [("private-browsing", "footer-private"), ("accessibility", "footer-accessibility")]
    return render(
        "footer",
        words=words,
        links=[
            {"title": words(key), "href": _href(name, draft)}
            for name, key in links
            if name in course.pages
        ],
        draft=draft.kind not in _REVIEWED_APART and course.settings.last_reviewed is None,
        publisher=course.settings.publisher,
        license=course.settings.license,
    )


def help_groups(
    course: Course, words: Words, *, adult: bool, everyone: bool = False
) -> list[Mapping[str, object]]:
    """The contacts by kind, in the order of `contacts.yml`; `everyone` shows those outside the box too."""
    groups: list[Mapping[str, object]] = []
    for kind in dict.fromkeys(one.contact_type for one in course.contacts.values()):
        contacts = [
            help_entry(one, words)
            for one in course.contacts.values()
            if one.contact_type == kind and (everyone or one.in_help_box)
        ]
        if contacts:
            key = f"{kind}-adult" if adult and f"{kind}-adult" in words else kind
            groups.append({"kind": kind, "title": words(key), "contacts": contacts})
    return groups


def help_entry(contact: Contact, words: Words) -> Mapping[str, object]:
    """A contact as one line: what to tap, and what it is."""
    url = str(contact.url or "")
    return {
        "id": contact.id,
        "name": contact.name[words.language],
        "shown": contact.telephone or url.removeprefix("https://").removeprefix("www.").strip("/"),
        "href": f"tel:{contact.telephone.replace(' ', '')}" if contact.telephone else url,
        "web": not contact.telephone,
        "contact": contact,
    }


def _adult(draft: Draft, course: Course) -> bool:
    return draft.audience in course.audiences and not course.audiences[draft.audience].minor


def _top(draft: Draft, course: Course, words: Words) -> list[Mapping[str, object]]:
    entries = [(HOME, words("home"))]
    entries += [
        (audience_path(one.id), one.edition[words.language]) for one in course.audiences.values()
    ]
    entries += [(PROTOCOLS, words("protocols")), (CATALOGUE, words("catalogue"))]
    entries += [(AGES, words("find-age"))]
    entries += [(TOPICS, words("find-topic")), (GLOSSARY, words("glossary"))]
    if hub := course.settings.hub:
        entries += [(page_path(hub.pages[0]), hub.name[words.language])]
    entries += [(AZ, words("a-z"))]
    entries += [(HELP, words("help-title"))]
    return [
        {"title": title, "href": _href(path, draft), "current": path == draft.path}
        for path, title in entries
    ]


def _alternates(
    draft: Draft, course: Course, words: Words, languages: Collection[str]
) -> list[Mapping[str, object]]:
    """The same page in every language that has it."""
    return [
        {
            "language": one,
            "name": words_of(one)("language"),
            "current": one == words.language,
            "href": in_language(
                draft.path,
                start=words.language,
                language=one,
                source_language=course.source_language,
            ),
        }
        for one in course.languages
        if one in languages
    ]


def _href(path: str, draft: Draft) -> str:
    return relative(path, draft.path) + ".html"
