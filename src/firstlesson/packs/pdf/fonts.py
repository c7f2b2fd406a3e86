"""The typeface of our PDFs: the same on every computer, because it comes with a package."""

from __future__ import annotations

import shutil
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

MODULE = "font_source_sans_pro"
_FACES = ("Regular", "It", "Bold", "BoldIt")
_INSTEAD = "■"
_UNSEEN = frozenset(["Cc", "Cf", "Mn"])
"""Kinds of signs that are nothing by themselves."""


def typeface(folder: Path) -> Path:
    """Lays the faces that we use into a folder by themselves: the package has many more."""
    folder.mkdir(exist_ok=True)
    for face in _FACES:
        shutil.copyfile(_file(face), folder / _file(face).name)
    return folder


def drawable(text: str) -> str:
    """A text in which a box stands for what the typeface has no letter for."""
    known = _letters()
    if known.issuperset(text):
        return text
    return "".join(one if one in known else _in_place_of(one) for one in text)


def _in_place_of(letter: str) -> str:
    return "" if unicodedata.category(letter) in _UNSEEN else _INSTEAD


@cache
def _letters() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # only this form needs it

    codes: set[int] = set()
    for face in _FACES:
        with TTFont(_file(face), lazy=True) as font:
            codes.update(font.getBestCmap())
    return frozenset(map(chr, codes)) | frozenset(" \t\n")


def _file(face: str) -> Path:
    spec = find_spec(MODULE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(MODULE)
    return Path(spec.submodule_search_locations[0]) / "files" / f"SourceSansPro-{face}.ttf"
