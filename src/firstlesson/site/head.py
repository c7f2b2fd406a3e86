"""The head of a page: its title, what a preview shows, where its translations stand."""

from __future__ import annotations

from collections.abc import Sequence

from firstlesson.course.model import Course
from firstlesson.site.draft import Draft
from firstlesson.site.metadata import as_script
from firstlesson.site.render import render
from firstlesson.site.words import Words


def head(draft: Draft, course: Course, words: Words) -> str:
    """The part of the head that is the same on every host."""
    site = course.settings.name[words.language]
    title = draft.title or draft.heading
    private = bool(draft.title)  # a page with a neutral title gives nothing away in a preview
    html = render(
        "head",
        title=title if draft.kind == "home" else f"{title} · {site}",
        description=draft.description,
        shared=course.settings.description[words.language] if private else draft.description,
        site=site,
        noindex=draft.noindex,
        url=absolute(draft.path, words.language, course),
    )
    data = "\n".join(as_script(one) for one in draft.metadata)
    return f"{html}\n{data}" if data else html


def absolute(path: str, language: str, course: Course) -> str:
    """A page's address on the web."""
    base = str(course.settings.site_url).rstrip("/")
    folder = "" if language == course.source_language else f"{language}/"
    file = "" if path == "index" else f"{path}.html"
    return f"{base}/{folder}{file}"


def sitemap(pages: Sequence[tuple[str, Sequence[str]]], course: Course) -> str:
    """`sitemap.xml`: every page that may be found, with its translations."""
    entries = [
        {
            "url": absolute(path, language, course),
            "alternates": [(one, absolute(path, one, course)) for one in languages],
            "default": absolute(path, languages[0], course),
        }
        for path, languages in pages
        for language in languages
    ]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + render("sitemap", entries=entries) + "\n"


def robots(course: Course) -> str:
    """`robots.txt`: everything may be read, and here is the map."""
    base = str(course.settings.site_url).rstrip("/")
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n"
