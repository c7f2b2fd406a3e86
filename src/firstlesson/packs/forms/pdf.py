"""PDF: a handbook for each audience and language, the teacher's kit, hand-outs and protocol cards to print."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.about import about
from firstlesson.packs.book.chapters import chapters_for
from firstlesson.packs.book.sheets import hand_outs, protocol_cards, teacher_kit
from firstlesson.packs.form import File, Form
from firstlesson.packs.names import pack_name
from firstlesson.packs.pdf.document import Book, document
from firstlesson.packs.pdf.fonts import MODULE
from firstlesson.packs.pdf.render import printed
from firstlesson.packs.source import Selection, Source
from firstlesson.site.words import words_of


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for name, xml in documents(source, selection):
        yield File(name, printed(xml, site=source.site, work=source.work))


def documents(source: Source, selection: Selection) -> Iterator[tuple[str, str]]:
    """What is to be laid out: the name of each file, and its XML."""
    for name, book, language, audience in _books(source, selection):
        if book.chapters:
            yield name, document(source, about(source, language, audience), book, language)


def _books(source: Source, selection: Selection) -> Iterator[tuple[str, Book, str, str]]:
    """File name, book, language and audience of all that is printed."""
    course = source.course
    for language in selection.languages:
        for audience in selection.audiences:
            title = course.audiences[audience].edition[language]
            book = Book(title, chapters_for(source, language, audience))
            yield pack_name(source, audience, language, suffix=".pdf"), book, language, audience
        if "teacher" in selection.audiences:
            words = words_of(language)
            for name, chapters in (
                ("teacher-kit", teacher_kit(source, language)),
                ("hand-outs", hand_outs(source, language)),
                ("protocol-cards", protocol_cards(source, language)),
            ):
                sheets = Book(words(f"pdf-{name}"), chapters, sheets=True)
                yield pack_name(source, name, language, suffix=".pdf"), sheets, language, "teacher"


FORM = Form(
    name="pdf",
    about=Text(
        sq="për t'u printuar: manuale, dosja e mësuesit, fletë për nxënës, kartat e protokolleve",
        en="to print: handbooks, the teacher's kit, hand-outs for pupils, protocol cards",
    ),
    make=_make,
    pieces=Selection.by_audience,
    extra="pdf",
    modules=("typst", "pikepdf", "fontTools", MODULE),
)
