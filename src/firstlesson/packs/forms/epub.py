"""EPUB 3: a book for phones and reading devices, one for each audience and language."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.about import about
from firstlesson.packs.book.chapters import chapters_for
from firstlesson.packs.epub.book import epub
from firstlesson.packs.form import File, Form
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Selection, Source


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for language in selection.languages:
        for audience in selection.audiences:
            chapters = chapters_for(source, language, audience)
            if chapters:
                data = epub(source, about(source, language, audience), chapters, language, audience)
                yield File(pack_name(source, audience, language, suffix=".epub"), data)


FORM = Form(
    name="epub",
    about=Text(
        sq="libër elektronik për çdo lexues, për telefona dhe lexues librash",
        en="an electronic book for each audience, for phones and reading devices",
    ),
    make=_make,
    pieces=Selection.by_audience,
)
