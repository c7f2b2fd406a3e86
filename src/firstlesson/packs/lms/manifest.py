"""What a SCORM 1.2 package says of itself: the lesson, its one page, and its files."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

_NAMES = (
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"'
    ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
)


def manifest(name: str, title: str, version: str, files: Sequence[str]) -> str:
    """The text of `imsmanifest.xml`; the first of `files` is what the platform opens."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<manifest identifier={quoteattr(name)} version="{version}" {_NAMES}>',
        "<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>",
        '<organizations default="lesson">',
        f'<organization identifier="lesson"><title>{escape(title)}</title>',
        f'<item identifier="page" identifierref="files"><title>{escape(title)}</title></item>',
        "</organization>",
        "</organizations>",
        "<resources>",
        f'<resource identifier="files" type="webcontent" adlcp:scormtype="sco" href="{files[0]}">',
        *(f"<file href={quoteattr(file)}/>" for file in files),
        "</resource>",
        "</resources>",
        "</manifest>",
    ]
    return "\n".join(lines) + "\n"
