"""The service worker is written last: it holds a digest of every file of the whole site."""

from __future__ import annotations

from pathlib import Path

from firstlesson.build.atomic import write_bytes
from firstlesson.site.worker import WORKER, worker
from firstlesson.source.files import read_text
from firstlesson.source.project import MARKER
from firstlesson.source.yaml import read_yaml


def write_worker(site: Path, root: Path) -> None:
    """Writes the worker of a site that is whole; `root` is the project's."""
    files = {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }
    write_bytes(site / WORKER, worker(files, _languages(root)).encode())


def _languages(root: Path) -> list[str]:
    """The one setting that is needed here; the course has been read and checked already."""
    document, _ = read_yaml(MARKER, read_text(root, MARKER)[0])
    data = document.data if isinstance(document.data, dict) else {}
    return [str(one) for one in data.get("languages", ())]
