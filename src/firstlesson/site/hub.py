"""The hub: the pages about the organisation and its work, and how one finds them."""

from __future__ import annotations

from collections.abc import Iterable

from firstlesson.course.model import Course, Prose
from firstlesson.site.addresses import HOME, page_path, relative
from firstlesson.site.draft import Crumb
from firstlesson.site.prose import summary
from firstlesson.site.render import render
from firstlesson.site.words import Words

SECTION = "hub"
"""The id of the list."""


def hub_list(course: Course, words: Words, *, at: str, told: bool) -> str:
    """All pages of the hub but the page `at`; `told` says a sentence about each."""
    hub = course.settings.hub
    if hub is None:
        return ""
    title = hub.name[words.language]
    return page_list(hub.pages, course, words, at=at, title=title, told=told)


def page_list(
    names: Iterable[str], course: Course, words: Words, *, at: str, title: str, told: bool = True
) -> str:
    """Links to hand-written pages below a heading; nothing where there are none."""
    rows = [
        {
            "title": text.document.title or name,
            "text": summary(text) if told else "",
            "href": relative(page_path(name), at) + ".html",
        }
        for name in names
        if page_path(name) != at and (text := _text(name, course, words))
    ]
    return render("hub", rows=rows, id=SECTION, title=title) if rows else ""


def hub_front(course: Course) -> str:
    """The name of the page that leads to all others; empty where there is no hub."""
    return course.settings.hub.pages[0] if course.settings.hub else ""


def reader_of(name: str, course: Course) -> str:
    """The one audience a page is for; empty where it is for several or for everybody."""
    found = [one.id for one in course.audiences.values() if name in one.pages]
    return found[0] if len(found) == 1 else ""


def way_up(name: str, course: Course, words: Words) -> tuple[Crumb, ...]:
    """The way from a hand-written page to the home page, through the hub where it belongs there."""
    home = Crumb(words("home"), HOME)
    hub = course.settings.hub
    if hub is None or name not in hub.pages[1:]:
        return (home,)
    return home, Crumb(hub.name[words.language], page_path(hub.pages[0]))


def _text(name: str, course: Course, words: Words) -> Prose | None:
    page = course.pages.get(name)
    return course.in_language(page.prose, words.language) if page else None
