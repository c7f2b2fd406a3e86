"""A copy of some pages that a browser opens from a disk: pages, pictures, script, styles, search."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from firstlesson.packs.about import address_on_the_web
from firstlesson.packs.html import (
    for_the_disk,
    references,
    relinked,
    style_of,
    with_foot_note,
    with_style_file,
)
from firstlesson.packs.shelf import digest
from firstlesson.packs.source import Page, Source
from firstlesson.site.addresses import (
    AZ,
    EXIT,
    HOME,
    SEARCH,
    audience_path,
    lesson_path,
    script_path,
)
from firstlesson.site.assets import SCRIPTS, script
from firstlesson.site.search.files import search_files
from firstlesson.site.words import words_of

_SCRIPTS = tuple(one for one in SCRIPTS if one != "keep")
"""Only the site itself can be kept on a device."""
_STYLES = "assets"


def copy_of(
    source: Source, pages: Sequence[Page], audience: str = "", *, start: str
) -> dict[str, bytes]:
    """The files of a copy by their path; its pages keep the places that they have on the site.

    Each leads to `start`, the file that says from when the copy is: a page does not say so itself,
    so that a newer copy differs only where a page does.
    """
    files: dict[str, bytes] = {}
    there = {page.path for page in pages}
    course = source.course
    placeholder = "" if address_on_the_web(course) else str(course.settings.site_url)
    for language in dict.fromkeys(page.language for page in pages):
        code = script(course, words_of(language), _SCRIPTS)
        files[script_path(language)] = code.encode()
        drafts = [page.draft for page in pages if page.language == language]
        found = search_files(drafts, course, words_of(language))
        files |= {f"{SEARCH}/{name}": text.encode() for name, text in found.items()}
        path = f"{folder_of(source, language)}{EXIT}.html"
        there.add(path)
        files[path] = for_the_disk((source.site / path).read_text("utf-8")).encode()
    for page in pages:
        stand_ins = dict(_stand_ins(source, page, audience))

        def lead(target: str, instead: Mapping[str, str] = stand_ins) -> str | None:
            if target in there or not target.endswith(".html"):
                return target
            return instead.get(target) if instead.get(target) in there else None

        text = for_the_disk(source.html(page), placeholder)
        text = relinked(text, page.path, lead, listed=page.draft.path == AZ)
        text = with_foot_note(text, words_of(page.language)("copy-how-new"), _way(start, page.path))
        text = _with_its_style(text, page.path, files)
        files |= _beside(source, text, page.path, files)
        files[page.path] = text.encode()
    return files


def home_of(source: Source, language: str, audience: str) -> str:
    """The page with which a copy begins."""
    return f"{folder_of(source, language)}{audience_path(audience) if audience else HOME}.html"


def folder_of(source: Source, language: str) -> str:
    """Where the pages of a language stand: the source language's at the root."""
    return "" if language == source.course.source_language else f"{language}/"


def _with_its_style(text: str, path: str, files: dict[str, bytes]) -> str:
    """Pages of one kind share a style: inside each page it would be a third of a large pack."""
    style = style_of(text)
    if not style:
        return text
    name = f"{_STYLES}/style-{digest(style.encode())[:8]}.css"
    files[name] = style.encode()
    return with_style_file(text, _way(name, path))


def _beside(source: Source, text: str, path: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pictures and other files that a page names and that are not there yet."""
    named = {one for one in references(text, path) if not one.endswith(".html")}
    return {one: (source.site / one).read_bytes() for one in sorted(named - set(files))}


def _way(to: str, path: str) -> str:
    return posixpath.relpath(to, posixpath.dirname(path) or ".")


def _stand_ins(source: Source, page: Page, audience: str) -> Iterator[tuple[str, str]]:
    """What is opened in place of a page that an audience's copy has not got.

    The home page is the audience's own, and the list of everything leads to their edition.
    """
    if not audience:
        return
    folder = folder_of(source, page.language)
    yield f"{folder}{HOME}.html", f"{folder}{audience_path(audience)}.html"
    if page.draft.path != AZ:
        return
    for lesson in source.course.lessons.values():
        for edition in lesson.editions:
            mine = lesson_path(lesson, audience)
            yield f"{folder}{lesson_path(lesson, edition)}.html", f"{folder}{mine}.html"
