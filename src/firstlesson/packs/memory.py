"""What was packed from what, so that a pack whose sources did not change is not made again.

The memory is one file in `.build/`. It counts only while nothing has changed that could change a
pack: the sources, the built site, the day, this program, its libraries, what was asked for, and
every byte of the packs themselves.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from firstlesson.build.atomic import write_bytes
from firstlesson.build.snapshot import program
from firstlesson.packs.form import Form
from firstlesson.packs.integrity import digest_of
from firstlesson.packs.shelf import Pack, on_shelf
from firstlesson.packs.source import Selection

MEMORY = ".build/packs"
"""Where the memory stands, below the project's root."""


def state_of(built: str, selection: Selection) -> str:
    """One number for all that packs are made from; `built` stands for the site and its sources."""
    facts = (built, program(()), selection)
    return hashlib.sha256("\0".join(map(repr, facts)).encode()).hexdigest()


def recall(root: Path, dist: Path, form: Form, state: str, *, only: bool) -> tuple[Pack, ...]:
    """A form's packs that were made from the same and are whole; nothing where any is not.

    With `only` there may be no other file of that form.
    """
    known = _read(root).get(form.name)
    if known is None or known[0] != state:
        return ()
    packs, listed = known[1], {one.path: one for one in on_shelf(dist)}
    there = {
        one.relative_to(dist).as_posix() for one in (dist / form.name).rglob("*") if one.is_file()
    }
    if only and there != {one.path for one in packs}:
        return ()
    whole = all(
        listed.get(one.path) == one and digest_of(dist / one.path) == one.sha256 for one in packs
    )
    return packs if whole else ()


def remember(root: Path, made: Iterable[tuple[str, tuple[Pack, ...]]], state: str) -> None:
    """Notes what was made of some forms; a folder that cannot be written to is no mistake."""
    known = _read(root) | {name: (state, packs) for name, packs in made}
    data = {name: [then, [asdict(one) for one in packs]] for name, (then, packs) in known.items()}
    with suppress(OSError):
        write_bytes(root / MEMORY, json.dumps(data, sort_keys=True).encode())


def _read(root: Path) -> dict[str, tuple[str, tuple[Pack, ...]]]:
    """All that is noted; nothing where it is missing or damaged."""
    try:
        noted = json.loads((root / MEMORY).read_text("utf-8"))
        return {
            name: (str(state), tuple(Pack(**one) for one in packs))
            for name, (state, packs) in noted.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
