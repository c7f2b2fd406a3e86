"""What a SCORM package says of itself: the lesson, its one page, and its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of SCORM, as far as packages differ by it."""

    schema_version: str
    names: str
    """The XML namespaces of a manifest."""
    sco: str
    """How a resource is called one that speaks to the platform."""
    api: str
    """Under which name the platform offers its API."""
    rules: str = ""
    """What an item says of how the platform treats it."""


SCORM_12 = Edition(
    schema_version="1.2",
    names='xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"'
    ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    sco='adlcp:scormtype="sco"',
    api="API",
)
SCORM_2004 = Edition(
    schema_version="2004 4th Edition",
    names='xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"'
    ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"'
    ' xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    sco='adlcp:scormType="sco"',
    api="API_1484_11",
    # Without this a platform may note a lesson as done that was only opened.
    rules='<imsss:sequencing><imsss:deliveryControls completionSetByContent="true"'
    ' objectiveSetByContent="true"/></imsss:sequencing>',
)


def manifest(edition: Edition, name: str, title: str, version: str, files: Sequence[str]) -> str:
    """The text of `imsmanifest.xml`; the first of `files` is what the platform opens."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<manifest identifier={quoteattr(name)} version="{version}" {edition.names}>',
        "<metadata>",
        "<schema>ADL SCORM</schema>",
        f"<schemaversion>{edition.schema_version}</schemaversion>",
        "</metadata>",
        '<organizations default="lesson">',
        f'<organization identifier="lesson"><title>{escape(title)}</title>',
        '<item identifier="page" identifierref="files">',
        f"<title>{escape(title)}</title>",
        edition.rules,
        "</item>",
        "</organization>",
        "</organizations>",
        "<resources>",
        f'<resource identifier="files" type="webcontent" {edition.sco} href="{files[0]}">',
        *(f"<file href={quoteattr(file)}/>" for file in files),
        "</resource>",
        "</resources>",
        "</manifest>",
    ]
    return "\n".join(line for line in lines if line) + "\n"
