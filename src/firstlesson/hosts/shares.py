"""Pages built in shares, one for each core, and put together again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from firstlesson.build.cores import StoppedError, Tell, cores, side_by_side
from firstlesson.hosts.mkdocs import HostFailedError, run
from firstlesson.hosts.notes import Note
from firstlesson.hosts.whole import source_language

_CHANGES = (".md", ".html", "/_headers")
"""The ends of the paths of files that come out of a build as others, or are judged there."""
_WORTH_A_PROCESS = 40
"""How many files make a share for which it pays to start one."""


def build_shares(
    config: MkDocsConfig, staged: Sequence[str], *, stage: Path, names: Collection[str], out: Path
) -> dict[str, Note]:
    """Builds some staged files, of which `names` are all, into `out`; gives the notes on pages."""
    wanted = [path for path in staged if path.endswith(_CHANGES)]
    _copy([path for path in staged if not path.endswith(_CHANGES)], config, stage, out)
    if not wanted:
        return {}
    number = max(1, min(cores(), len(wanted) // _WORTH_A_PROCESS))
    shares = [wanted[at::number] for at in range(number)]
    folders = [out.with_name(f"{out.name}-{at}") for at in range(number)]
    try:
        works = {
            folder.name: partial(_share, config, share, stage=stage, names=names, folder=folder)
            for share, folder in zip(shares, folders, strict=True)
        }
        notes = _together(works)
        for folder in folders:
            _move(folder / "site", out)
    finally:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
    return notes


def _copy(paths: Sequence[str], config: MkDocsConfig, stage: Path, out: Path) -> None:
    """Puts files into the site that MkDocs would only pass on, each after a long look at its name."""
    for path in paths:
        place = out / place_of(path, config)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stage / path, place)


def place_of(path: str, config: MkDocsConfig) -> str:
    """Where a staged file stands in the site: the source language at its root."""
    file = File(path, "", "", config.use_directory_urls)
    return file.dest_uri.removeprefix(f"{source_language(config)}/")


def _together(works: Mapping[str, Callable[[Tell], Mapping[str, Note]]]) -> dict[str, Note]:
    """All shares' notes; whatever goes wrong in one, the whole build says it again."""
    try:
        made = dict(side_by_side(works, lambda _share, _said: None))
    except StoppedError:
        raise HostFailedError("MkDocs") from None
    return {path: note for one in works for path, note in made[one].items()}


def _share(
    config: MkDocsConfig,
    share: Sequence[str],
    _: Tell,
    *,
    stage: Path,
    names: Collection[str],
    folder: Path,
) -> Mapping[str, Note]:
    """Builds one share in a folder of its own, with the pages of the navigation."""
    shutil.rmtree(folder, ignore_errors=True)
    always = [path for path in names if path.count("/") == 1 and path.endswith("/index.md")]
    made: set[str] = set()
    for path in {*share, *always}:
        place = folder / "docs" / path
        if (above := str(place.parent)) not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(above)
        link(stage / path, place)
    config.docs_dir, config.site_dir = str(folder / "docs"), str(folder / "site")
    plugin: Any = config.plugins["firstlesson"]
    plugin.known, plugin.notes = names, {}
    run(config)
    notes: Mapping[str, Note] = plugin.notes
    return {path: notes[path] for path in share if path in notes}


def link(source: Path, place: Path) -> None:
    """The same file at another place, without copying it where the system can do that."""
    try:
        os.link(source, place)
    except OSError:  # another disk, or one that knows no links
        shutil.copy2(source, place)


def _move(folder: Path, to: Path) -> None:
    for at, _, files in os.walk(folder):
        here = to / Path(at).relative_to(folder)
        here.mkdir(parents=True, exist_ok=True)
        for name in files:
            Path(at, name).replace(here / name)
