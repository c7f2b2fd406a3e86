"""SCORM 1.2: each lesson for pupils as a package for Moodle and other learning platforms."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from firstlesson.diagnostics import Text
from firstlesson.packs.about import about
from firstlesson.packs.alone import alone
from firstlesson.packs.archive import zipped
from firstlesson.packs.form import File, Form
from firstlesson.packs.lms.manifest import manifest
from firstlesson.packs.names import ascii_name, pack_name
from firstlesson.packs.source import Page, Selection, Source

_PAGE, _SCRIPT, _MANIFEST = "index.html", "scorm12.js", "imsmanifest.xml"


def _make(source: Source, selection: Selection) -> Iterator[File]:
    minors = {one for one in selection.audiences if source.course.audiences[one].minor}
    for page in source.pages:
        wanted = page.language in selection.languages and page.draft.kind == "lesson"
        if wanted and page.draft.audience in minors:
            yield _package(source, page)


def _package(source: Source, page: Page) -> File:
    name = ascii_name(page.draft.path.partition("/")[2])
    files = {_PAGE: _page(source, page).encode(), _SCRIPT: _adapter()}
    title = page.draft.heading
    said = manifest(f"{name}-{page.language}", title, source.version, [_PAGE, _SCRIPT])
    data = zipped({**files, _MANIFEST: said.encode()}, source.day, first=[_MANIFEST])
    return File(pack_name(source, "scorm", name, page.language, suffix=".zip"), data)


def _page(source: Source, page: Page) -> str:
    """The lesson as one file, and beside it the script that speaks to the platform."""
    said = about(source, page.language, page.draft.audience)
    html = alone(source, page, note=f"{said.made} {said.newer}")
    html = html.replace("script-src 'sha256-", "script-src 'self' 'sha256-", 1)
    return html.replace("</body>", f'<script src="{_SCRIPT}"></script>\n</body>', 1)


def _adapter() -> bytes:
    return (resources.files("firstlesson.packs.lms") / _SCRIPT).read_bytes()


FORM = Form(
    name="scorm",
    about=Text(
        sq="çdo mësim për nxënësit si paketë SCORM 1.2, për Moodle dhe platforma të tjera",
        en="each lesson for pupils as a SCORM 1.2 package, for Moodle and other platforms",
    ),
    make=_make,
)
