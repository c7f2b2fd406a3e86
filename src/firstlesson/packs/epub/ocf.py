"""The container of an EPUB: a zip file whose first entry says, unpacked, what it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from firstlesson.packs.archive import zipped

PACKAGE = "EPUB/package.opf"
_MIMETYPE = "mimetype"
_NO_DAY = dt.date(1980, 1, 1)  # the first that a zip file knows
_CONTAINER = f"""\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def container(files: Mapping[str, bytes]) -> bytes:
    """The finished file, the same bytes whenever it is made."""
    inside = {
        **files,
        _MIMETYPE: b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
    }
    return zipped(inside, _NO_DAY, first=[_MIMETYPE], stored=[_MIMETYPE])
