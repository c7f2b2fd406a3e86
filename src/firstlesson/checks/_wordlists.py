"""Word lists that editors may extend: YAML files beside the checks, written for folded text.

Reading YAML takes ten times as long as reading JSON, so `scripts/generate.py` writes all lists to
`lists.json` too, each with the digest of its file. A list whose file somebody just changed is read
from there: slower, never old.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib import resources
from typing import Any

from firstlesson.checks._expressions import Expression, expression
from firstlesson.source.yaml import read_yaml

NOTHING = expression(r"(?!)")
"""For languages that have no list: it finds nothing."""


@cache
def word_list(family: str, name: str) -> Mapping[str, Any]:
    """The file `checks/<family>/<name>.yml`."""
    path = f"{family}/{name}.yml"
    raw = (resources.files("firstlesson.checks") / path).read_bytes()
    known = _known().get(path)
    return known["data"] if known and known["digest"] == digest(raw) else read_list(path, raw)


def read_list(path: str, raw: bytes) -> dict[str, Any]:
    """What stands in the file of a list."""
    text = raw.decode("utf-8").replace("\r\n", "\n")
    document, problems = read_yaml(path, text)
    if problems or not isinstance(document.data, dict):
        raise ValueError(f"the word list {path} cannot be read: {problems}")
    return document.data


def digest(raw: bytes) -> str:
    """By what it is known whether a file is still the same, however its lines end."""
    return blake2b(raw.replace(b"\r\n", b"\n"), digest_size=8).hexdigest()


@cache
def _known() -> Mapping[str, Any]:
    file = resources.files("firstlesson.checks") / "lists.json"
    found: dict[str, Any] = json.loads(file.read_bytes()) if file.is_file() else {}
    return found


@cache
def patterns(family: str, name: str, key: str) -> Mapping[str, Expression]:
    """One expression for each language, of the alternatives below a key of the file."""
    given: Mapping[str, list[str]] = word_list(family, name)[key]
    return {
        language: expression("|".join(f"(?:{one})" for one in alternatives))
        for language, alternatives in given.items()
    }
