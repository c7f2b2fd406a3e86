"""Staging the pages of one lesson or protocol into a tree that holds all others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from firstlesson.build.atomic import write_bytes
from firstlesson.build.garbage import without_gc
from firstlesson.build.stage import Staged
from firstlesson.course.faces import LooksFurtherError
from firstlesson.course.model import Course
from firstlesson.course.status import OwnerStatus, status_of
from firstlesson.course.view import without_outlines
from firstlesson.site.addresses import SEARCH, card_path, lesson_path, protocol_path
from firstlesson.site.draft import Draft
from firstlesson.site.pages.status import page as status_page
from firstlesson.site.plan import pages_of_folder, staged
from firstlesson.site.search.entries import entries
from firstlesson.site.search.renew import OtherPagesError, renewed_files
from firstlesson.site.words import words_of

Files = dict[str, bytes | None]
"""What is to stand at a path of the staged tree; nothing where the file goes."""


def stage_folder(
    course: Course,
    folder: str,
    *,
    standing: Sequence[OwnerStatus],
    root: Path,
    to: Path,
    today: dt.date,
) -> Staged | None:
    """Brings the pages of a folder in line with the course, in which all others may be closed.

    `to` must be as the last staging left it. Where it was not possible there is no answer: nothing was
    written and the whole has to be staged, as the folder has other pages than before, or a page of
    others would change with it. `standing` is how all folders stand in their languages.
    """
    if not folder.startswith(("lessons/", "protocols/")):
        return None
    shown = without_outlines(course)
    kind, _, name = folder.partition("/")
    if name not in (shown.lessons if kind == "lessons" else shown.protocols):
        return None
    try:
        with without_gc():
            found = _pages(shown, folder, root, to, today)
            found.update(_status(shown, standing, to, today))
    except (LooksFurtherError, OtherPagesError, OSError, ValueError, TypeError):
        return None  # whatever stands in the way: the whole is staged then, and that counts
    for path, data in found.items():
        if data is None:
            (to / path).unlink(missing_ok=True)
        else:
            write_bytes(to / path, data)
    written = [path for path, data in found.items() if data is not None]
    return Staged(tuple(written), tuple(found.keys() - set(written)))


class _PagesDifferError(OtherPagesError):
    """The folder has other pages than before."""


def _pages(course: Course, folder: str, root: Path, to: Path, today: dt.date) -> Files:
    """The pages that differ, and the search after them."""
    there = {language: _there(course, folder, to / language) for language in course.languages}
    languages: dict[str, list[str]] = {}
    for language, paths in there.items():
        for path in sorted(paths):
            languages.setdefault(path, []).append(language)
    found: Files = {}
    for language, made in pages_of_folder(course, folder, languages, today=today).items():
        if {draft.path for draft, _ in made} != there[language]:
            raise _PagesDifferError
        before: list[Draft] = []
        for draft, text in made:
            path = f"{language}/{draft.path}.md"
            old = (to / path).read_text("utf-8")
            front, body = _parted(old)
            if _parted(text)[0] != front:
                raise _PagesDifferError
            before.append(replace(draft, body=body))
            if text != old:
                found[path] = text.encode()
            for source, name in draft.copies:
                picture = (root / source).read_bytes()
                if (to / language / name).read_bytes() != picture:
                    found[f"{language}/{name}"] = picture
        after = [replace(draft, body=_parted(text)[1]) for draft, text in made]
        found |= _search(course, before, after, language, to)
    return found


def _there(course: Course, folder: str, stage: Path) -> set[str]:
    """The pages of a lesson or protocol that are staged in a language."""
    kind, _, id_ = folder.partition("/")
    if kind == "lessons":
        place = lesson_path(course.lessons[id_], "")
        return {f"{place}{file.stem}" for file in (stage / place).glob("*.md")}
    paths = {protocol_path(course.protocols[id_]), card_path(course.protocols[id_])}
    return {path for path in paths if (stage / f"{path}.md").is_file()}


def _parted(text: str) -> tuple[str, str]:
    """The front matter of a staged page, which holds its frame, and the page itself."""
    front, mark, body = text.partition("\n---\n")
    return front + mark, body


def _search(
    course: Course, before: Sequence[Draft], after: Sequence[Draft], language: str, to: Path
) -> Files:
    """The files of the index that differ."""
    words = words_of(language)
    place = f"{course.source_language}/{SEARCH}/{language}"
    found = renewed_files(
        lambda name: (to / place / name).read_text("utf-8"),
        list(entries(before, course, words)),
        list(entries(after, course, words)),
        language,
    )
    return {
        f"{place}/{name}": None if text is None else text.encode() for name, text in found.items()
    }


def _status(
    course: Course, standing: Sequence[OwnerStatus], to: Path, today: dt.date
) -> Iterator[tuple[str, bytes]]:
    """The page for coordinators, where it differs: a translation may have become stale."""
    status = status_of(course, today=today, standing=standing)
    for language in course.languages:
        draft = status_page(status, course, words_of(language))
        path = f"{language}/{draft.path}.md"
        text = staged(draft, course, words_of(language), list(course.languages))
        if (to / path).read_text("utf-8") != text:
            yield path, text.encode()
