"""QTI 3.0: each lesson's quizzes for platforms that ask questions in their own way."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.form import File, Form
from firstlesson.packs.lms.qti_package import qti_package
from firstlesson.packs.lms.quizzes import quizzes_for
from firstlesson.packs.source import Selection, Source


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for page in source.pages:
        if page.language in selection.languages and page.draft.audience in selection.audiences:
            quizzes = quizzes_for(source, page)
            if quizzes:
                yield qti_package(source, page, quizzes)


FORM = Form(
    name="qti",
    about=Text(
        sq="kuizet e çdo mësimi si paketë QTI 3.0, për nxënësit dhe, me të gjitha përgjigjet, për mësuesit",
        en="each lesson's quizzes as a QTI 3.0 package, for pupils and, with every answer, for teachers",
    ),
    make=_make,
    on_stick=False,
)
