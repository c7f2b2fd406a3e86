"""A lesson as a SCORM package: its page, the script that speaks to the platform, the manifest."""

from __future__ import annotations

from importlib import resources

from firstlesson.packs.archive import zipped
from firstlesson.packs.form import File
from firstlesson.packs.lms.lessons import name_of, page_alone
from firstlesson.packs.lms.manifest import Edition, manifest
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Page, Source

_PAGE, _SCRIPT, _MANIFEST = "index.html", "scorm.js", "imsmanifest.xml"


def package(source: Source, page: Page, edition: Edition, form: str) -> File:
    """The package of a lesson in an edition of SCORM; `form` stands in its name."""
    name = name_of(page)
    title = page.draft.heading
    said = manifest(edition, f"{name}-{page.language}", title, source.version, [_PAGE, _SCRIPT])
    files = {
        _PAGE: _speaking(page_alone(source, page), edition).encode(),
        _SCRIPT: _script(),
        _MANIFEST: said.encode(),
    }
    data = zipped(files, source.day, first=[_MANIFEST])
    return File(pack_name(source, form, name, page.language, suffix=".zip"), data)


def _speaking(html: str, edition: Edition) -> str:
    """The page with the script beside it, which looks for the API of its edition first."""
    html = html.replace("script-src 'sha256-", "script-src 'self' 'sha256-", 1)
    tag = f'<script src="{_SCRIPT}" data-api="{edition.api}"></script>'
    return html.replace("</body>", f"{tag}\n</body>", 1)


def _script() -> bytes:
    return (resources.files("firstlesson.packs.lms") / _SCRIPT).read_bytes()
