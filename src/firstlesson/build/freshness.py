"""Whether the built site still is what its sources give: nothing is packed from an old one.

A build notes two digests in `.build/built`: of everything it was made from, and of the site itself.
Of both contents are compared, never dates.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType

from firstlesson.build.atomic import write_bytes
from firstlesson.build.snapshot import contents_of, whole_program
from firstlesson.source.project import SITE

NOTE = ".build/built"
"""Where a build notes what it made from what, below the project's root."""

_UNKNOWN: Mapping[str, str] = MappingProxyType({})
_FRAME = ("mkdocs.yml", "overrides")
_LIBRARIES = ("Jinja2", "Markdown", "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "tinycss2")


def note_built(
    root: Path, course: str, *, today: dt.date, site: Mapping[str, str] = _UNKNOWN
) -> None:
    """Notes that the site in its place was made from a course with these contents.

    `site` gives the digest of every file of the site, where these are known.
    """
    made = _sum(site.items()) if site else site_digest(root)
    write_bytes(root / NOTE, f"{_sources(root, course, today)} {made}\n".encode())


def is_fresh(root: Path, *, today: dt.date) -> bool:
    """Whether the site is there, untouched, and made from the sources as they are."""
    try:
        noted = (root / NOTE).read_text("ascii").strip()
    except (OSError, ValueError):
        return False
    return (root / SITE).is_dir() and noted == made_from(root, today=today)


def made_from(root: Path, *, today: dt.date) -> str:
    """What a site is made from, and the site itself, as two numbers."""
    return f"{_sources(root, contents_of(root), today)} {site_digest(root)}"


def site_digest(root: Path) -> str:
    """One number for every byte of the built site."""
    return _digest(root / SITE, [root / SITE])


def _sources(root: Path, course: str, today: dt.date) -> str:
    whole = hashlib.sha256(f"{_program()} {today} {course}".encode())
    whole.update(_digest(root, [root / name for name in _FRAME]).encode())
    return whole.hexdigest()


@cache
def _program() -> str:
    """The program and the libraries that make the pages."""
    versions = " ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    return f"{whole_program()} {versions}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _digest(base: Path, starts: list[Path]) -> str:
    return _sum(
        (file.relative_to(base).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in _files(starts)
    )


def _sum(contents: Iterable[tuple[str, str]]) -> str:
    """One number for files, of which the path and a digest are given."""
    whole = hashlib.sha256()
    for path, digest in sorted(contents):
        whole.update(f"{path}\0{digest}\0".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _files(starts: list[Path]) -> Iterator[Path]:
    for start in starts:
        if start.is_file():
            yield start
        for file in start.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
