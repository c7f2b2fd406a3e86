"""ZIP: the pages as a folder that any computer's browser opens, for each audience and of everything."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.archive import zipped
from firstlesson.packs.browsable import browsable
from firstlesson.packs.form import File, Form
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Selection, Source
from firstlesson.packs.start import READ_ME, START


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for audience in selection.audiences:
        for language in selection.languages:
            yield _zip(source, (language,), audience)
    if selection.whole:
        yield _zip(source, source.course.languages, "")


def _zip(source: Source, languages: tuple[str, ...], audience: str) -> File:
    parts = (audience, languages[0]) if audience else ("all",)
    name = pack_name(source, *parts, suffix=".zip")
    top = name.removesuffix(".zip")
    files = browsable(source, languages, audience)
    inside = {f"{top}/{path}": data for path, data in files.items()}
    return File(name, zipped(inside, source.day, first=[f"{top}/{START}", f"{top}/{READ_ME}"]))


FORM = Form(
    name="zip",
    about=Text(
        sq="një dosje për kompjuterin, që hapet me dy klikime; për secilin lexues dhe e gjithë faqja",
        en="a folder for a computer, opened with a double click; for each audience, and everything",
    ),
    make=_make,
)
