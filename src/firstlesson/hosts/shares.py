"""Pages built in shares, one for each core, and put together again."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from firstlesson.hosts.last import Note
from firstlesson.hosts.mkdocs import HostFailedError, run

_WORTH_A_PROCESS = 40
"""How many files make a share for which it pays to start one."""


def build_shares(
    config: MkDocsConfig, wanted: Sequence[str], *, stage: Path, names: Collection[str], out: Path
) -> dict[str, Note]:
    """Builds some staged files, of which `names` are all, into `out`; gives the notes on pages."""
    number = max(1, min(_cores(), len(wanted) // _WORTH_A_PROCESS))
    shares = [wanted[at::number] for at in range(number)]
    folders = [out.with_name(f"{out.name}-{at}") for at in range(number)]
    try:
        notes = _at_once(
            [
                lambda share=share, folder=folder: _share(  # type: ignore[misc]  # binds each
                    config, share, stage=stage, names=names, folder=folder
                )
                for share, folder in zip(shares, folders, strict=True)
            ]
        )
        for folder in folders:
            _move(folder / "site", out)
    finally:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
    return {path: note for one in notes for path, note in one.items()}


def _share(
    config: MkDocsConfig, share: Sequence[str], *, stage: Path, names: Collection[str], folder: Path
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


def _cores() -> int:
    """How many processes may work for us: one where copying this one is not safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _at_once(works: Sequence[Callable[[], Mapping[str, Note]]]) -> list[Mapping[str, Note]]:
    """Does the first work here and each other one in a copy of this process."""
    fork = multiprocessing.get_context("fork") if len(works) > 1 else None
    others = []
    for work in works[1:]:
        assert fork  # noqa: S101  # for the type checker
        heard, told = fork.Pipe(duplex=False)
        process = fork.Process(target=_tell, args=(told, work), daemon=True)
        process.start()
        told.close()
        others.append((process, heard))
    try:
        found = [works[0]()]
        for _, heard in others:
            answer = heard.recv()
            if isinstance(answer, str):
                raise HostFailedError(answer)
            found.append(answer)
    except EOFError:
        raise HostFailedError("MkDocs") from None
    finally:
        for process, _ in others:
            process.terminate()
            process.join()
    return found


def _tell(told: Connection, work: Callable[[], Mapping[str, Note]]) -> None:
    """Works and tells the result, or in a text why there is none."""
    try:
        told.send(work())
    except Exception as error:  # noqa: BLE001  # whatever it is, the whole build says it again
        told.send(str(error))
