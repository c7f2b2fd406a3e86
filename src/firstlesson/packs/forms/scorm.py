"""SCORM 1.2: each lesson for pupils as a package for Moodle and other learning platforms."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.form import File, Form
from firstlesson.packs.lms.lessons import lessons_for_pupils
from firstlesson.packs.lms.manifest import SCORM_12
from firstlesson.packs.lms.sco import package
from firstlesson.packs.source import Selection, Source


def _make(source: Source, selection: Selection) -> Iterator[File]:
    for page in lessons_for_pupils(source, selection):
        yield package(source, page, SCORM_12, "scorm")


FORM = Form(
    name="scorm",
    about=Text(
        sq="çdo mësim për nxënësit si paketë SCORM 1.2, për Moodle dhe platforma të tjera",
        en="each lesson for pupils as a SCORM 1.2 package, for Moodle and other platforms",
    ),
    make=_make,
)
