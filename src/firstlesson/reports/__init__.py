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
def formats() -> Mapping[str, Render]:
    """The formats by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {
        name.removesuffix("_format"): importlib.import_module(f"{__name__}.{name}").render
        for name in names
        if not name.startswith("_")
    }
