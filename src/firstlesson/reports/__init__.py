"""Diagnostics as text: one module for each format, found by walking the package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from firstlesson.diagnostics import Diagnostic

Render = Callable[[Sequence[Diagnostic], Mapping[str, str], str], str]
"""Diagnostics, the texts of the files they are in, and a language → text."""


@cache
def formats() -> Mapping[str, str]:
    """The formats by name, with the module of each."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.removesuffix("_format"): name for name in names if not name.startswith("_")}


def written(
    form: str, diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], language: str
) -> str:
    """Diagnostics in a format; `texts` are those of the files they are in."""
    render: Render = importlib.import_module(f"{__name__}.{formats()[form]}").render
    return render(diagnostics, texts, language)
