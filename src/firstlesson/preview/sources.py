"""Noticing that an author has saved: once for each save, whatever the editor does to its files.

Editors write a temporary file and rename it, save twice, or touch dates; tools replace many files
at once. So an event of the system only tells us where to look. When the files have come to rest,
their contents are compared with those that were seen last: no difference, no save. Where events name
only files that we know, the others are not looked at; now and then we look at all for ourselves.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from firstlesson.source.files import files_under
from firstlesson.source.left_over import is_left_over
from firstlesson.source.project import FOLDERS

WATCHED = (*FOLDERS, "overrides")
"""The folders of an author and of the site's look."""
SETTINGS = "mkdocs.yml"

REST = 0.03
"""Seconds without an event after which a save is over."""
LONGEST = 40
"""How many times that rest is waited for; then what is there is taken."""
_YOUNG = 2_000_000_000
"""Nanoseconds after a change in which some disks give the same time to another one."""
LOOK = 1.0
"""Seconds after which we look for ourselves: shared disks and some systems send no events."""
_SHARE = 50
"""How many times as long as a look we wait for the next one, where there are many files."""


def saves(root: Path, poke: threading.Event | None = None) -> Iterator[tuple[str, ...]]:
    """Gives the files that a save has changed, for each save; at first all there are.

    Whoever sets `poke` is given a turn without a save: no files.
    """
    wake = poke or threading.Event()
    with _watched(root, wake) as named:
        known = _contents(root, _files(root), {})
        yield tuple(sorted(known))
        pause = LOOK
        while True:
            if woken := wake.wait(pause):
                _come_to_rest(wake)
                now = _seen_again(root, named.taken(), known)
            else:
                now, pause = _looked_through(root, known)
            changed = {path for path in known | now if known.get(path) != now.get(path)}
            known = now
            if changed or (poke and woken):
                yield tuple(sorted(changed))


def _come_to_rest(wake: threading.Event) -> None:
    for _ in range(LONGEST):
        wake.clear()
        time.sleep(REST)
        if not wake.is_set():
            return


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


def _seen_again(root: Path, named: set[str], known: Mapping[str, _Content]) -> dict[str, _Content]:
    """What stands there after events that named some files; all are looked at if one is new to us."""
    if not named <= known.keys():
        return _contents(root, _files(root), known)
    others = {path: one for path, one in known.items() if path not in named}
    return others | _contents(root, named, known)


def _looked_through(root: Path, known: Mapping[str, _Content]) -> tuple[dict[str, _Content], float]:
    """What stands there though no event said so, and how long to wait until the next look."""
    started = time.perf_counter()
    now = _contents(root, _files(root), known)
    pause = max(LOOK, _SHARE * (time.perf_counter() - started))
    if now != known:  # perhaps somebody is still writing
        time.sleep(REST)
        now = _contents(root, _files(root), known)
    return now, pause


def _files(root: Path) -> Iterator[str]:
    for folder in WATCHED:
        yield from files_under(root, folder)
    yield SETTINGS


def _contents(
    root: Path, paths: Iterable[str], known: Mapping[str, _Content]
) -> dict[str, _Content]:
    """What stands in these files; one that vanishes meanwhile is not there."""
    found = {}
    for path in paths:
        file = f"{root}/{path}"
        try:
            status = os.stat(file)  # noqa: PTH116  # thousands of files, again and again
            before = known.get(path)
            stamp = (status.st_mtime_ns, status.st_size)
            if before is None or before.stamp != stamp or before.young:
                digest = hashlib.sha256(Path(file).read_bytes()).hexdigest()
                before = _Content(digest, stamp, _young(stamp))
            found[path] = before
        except FileNotFoundError:
            continue
        except OSError as error:
            found[path] = _Content(str(error.errno), (0, 0), young=True)
    return found


@contextmanager
def _watched(root: Path, wake: threading.Event) -> Iterator[_Wake]:
    """Lets the system's events set `wake`; where it has none to give, looking must do."""
    observer, handler = Observer(), _Wake(root, wake)
    try:
        observer.schedule(handler, str(root))
        for folder in WATCHED:
            if (root / folder).is_dir():
                observer.schedule(handler, str(root / folder), recursive=True)
        observer.start()
    except OSError:  # too many files are watched already
        yield handler
        return
    try:
        yield handler
    finally:
        observer.stop()
        observer.join()


class _Wake(FileSystemEventHandler):
    """Sets the event when something that we watch has changed, and notes what."""

    def __init__(self, root: Path, wake: threading.Event) -> None:
        self._root = root
        self._wake = wake
        self._named: set[str] = set()
        self._lock = threading.Lock()

    def taken(self) -> set[str]:
        """The paths that were named since this was asked last."""
        with self._lock:
            named, self._named = self._named, set()
            return named

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Opening and reading, which a build does itself, is no change."""
        if event.event_type not in _CHANGES:
            return
        if event.is_directory and event.event_type == "modified":
            return  # what has changed inside it has an event of its own
        paths = [self._path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if watched := {path for path in paths if self._concerns(path)}:
            with self._lock:
                self._named |= watched
            self._wake.set()

    def _path(self, file: str) -> str:
        return Path(file).relative_to(self._root).as_posix()

    def _concerns(self, path: str) -> bool:
        first, *others = path.split("/")
        return first in (*WATCHED, SETTINGS) and not any(map(is_left_over, others))


_CHANGES = ("created", "modified", "moved", "deleted")
