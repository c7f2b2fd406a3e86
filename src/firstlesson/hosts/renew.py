"""A new site out of the last one: what would be the same is linked, the rest is built.

A staged file is built again when it changed, when what was made of it is no longer as we left it, or
when a path for which its links asked came or went. Everything is built again when something changed
that any page depends on: a setting, a template, this program, a library. And where a part cannot be
built, plain MkDocs builds the whole: its answer counts.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from firstlesson.hosts import mkdocs
from firstlesson.hosts.keeping import write_worker
from firstlesson.hosts.last import Last, Made, Note, Stamp, key_of, recall
from firstlesson.hosts.shares import build_shares, link
from firstlesson.hosts.whole import dead_links, source_language

_OURS = {"firstlesson", "i18n"}
_FROM_ELSEWHERE = (b"!ENV", b"INHERIT")


def renew(
    root: Path,
    *,
    stage: Path,
    out: Path,
    last: Path,
    memory: Path,
    course: str = "",
    trust: bool = True,
) -> Last:
    """Builds the staged tree into `out`, with what can be taken over from the site `last`.

    `memory` tells how `last` was made; give the answer to `remember` once `out` is in its place.
    `course` is the state of the course that is staged. Nothing is taken over without `trust`.
    """
    config = mkdocs.configured(root, stage=stage, out=out)
    if not _all_known(config, root):
        mkdocs.build(root, stage=stage, out=out)
        return Last("", "", "", {}, {})
    key = key_of(root)
    before = (recall(memory) if trust else None) or Last("", "", "", {}, {})
    if before.key != key:
        before = Last("", key, "", {}, {})
    stamps = {path: _stamp(stage, path, before.made.get(path)) for path in _below(stage)}
    kept = _kept(before, stamps, last)
    try:
        notes, style = _build(config, stamps, kept, before, stage=stage, out=out)
    except mkdocs.HostFailedError:
        mkdocs.build(root, stage=stage, out=out)  # says it in the right words and order
        raise
    _take_over([before.made[path].place for path in kept], last, out)
    made = {
        path: before.made[path] if path in kept else _made(path, stamp, out, config)
        for path, stamp in stamps.items()
    }
    contents = {one.place: one.content for one in made.values()}
    write_worker(out, root, contents)
    for other in _below(out):  # files of the project's frame, which MkDocs copies
        if other not in contents:
            made[f"../{other}"] = _there(Stamp("", 0, 0), other, out)
    return Last(course, key, style, made, notes)


def touch_up(root: Path, *, stage: Path, paths: Sequence[str], site: Path, style: str) -> None:
    """Builds some staged pages alone and puts them into a site that has all others."""
    config = mkdocs.configured(root, stage=stage, out=site)
    plugin: Any = config.plugins["firstlesson"]
    plugin.theme_style = style
    build_shares(config, paths, stage=stage, names=frozenset(_below(stage)), out=site)


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
    moved = stamps.keys() ^ {path for path in before.made if not path.startswith("../")}
    return {
        path
        for path, stamp in stamps.items()
        if (made := before.made.get(path))
        and made.stamp.digest == stamp.digest
        and made.is_as_left(last)
        and not (path in before.notes and not moved.isdisjoint(before.notes[path].asked))
    }


def _take_over(places: Iterable[str], last: Path, out: Path) -> None:
    folders: set[Path] = set()
    for place in places:
        folder = (out / place).parent
        if folder not in folders:
            folder.mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        link(last / place, out / place)


def _below(folder: Path) -> list[str]:
    found = []
    for at, _, files in os.walk(folder):
        above = os.path.relpath(at, folder).replace(os.sep, "/")
        found += files if above == "." else [f"{above}/{name}" for name in files]
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
    return _there(stamp, file.dest_uri.removeprefix(f"{source_language(config)}/"), out)


def _there(stamp: Stamp, place: str, out: Path) -> Made:
    """A file of the site as it is."""
    try:
        status = (out / place).stat()
    except OSError:  # MkDocs leaves out what is empty
        return Made(stamp, place, -1, 0, "")
    content = hashlib.sha256((out / place).read_bytes()).hexdigest()
    return Made(stamp, place, status.st_size, status.st_mtime_ns, content)


def _all_known(config: MkDocsConfig, root: Path) -> bool:
    """Whether the settings hold nothing that might depend on what we do not know."""
    text = (root / "mkdocs.yml").read_bytes()
    plugins = set(config.plugins)
    return plugins == _OURS and not config.hooks and not any(one in text for one in _FROM_ELSEWHERE)
