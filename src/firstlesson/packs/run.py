"""Making packs: one form after the other, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from firstlesson.packs.form import Form
from firstlesson.packs.shelf import Pack, clear, digest, lay_down, put_on
from firstlesson.packs.source import Selection, Source


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one form."""

    form: Form
    packs: tuple[Pack, ...]


def make_packs(
    source: Source,
    forms: Iterable[Form],
    selection: Selection,
    *,
    dist: Path,
    tell: Callable[[str, str], None],
) -> list[Made]:
    """Makes every form into `dist`; `tell` hears each form as it begins, and each file that is ready."""
    clear(dist)
    try:
        return [_make(source, form, selection, dist=dist, tell=tell) for form in forms]
    finally:
        clear(dist)


def _make(
    source: Source,
    form: Form,
    selection: Selection,
    *,
    dist: Path,
    tell: Callable[[str, str], None],
) -> Made:
    tell(form.name, "")
    packs: dict[str, Pack] = {}
    for file in form.make(source, selection):
        path = f"{form.name}/{file.name}"
        if path in packs:
            raise ValueError(f"two packs are called {path}")
        lay_down(dist, path, file.data)
        sha256 = digest(file.data)
        packs[path] = Pack(path, form.name, source.version, len(file.data), sha256)
        tell(form.name, file.name)
    put_on(dist, form.name, packs, only=selection.whole)
    tell(form.name, "")
    return Made(form, tuple(packs.values()))
