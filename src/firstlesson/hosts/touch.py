"""A few files of a site made anew, where all others and the set of files stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from firstlesson.hosts import mkdocs
from firstlesson.hosts.keeping import write_worker
from firstlesson.hosts.last import Last, Stamp, made_at, stamp_of
from firstlesson.hosts.notes import Note, Notes
from firstlesson.hosts.renew import all_known
from firstlesson.hosts.shares import build_shares
from firstlesson.hosts.whole import dead_links
from firstlesson.site.worker import WORKER


def touch(
    root: Path, *, stage: Path, paths: Collection[str], out: Path, last: Last, course: str
) -> Last | None:
    """Puts what comes of some staged files into the folder `out`, with the worker that knows them.

    `last` tells how the site was made that has all others; it must still be there, whole. Where more
    would change than these files there is no answer, and the site has to be renewed.
    """
    made = dict(last.made)
    if not all(path in made and made[path].content for path in paths):
        return None
    built = out.with_name(f"{out.name}-built")
    config = mkdocs.configured(root, stage=stage, out=built)
    if not all_known(config, root):
        return None
    plugin: Any = config.plugins["firstlesson"]
    plugin.theme_style = last.style
    try:
        notes = build_shares(config, sorted(paths), stage=stage, names=set(last.staged), out=built)
        if _breaks_links(notes, last.notes):
            return None
        for path in paths:
            place = made[path].place
            (out / place).parent.mkdir(parents=True, exist_ok=True)
            (built / place).replace(out / place)
            made[path] = made_at(out, place, stamp_of(stage / path))
    except (mkdocs.HostFailedError, OSError):
        return None  # whoever renews the whole says it in the right words
    write_worker(out, root, {one.place: one.content for one in made.values() if one.content})
    made[f"../{WORKER}"] = made_at(out, WORKER, Stamp("", 0, 0))
    return replace(last, course=course, made=made, notes=Notes.of(last.notes).with_new(notes))


def touch_up(root: Path, *, stage: Path, paths: Collection[str], site: Path, last: Last) -> None:
    """Builds some staged pages alone, for a preview, into the site that has all others."""
    config = mkdocs.configured(root, stage=stage, out=site)
    plugin: Any = config.plugins["firstlesson"]
    plugin.theme_style = last.style
    names = {*last.staged, *paths}
    build_shares(config, sorted(paths), stage=stage, names=names, out=site)


def _breaks_links(notes: Mapping[str, Note], last: Mapping[str, Note]) -> bool:
    """Whether a link of these pages, or one to them, leads to no place any more."""
    if any(path not in last for path in notes):
        return True
    if all(
        last[path].ids <= one.ids for path, one in notes.items()
    ):  # else any page may ask for one
        last = {to: last[to] for one in notes.values() for to in one.links if to in last}
    return bool(dead_links({**last, **notes}))
