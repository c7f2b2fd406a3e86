"""The typeface of our PDFs: the same on every computer, because it comes with a package."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

MODULE = "font_source_sans_pro"
_FACES = {
    "Regular": ("normal", 400),
    "It": ("italic", 400),
    "Bold": ("normal", 700),
    "BoldIt": ("italic", 700),
}


def faces() -> str:
    """The rules that name its files; the package itself is never run."""
    spec = find_spec(MODULE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(MODULE)
    folder = Path(spec.submodule_search_locations[0]) / "files"
    return "".join(
        f"@font-face {{ font-family: Text; font-style: {style}; font-weight: {weight}; "
        f"src: url('{(folder / f'SourceSansPro-{name}.ttf').as_uri()}'); }}\n"
        for name, (style, weight) in _FACES.items()
    )
