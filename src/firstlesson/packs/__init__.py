"""Offline copies, made from the built site: one form a module of `forms`, found by walking it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

import firstlesson.packs.forms
from firstlesson.packs.form import Form


@cache
def all_forms() -> Mapping[str, Form]:
    """Every form by its name."""
    package = firstlesson.packs.forms
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    found = [importlib.import_module(f"{package.__name__}.{name}").FORM for name in names]
    return {form.name: form for form in found}
