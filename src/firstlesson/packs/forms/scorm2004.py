"""SCORM 2004: each lesson for pupils as a package for platforms that take the newer edition."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.form import File, Form
from firstlesson.packs.lms.lessons import lessons_for_pupils
from firstlesson.packs.lms.manifest import SCORM_2004
from firstlesson.packs.lms.sco import package
from firstlesson.packs.source import Selection, Source


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for page in lessons_for_pupils(source, selection):
        yield package(source, page, SCORM_2004, "scorm2004")


FORM = Form(
    name="scorm2004",
    about=Text(
        sq="çdo mësim për nxënësit si paketë SCORM 2004 (botimi i katërt), për platforma më të reja",
        en="each lesson for pupils as a SCORM 2004 package (4th edition), for newer platforms",
    ),
    make=_make,
    on_stick=False,
)
