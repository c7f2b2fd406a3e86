"""Pages and files as a ZIM, with a search in their full text."""

from __future__ import annotations

import mimetypes
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from libzim.writer import Creator, Hint, Item, StringProvider

from firstlesson.packs.zim.fixed import fixed
from firstlesson.packs.zim.icon import icon

_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".webp": "image/webp"}
"""What every system must agree on; they are not asked for these."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a ZIM."""

    path: str
    data: bytes
    title: str = ""
    """The title under which readers find it; empty for what is not a page."""


def zim(
    entries: list[Entry], *, main: str, metadata: Mapping[str, str], language: str, file: Path
) -> bytes:
    """The finished file; libzim writes it to `file` first."""
    with (
        _silence(),
        Creator(file)
        .config_indexing(True, language)  # noqa: FBT003  # libzim's own signature
        .config_nbworkers(1) as creator,
    ):
        creator.set_mainpath(main)
        creator.add_illustration(48, icon())
        for name, text in metadata.items():
            creator.add_metadata(name, text)
        for entry in entries:
            creator.add_item(_Item(entry))
    return fixed(file.read_bytes())


@contextmanager
def _silence() -> Iterator[None]:
    """Keeps from the terminal what libzim tells its own makers."""
    sys.stdout.flush()
    kept = os.dup(1)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


class _Item(Item):  # type: ignore[misc]  # libzim is not typed
    """An entry as libzim asks for it."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def get_path(self) -> str:
        return self._entry.path

    def get_title(self) -> str:
        return self._entry.title

    def get_mimetype(self) -> str:
        suffix = Path(self._entry.path).suffix
        guessed = mimetypes.guess_type(self._entry.path)[0]
        return _TYPES.get(suffix) or guessed or "application/octet-stream"

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._entry.data)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: bool(self._entry.title)}
