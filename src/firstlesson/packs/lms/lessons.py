"""The lessons that a learning platform takes: each a page of its own, and those that pupils may have."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.packs.about import about
from firstlesson.packs.alone import alone
from firstlesson.packs.names import ascii_name
from firstlesson.packs.source import Page, Selection, Source


def lessons_for_pupils(source: Source, selection: Selection) -> Iterator[Page]:
    """The lessons' pages for children, of the chosen audiences and languages."""
    minors = {one for one in selection.audiences if source.course.audiences[one].minor}
    for page in source.pages:
        wanted = page.language in selection.languages and page.draft.kind == "lesson"
        if wanted and page.draft.audience in minors:
            yield page


def name_of(page: Page) -> str:
    """What a lesson's package is called: `lesson-1-student`."""
    return ascii_name(page.draft.path.partition("/")[2])


def page_alone(source: Source, page: Page) -> str:
    """A lesson as one file, which says from when it is and where to get a newer one."""
    said = about(source, page.language, page.draft.audience)
    return alone(source, page, note=f"{said.made} {said.newer}")
