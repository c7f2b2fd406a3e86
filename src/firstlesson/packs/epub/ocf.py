"""The container of an EPUB: a zip file whose first entry says, unpacked, what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

PACKAGE = "EPUB/package.opf"
_CONTAINER = f"""\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def container(files: Mapping[str, bytes]) -> bytes:
    """The finished file, the same bytes whenever it is made."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compresslevel=9) as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
        inside = {**files, "META-INF/container.xml": _CONTAINER.encode()}
        for name in sorted(inside):
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), inside[name])
    return target.getvalue()


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)  # its date is the first that a zip file knows
    entry.compress_type = compression
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o100644 << 16
    return entry
