"""What the tests of packs share."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

STUDENTS = ("mesimi-i-pare-student-sq.zip", "mesimi-i-pare-student-en.zip")
WHOLE = "mesimi-i-pare-all.zip"


def unzipped(data: bytes, place: Path) -> Path:
    """Unpacks a ZIP; gives its one top folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(place)
        tops = {name.split("/")[0] for name in archive.namelist()}
    (top,) = tops
    return place / top
