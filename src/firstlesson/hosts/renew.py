"""A new site out of the last one: what would be the same is linked, the rest is built.

A staged file is built again when it changed, when what was made of it is no longer as we left it, or
when a path for which its links asked came or went. Everything is built again when something changed
that any page depends on: a setting, a template, this program, a library. And where a part cannot be
built, plain MkDocs builds the whole: its answer counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from firstlesson.hosts import mkdocs
from firstlesson.hosts.keeping import digests_of, write_worker
from firstlesson.hosts.last import Last, Made, Stamp, made_at, recall, stamp_of
from firstlesson.hosts.looks import Look, looks_below
from firstlesson.hosts.notes import Note
from firstlesson.hosts.shares import build_shares, link, place_of
from firstlesson.hosts.style import theme_style
from firstlesson.hosts.unchanged import key_of
from firstlesson.hosts.whole import dead_links

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
    if not all_known(config, root):
        mkdocs.build(root, stage=stage, out=out)
        return Last("", "", "", {}, {})
    key = key_of(root)
    before = (recall(memory) if trust else None) or Last("", "", "", {}, {})
    if before.key != key:
        before = Last("", key, "", {}, {})
    stamps = {
        path: _stamp(stage / path, look, before.made.get(path))
        for path, look in sorted(looks_below(stage).items())
    }
    kept = _kept(before, stamps, looks_below(last))
    try:
        notes, style = _build(config, stamps, kept, before, stage=stage, out=out)
    except mkdocs.HostFailedError:
        mkdocs.build(root, stage=stage, out=out)  # says it in the right words and order
        raise
    _take_over([before.made[path].place for path in kept], last, out)
    made = {
        path: before.made[path] if path in kept else made_at(out, place_of(path, config), stamp)
        for path, stamp in stamps.items()
    }
    contents = {one.place: one.content for one in made.values()}
    write_worker(out, root, digests_of(out, contents))
    for other in sorted(looks_below(out)):  # files of the project's frame, which MkDocs copies
        if other not in contents:
            made[f"../{other}"] = made_at(out, other, Stamp("", 0, 0))
    return Last(course, key, style, made, notes)


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
    plugin.theme_style = before.style or theme_style(config.theme.dirs)  # once, not in every share
    wanted = [path for path in stamps if path not in kept]
    notes = {path: note for path, note in before.notes.items() if path in kept}
    notes |= build_shares(config, wanted, stage=stage, names=stamps, out=out)
    if dead := dead_links(notes):
        raise mkdocs.HostFailedError("\n".join(dead))
    return notes, plugin.theme_style


def _kept(before: Last, stamps: Mapping[str, Stamp], there: Mapping[str, Look]) -> set[str]:
    """What need not be built again; `there` is how the files of the last site look."""
    moved = stamps.keys() ^ set(before.staged)
    return {
        path
        for path, stamp in stamps.items()
        if (made := before.made.get(path))
        and made.stamp.digest == stamp.digest
        and made.look
        and there.get(made.place) == made.look
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


def _stamp(file: Path, look: Look, before: Made | None) -> Stamp:
    """What identifies a staged file; its contents are read only where its dates are in doubt."""
    return before.stamp if before and before.stamp.look == look else stamp_of(file)


def all_known(config: MkDocsConfig, root: Path) -> bool:
    """Whether the settings hold nothing that might depend on what we do not know."""
    text = (root / "mkdocs.yml").read_bytes()
    plugins = set(config.plugins)
    return plugins == _OURS and not config.hooks and not any(one in text for one in _FROM_ELSEWHERE)
