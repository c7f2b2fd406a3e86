"""Single files: each lesson and protocol as one file that survives a message and a phone's file manager."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.about import about
from firstlesson.packs.alone import alone
from firstlesson.packs.form import File, Form
from firstlesson.packs.source import Page, Selection, Source
from firstlesson.site.addresses import lesson_path, protocol_path


def _make(source: Source, selection: Selection) -> Iterator[File]:
    course = source.course
    texts = {lesson_path(one, name) for one in course.lessons.values() for name in one.editions}
    texts |= {protocol_path(one) for one in course.protocols.values()}
    for page in source.pages:
        wanted = page.language in selection.languages and page.draft.path in texts
        if not wanted or page.draft.audience not in selection.audiences:
            continue
        said = about(source, page.language, page.draft.audience)
        text = alone(source, page, note=f"{said.made} {said.newer}")
        yield File(_name(page), text.encode())


def _name(page: Page) -> str:
    """`lesson-2-student-sq.html`: it says what it is when it is sent alone, and no more than that."""
    _, _, place = page.draft.path.partition("/")
    return f"{place.replace('/', '-')}-{page.language}.html"


FORM = Form(
    name="single",
    about=Text(
        sq="çdo mësim dhe protokoll si një skedar i vetëm, për ta dërguar në telefon",
        en="each lesson and protocol as one single file, to send to a phone",
    ),
    make=_make,
)
