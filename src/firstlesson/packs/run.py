"""Making packs: forms side by side, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from firstlesson.build.cores import StoppedError, Tell, side_by_side
from firstlesson.diagnostics import Text
from firstlesson.packs.form import Form, NotPossibleError
from firstlesson.packs.shelf import Pack, clear, digest, lay_down, put_on
from firstlesson.packs.source import Selection, Source


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one form."""

    form: Form
    packs: tuple[Pack, ...]
    kept: bool = False
    """Whether they lay there already, made from the same."""


def make_packs(
    source: Source,
    forms: Sequence[Form],
    selection: Selection,
    *,
    dist: Path,
    tell: Tell,
) -> list[Made]:
    """Makes every form into `dist`; `tell` hears each form as it begins, and each file that is ready."""
    pieces = {
        (form.name, at): partial(_laid_down, source, form, piece, dist)
        for form in forms
        for at, piece in enumerate(form.pieces(selection))
    }
    done: dict[tuple[str, int], tuple[Pack, ...]] = {}
    try:
        for key, packs in side_by_side(pieces, tell):
            done[key] = packs
            form, mine = key[0], [one for one in pieces if one[0] == key[0]]
            if all(one in done for one in mine):
                put_on(dist, form, _together(done[one] for one in mine), only=selection.whole)
                tell(form, "")
    except StoppedError as error:
        form = error.args[0][0]
        raise NotPossibleError(
            Text(
                sq=f"sistemi e ndali `{form}` para se të mbaronte, ndoshta se mungoi kujtesa; "
                "mbyllni programe të tjera dhe provoni përsëri",
                en=f"the system stopped `{form}` before it was done, perhaps for want of memory; "
                "close other programs and try again",
            )
        ) from None
    finally:
        clear(dist)
    in_order = [(name, pack) for (name, _), packs in sorted(done.items()) for pack in packs]
    return [Made(form, tuple(one for name, one in in_order if name == form.name)) for form in forms]


def _laid_down(
    source: Source, form: Form, piece: Selection, dist: Path, tell: Tell
) -> tuple[Pack, ...]:
    """Makes a piece of a form; its files lie beside the shelf then."""
    tell(form.name, "")
    packs = []
    for file in form.make(source, piece):
        path = f"{form.name}/{file.name}"
        lay_down(dist, path, file.data)
        packs.append(Pack(path, form.name, source.version, len(file.data), digest(file.data)))
        tell(form.name, file.name)
    return tuple(packs)


def _together(pieces: Iterable[tuple[Pack, ...]]) -> dict[str, Pack]:
    """The packs of a form by their path."""
    packs: dict[str, Pack] = {}
    for pack in (one for piece in pieces for one in piece):
        if pack.path in packs:
            raise ValueError(f"two packs are called {pack.path}")
        packs[pack.path] = pack
    return packs
