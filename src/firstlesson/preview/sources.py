"""Noticing that an author has saved: once for each save, whatever the editor does to its files.

Editors write a temporary file and rename it, save twice, or touch dates; tools replace many files
at once. So an event of the system only wakes us. When the files have come to rest, their contents
are compared with those that were seen last: no difference, no save.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from firstlesson.source.files import files_under
from firstlesson.source.project import FOLDERS

WATCHED = (*FOLDERS, "overrides")
"""The folders of an author and of the site's look."""
SETTINGS = "mkdocs.yml"

REST = 0.05
"""Seconds without an event after which a save is over."""
LONGEST = 40
"""How many times that rest is waited for; then what is there is taken."""
_YOUNG = 2_000_000_000
"""Nanoseconds after a change in which some disks give the same time to another one."""
LOOK = 1.0
"""Seconds after which we look for ourselves: shared disks and some systems send no events."""


def saves(root: Path, poke: threading.Event | None = None) -> Iterator[tuple[str, ...]]:
    """Gives the files that a save has changed, for each save; at first all there are.

    Whoever sets `poke` is given a turn without a save: no files.
    """
    wake = poke or threading.Event()
    with _watched(root, wake):
        known = _contents(root, {})
        yield tuple(sorted(known))
        while True:
            stamps = _stamps(root)
            while not wake.wait(LOOK) and _stamps(root) == stamps:
                pass
            _come_to_rest(wake)
            now = _contents(root, known)
            changed = {path for path in known | now if known.get(path) != now.get(path)}
            known = now
            if changed or poke:
                yield tuple(sorted(changed))


def _come_to_rest(wake: threading.Event) -> None:
    for _ in range(LONGEST):
        wake.clear()
        time.sleep(REST)
        if not wake.is_set():
            return


def _files(root: Path) -> Iterator[Path]:
    for folder in WATCHED:
        for path in files_under(root, folder):
            yield root / path
    yield root / SETTINGS


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands in a file."""

    digest: str
    stamp: tuple[int, int] = field(compare=False)
    """Its time and size."""
    young: bool = field(compare=False)
    """Whether it may change again without a new stamp."""


def _young(stamp: tuple[int, int]) -> bool:
    return time.time_ns() - stamp[0] < _YOUNG


def _contents(root: Path, known: Mapping[str, _Content]) -> dict[str, _Content]:
    """What stands in every file; one that vanishes meanwhile is not there."""
    found = {}
    for file in _files(root):
        path = file.relative_to(root).as_posix()
        try:
            status = file.stat()
            before = known.get(path)
            stamp = (status.st_mtime_ns, status.st_size)
            if before is None or before.stamp != stamp or before.young:
                before = _Content(
                    hashlib.sha256(file.read_bytes()).hexdigest(), stamp, _young(stamp)
                )
            found[path] = before
        except FileNotFoundError:
            continue
        except OSError as error:
            found[path] = _Content(str(error.errno), (0, 0), young=True)
    return found


def _stamps(root: Path) -> dict[Path, tuple[int, int]]:
    found = {}
    for file in _files(root):
        try:
            status = file.stat()
        except OSError:
            continue
        found[file] = (status.st_mtime_ns, status.st_size)
    return found


@contextmanager
def _watched(root: Path, wake: threading.Event) -> Iterator[None]:
    """Lets the system's events set `wake`; where it has none to give, looking must do."""
    observer, handler = Observer(), _Wake(root, wake)
    try:
        observer.schedule(handler, str(root))
        for folder in WATCHED:
            if (root / folder).is_dir():
                observer.schedule(handler, str(root / folder), recursive=True)
        observer.start()
    except OSError:  # too many files are watched already
        yield
        return
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Wake(FileSystemEventHandler):
    """Sets the event when something that we watch has changed."""

    def __init__(self, root: Path, wake: threading.Event) -> None:
        self._root = root
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Opening and reading, which a build does itself, is no change."""
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _CHANGES and any(map(self._concerns, paths)):
            self._wake.set()

    def _concerns(self, path: str) -> bool:
        parts = Path(path).relative_to(self._root).parts
        return bool(parts) and parts[0] in (*WATCHED, SETTINGS)


_CHANGES = ("created", "modified", "moved", "deleted")
