"""The service worker is written last: it holds a digest of every file of the whole site."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from firstlesson.build.atomic import write_bytes
from firstlesson.site.worker import WORKER, worker
from firstlesson.source.files import read_text
from firstlesson.source.project import MARKER
from firstlesson.source.yaml import read_yaml

_NOTHING: Mapping[str, str] = MappingProxyType({})


def write_worker(site: Path, root: Path, digests: Mapping[str, str]) -> None:
    """Writes the worker of a site that has files with these digests; `root` is the project's."""
    write_bytes(site / WORKER, worker(digests, _languages(root)).encode())


def digests_of(site: Path, known: Mapping[str, str] = _NOTHING) -> dict[str, str]:
    """The digest of every file of a site; of some it is known already, the others are read."""
    return {path: known.get(path) or _digest(site / path) for path in _files(site)}


def _files(site: Path) -> Iterator[str]:
    for at, _, names in os.walk(site):
        above = os.path.relpath(at, site).replace(os.sep, "/")
        yield from names if above == "." else (f"{above}/{name}" for name in names)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _languages(root: Path) -> list[str]:
    """The one setting that is needed here; the course has been read and checked already."""
    document, _ = read_yaml(MARKER, read_text(root, MARKER)[0])
    data = document.data if isinstance(document.data, dict) else {}
    return [str(one) for one in data.get("languages", ())]
