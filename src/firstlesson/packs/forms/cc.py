"""Common Cartridge: each lesson for pupils as a page and quizzes that are the platform's own."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.form import File, Form
from firstlesson.packs.lms.cartridge import cartridge
from firstlesson.packs.lms.lessons import lessons_for_pupils
from firstlesson.packs.source import Selection, Source


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for page in lessons_for_pupils(source, selection):
        yield cartridge(source, page)


FORM = Form(
    name="cc",
    about=Text(
        sq="çdo mësim për nxënësit si Common Cartridge: faqe dhe kuize që mësuesi i përshtat në platformë",
        en="each lesson for pupils as a Common Cartridge: a page and quizzes to adapt on the platform",
    ),
    make=_make,
    on_stick=False,
)
