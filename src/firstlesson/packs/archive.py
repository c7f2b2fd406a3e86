"""ZIP archives that are the same every time and open on every system."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Collection, Iterable, Mapping

from firstlesson.diagnostics import Text
from firstlesson.packs.form import NotPossibleError

LONGEST = 135
"""A path inside a copy; Windows allows 260 in all, and people unpack in deep folders."""

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
_DEVICE = re.compile(r"(?i)(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|$)")


def zipped(
    files: Mapping[str, bytes],
    day: dt.date,
    *,
    first: Iterable[str] = (),
    stored: Collection[str] = (),
) -> bytes:
    """An archive of files; `first` are the paths at its beginning, `stored` those not compressed."""
    judge(files)
    order = [*first, *sorted(set(files) - set(first))]
    date = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in order:
            entry = zipfile.ZipInfo(path, date)
            entry.compress_type = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return out.getvalue()


def judge(paths: Iterable[str]) -> None:
    """Refuses paths that some system would not take."""
    seen: dict[str, str] = {}
    for path in paths:
        twin = seen.setdefault(path.lower(), path)
        wrong = not _SAFE.fullmatch(path) or path.endswith(".") or "./" in path
        if wrong or _DEVICE.search(path) or len(path) > LONGEST or twin != path:
            raise NotPossibleError(
                Text(
                    sq=f"`{path}` nuk hapet kudo: emrat duhen pa ë dhe ç, të ndryshëm edhe me "
                    f"shkronja të vogla, gjithsej deri në {LONGEST} shenja; riemërtojeni",
                    en=f"`{path}` does not open everywhere: names need plain letters, must differ "
                    f"in lower case too, and may have {LONGEST} characters in all; rename it",
                )
            )
