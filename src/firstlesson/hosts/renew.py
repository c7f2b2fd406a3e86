"""A new site out of the last one: what would be the same is linked, the rest is built.

A staged file is built again when it changed, when what was made of it is no longer as we left it, or
when a path for which its links asked came or went. Everything is built again when something changed
that any page depends on: a setting, a template, this program, a library. And where a part cannot be
built, plain MkDocs builds the whole: its answer counts.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from firstlesson.build.memory import program
from firstlesson.hosts import mkdocs
from firstlesson.hosts.last import Last, Made, Stamp, recall
from firstlesson.hosts.shares import build_shares, link
from firstlesson.hosts.whole import Note, dead_links, source_language
from firstlesson.source.project import MARKER

_OURS = {"firstlesson", "i18n"}
_FROM_ELSEWHERE = (b"!ENV", b"INHERIT")
_ROOMS = ("site", "hosts", "source")


def renew(
    root: Path, *, stage: Path, out: Path, last: Path, memory: Path, trust: bool = True
) -> Last:
    """Builds the staged tree into `out`, with what can be taken over from the site `last`.

    `memory` tells how `last` was made; give the answer to `remember` once `out` is in its place.
    """
    config = mkdocs.configured(root, stage=stage, out=out)
    if not _all_known(config, root):
        mkdocs.build(root, stage=stage, out=out)
        return Last("", "", {}, {})
    key = _key(root)
    before = (recall(memory) if trust else None) or Last("", "", {}, {})
    if before.key != key:
        before = Last(key, "", {}, {})
    stamps = {path: _stamp(stage, path, before.made.get(path)) for path in _below(stage)}
    kept = _kept(before, stamps, last)
    try:
        notes, style = _build(config, stamps, kept, before, stage=stage, out=out)
    except mkdocs.HostFailedError:
        mkdocs.build(root, stage=stage, out=out)  # says it in the right words and order
        raise
    for path in kept:
        place = out / before.made[path].place
        place.parent.mkdir(parents=True, exist_ok=True)
        link(last / before.made[path].place, place)
    made = {path: _made(path, stamp, out, config) for path, stamp in stamps.items()}
    return Last(key, style, made, notes)


def _build(
    config: MkDocsConfig,
    stamps: Mapping[str, Stamp],
    kept: Collection[str],
    before: Last,
    *,
    stage: Path,
    out: Path,
) -> tuple[dict[str, Note], str]:
    plugin: Any = config.plugins["firstlesson"]
    plugin.theme_style = before.style
    wanted = [path for path in stamps if path not in kept]
    notes = {path: note for path, note in before.notes.items() if path in kept}
    notes |= build_shares(config, wanted, stage=stage, names=stamps, out=out)
    if dead := dead_links(notes):
        raise mkdocs.HostFailedError("\n".join(dead))
    return notes, plugin.theme_style


def _kept(before: Last, stamps: Mapping[str, Stamp], last: Path) -> set[str]:
    """What need not be built again."""
    moved = stamps.keys() ^ before.made.keys()
    return {
        path
        for path, stamp in stamps.items()
        if (made := before.made.get(path))
        and made.stamp.digest == stamp.digest
        and made.is_as_left(last)
        and not (path in before.notes and not moved.isdisjoint(before.notes[path].asked))
    }


def _below(folder: Path) -> list[str]:
    found = []
    for at, folders, files in os.walk(folder):
        above = os.path.relpath(at, folder).replace(os.sep, "/")
        found += [f"{above}/{name}" for name in files]
        del folders
    return sorted(found)


def _stamp(stage: Path, path: str, before: Made | None) -> Stamp:
    """What identifies a staged file; its contents are read only where its dates are in doubt."""
    status = (stage / path).stat()
    if before and (before.stamp.size, before.stamp.time) == (status.st_size, status.st_mtime_ns):
        return before.stamp
    digest = hashlib.sha256((stage / path).read_bytes()).hexdigest()
    return Stamp(digest, status.st_size, status.st_mtime_ns)


def _made(path: str, stamp: Stamp, out: Path, config: MkDocsConfig) -> Made:
    """What a staged file has become."""
    file = File(path, "", "", config.use_directory_urls)
    place = file.dest_uri.removeprefix(f"{source_language(config)}/")
    try:
        status = (out / place).stat()
    except OSError:  # MkDocs leaves out what is empty
        return Made(stamp, place, -1, 0)
    return Made(stamp, place, status.st_size, status.st_mtime_ns)


def _all_known(config: MkDocsConfig, root: Path) -> bool:
    """Whether the settings hold nothing that might depend on what we do not know."""
    text = (root / "mkdocs.yml").read_bytes()
    plugins = set(config.plugins)
    return plugins == _OURS and not config.hooks and not any(one in text for one in _FROM_ELSEWHERE)


def _key(root: Path) -> str:
    """All that any page depends on, in one number."""
    whole = hashlib.sha256(program(_ROOMS).encode())
    files = [root / "mkdocs.yml", root / MARKER]
    files += sorted(file for file in (root / "overrides").rglob("*") if file.is_file())
    for file in files:
        whole.update(file.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
