"""Word lists that editors may extend: YAML files beside the checks, written for folded text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from firstlesson.checks._expressions import Expression, expression
from firstlesson.source.yaml import read_yaml

NOTHING = expression(r"(?!)")
"""For languages that have no list: it finds nothing."""


@cache
def word_list(family: str, name: str) -> Mapping[str, Any]:
    """The file `checks/<family>/<name>.yml`."""
    file = resources.files("firstlesson.checks") / family / f"{name}.yml"
    text = file.read_text(encoding="utf-8")
    document, problems = read_yaml(f"{family}/{name}.yml", text, longest=len(text))
    if problems or not isinstance(document.data, dict):
        raise ValueError(f"the word list {document.path} cannot be read: {problems}")
    return document.data


@cache
def patterns(family: str, name: str, key: str) -> Mapping[str, Expression]:
    """One expression for each language, of the alternatives below a key of the file."""
    given: Mapping[str, list[str]] = word_list(family, name)[key]
    return {
        language: expression("|".join(f"(?:{one})" for one in alternatives))
        for language, alternatives in given.items()
    }
