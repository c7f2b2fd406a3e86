"""Filling a folder so that an interruption is noticed, resumed, and only what changed is copied."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from firstlesson.build.atomic import SUFFIX, write_bytes
from firstlesson.packs.integrity import UNFINISHED, digest_of, files_in, read_sums
from firstlesson.packs.shelf import SUMS, digest


@dataclass(frozen=True, slots=True)
class Laid:
    """What was done to a folder."""

    copied: tuple[str, ...]
    kept: int
    """How many files were right already."""
    removed: tuple[str, ...]
    strangers: tuple[str, ...]
    """Files that were there and are not ours; they were left alone."""
    resumed: bool
    """Whether an interrupted copy was finished."""


def can_fill(folder: Path) -> bool:
    """Whether a folder is ours to fill: empty, or filled by us before."""
    if (folder / UNFINISHED).is_file() or read_sums(folder):
        return True
    return not folder.exists() or (folder.is_dir() and not any(files_in(folder)))


def lay(
    files: Mapping[str, bytes], folder: Path, *, tell: Callable[[str], None] = lambda _: None
) -> Laid:
    """Brings a folder in line with the files; `tell` hears each one that is copied.

    `SHA256SUMS` is written last, when everything else is on the disk; until then a file with a
    clear name says that copying has not finished.
    """
    folder.mkdir(parents=True, exist_ok=True)
    resumed, ours = (folder / UNFINISHED).is_file(), _ours(folder)
    _remove_half_made(folder)
    write_bytes(folder / UNFINISHED, _notice({*files, *ours}), durable=True)
    copied, kept = [], 0
    for path, data in files.items():
        if path == SUMS:
            continue
        if (folder / path).is_file() and digest_of(folder / path) == digest(data):
            kept += 1
            continue
        tell(path)
        write_bytes(folder / path, data)
        copied.append(path)
    removed = [path for path in sorted(ours - set(files)) if (folder / path).is_file()]
    for path in removed:
        _remove(folder, path)
    _flush()
    write_bytes(folder / SUMS, files[SUMS], durable=True)
    (folder / UNFINISHED).unlink()
    _flush()
    strangers = sorted(set(files_in(folder)) - set(files))
    return Laid(tuple(copied), kept, tuple(removed), tuple(strangers), resumed)


def _ours(folder: Path) -> set[str]:
    """What we laid there before, or meant to."""
    noted = folder / UNFINISHED
    lines = noted.read_text("utf-8", "replace").splitlines() if noted.is_file() else []
    meant = {line[2:] for line in lines if line.startswith("- ")}
    meant |= set(read_sums(folder) or {})
    return {path for path in meant if ".." not in path.split("/") and not path.startswith("/")}


def _notice(paths: set[str]) -> bytes:
    said = [
        "Kopjimi nuk ka mbaruar. Bëjeni edhe një herë: firstlesson pack usb --to …",
        "Copying has not finished. Do it once more: firstlesson pack usb --to …",
        "",
        *(f"- {path}" for path in sorted(paths)),
    ]
    return ("\r\n".join(said) + "\r\n").encode("utf-8")


def _remove_half_made(folder: Path) -> None:
    for rest in folder.rglob(f".*{SUFFIX}"):
        rest.unlink(missing_ok=True)


def _remove(folder: Path, path: str) -> None:
    """Takes a file away, and the folders that are empty without it."""
    (folder / path).unlink()
    for above in (folder / path).relative_to(folder).parents:
        place = folder / above
        if place == folder or any(place.iterdir()):
            return
        place.rmdir()


def _flush() -> None:
    """Asks the system to write all it holds back; a stick is often pulled out early."""
    sync = getattr(os, "sync", None)  # Windows has none, and writes to sticks at once
    if sync:
        sync()
