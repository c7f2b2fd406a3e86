"""`dist/`: finished packs, each form in a folder of its own, replaced only when the new ones are whole.

New packs grow in `dist/.new`; once a form is complete its files are renamed into place. So a killed
run or a full disk leaves the packs of before, and whoever comes next clears the rest away.
`dist/packs.json` and `dist/SHA256SUMS` say what there is.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from firstlesson.build.atomic import write_bytes

DIST = "dist"
"""The packs, below the project's root."""
_NEW = ".new"
_LIST = "packs.json"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Pack:
    """One finished file of `dist/`."""

    path: str
    """Below `dist/`, as `zip/mesimi-i-pare-student-sq.zip`."""
    form: str
    version: str
    bytes: int
    sha256: str


def clear(dist: Path) -> None:
    """Takes away what a killed run left."""
    shutil.rmtree(dist / _NEW, ignore_errors=True)


def lay_down(dist: Path, name: str, data: bytes) -> None:
    """Writes a new pack beside the shelf; it is not offered yet."""
    write_bytes(dist / _NEW / name, data)


def put_on(dist: Path, form: str, packs: Mapping[str, Pack], *, only: bool) -> None:
    """Puts the new packs of a form in their place; with `only`, its older ones go."""
    (dist / form).mkdir(parents=True, exist_ok=True)
    for path in packs:
        (dist / path).parent.mkdir(parents=True, exist_ok=True)
        (dist / _NEW / path).replace(dist / path)
    before = {one.path: one for one in on_shelf(dist)}
    if only:
        for file in sorted((dist / form).rglob("*")):
            if file.is_file() and file.relative_to(dist).as_posix() not in packs:
                file.unlink()
        before = {path: one for path, one in before.items() if one.form != form}
    _note(dist, {**before, **packs})


def on_shelf(dist: Path) -> list[Pack]:
    """The packs that are there and known; none where the list is missing or damaged."""
    try:
        noted = json.loads((dist / _LIST).read_text("utf-8"))
        packs = [Pack(**one) for one in noted]
    except (OSError, ValueError, TypeError):
        return []
    return [one for one in packs if (dist / one.path).is_file()]


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def sums(found: Mapping[str, str]) -> str:
    """Digests by path in the form that `sha256sum -c` reads."""
    return "".join(_line(path, found[path]) for path in sorted(found))


def _line(path: str, sha256: str) -> str:
    return f"{sha256}  {path}\n"


def _note(dist: Path, packs: Mapping[str, Pack]) -> None:
    known = sorted(_there(dist, packs), key=lambda one: one.path)
    text = json.dumps([asdict(one) for one in known], indent=2)
    data = f"{text}\n".encode()
    digests = {one.path: one.sha256 for one in known} | {_LIST: digest(data)}
    write_bytes(dist / _LIST, data)
    write_bytes(dist / SUMS, sums(digests).encode())


def _there(dist: Path, packs: Mapping[str, Pack]) -> Iterator[Pack]:
    return (one for one in packs.values() if (dist / one.path).is_file())
