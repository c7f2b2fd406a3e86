"""Mending a broken copy from a good one of the same version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from firstlesson.build.atomic import write_bytes
from firstlesson.packs.integrity import UNFINISHED, read_sums, verdict
from firstlesson.packs.shelf import SUMS, digest


@dataclass(frozen=True, slots=True)
class Mended:
    """What was taken from the good copy, and what was broken there too."""

    repaired: tuple[str, ...]
    unusable: tuple[str, ...]


def mend(folder: Path, good: Path) -> Mended:
    """Takes damaged and missing files from the good copy, each only after it was found right there.

    The list comes last, so that a mending that is interrupted can be done again. Files that do not
    belong there stay: whose they are is not ours to say.
    """
    wanted = read_sums(good)
    if wanted is None:
        return Mended((), (SUMS,))
    found = verdict(folder, wanted)
    repaired, unusable = [], []
    for path in (*found.changed, *found.missing):
        data = _read(good / path)
        if digest(data) == wanted[path]:
            write_bytes(folder / path, data)
            repaired.append(path)
        else:
            unusable.append(path)
    if not unusable:
        if _read(folder / SUMS) != _read(good / SUMS):
            write_bytes(folder / SUMS, _read(good / SUMS), durable=True)
            repaired.append(SUMS)
        (folder / UNFINISHED).unlink(missing_ok=True)
    return Mended(tuple(repaired), tuple(unusable))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
