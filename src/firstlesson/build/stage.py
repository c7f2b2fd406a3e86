"""The staged tree: one complete folder for each language, written only where bytes differ."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from firstlesson.site.plan import Plan


@dataclass(frozen=True, slots=True)
class Staged:
    """What a staging changed, as paths inside the staged tree."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def stage(plan: Plan, *, root: Path, to: Path) -> Staged:
    """Brings the folder `to` in line with the plan."""
    wanted: dict[str, Callable[[], bytes]] = {
        path: lambda text=text: text().encode()  # type: ignore[misc]  # binds each text
        for path, text in plan.pages.items()
    }
    for path, text in plan.files.items():
        wanted[path] = text.encode
    for path, source in plan.copies.items():
        wanted[path] = (root / source).read_bytes
    removed = _remove_others(to, set(wanted))
    for folder in {(to / path).parent for path in wanted}:
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path, content in wanted.items():
        data, file = content(), to / path
        if not file.is_file() or file.read_bytes() != data:
            file.write_bytes(data)  # what is cut short differs, and is written again the next time
            written.append(path)
    return Staged(tuple(written), tuple(removed))


def _remove_others(folder: Path, wanted: set[str]) -> list[str]:
    removed = []
    for at, folders, names in os.walk(folder, topdown=False):
        for name in sorted(names):
            path = (Path(at) / name).relative_to(folder).as_posix()
            if path not in wanted:
                (folder / path).unlink()
                removed.append(path)
        for name in folders:
            if not any((Path(at) / name).iterdir()):
                (Path(at) / name).rmdir()
    return sorted(removed)
