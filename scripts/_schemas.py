"""JSON Schemas for editors: they complete keys, say what each one means, and flag a wrong one."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from firstlesson.schema import FILE_KINDS, Model
from firstlesson.schema._base import to_camel
from firstlesson.schema.read import adapter

MEANINGS = Path(__file__).with_name("keys.yml")


def schema(kind: str) -> str:
    """The JSON Schema of a kind of file, each key explained in both languages."""
    made = adapter(FILE_KINDS[kind]).json_schema(by_alias=True)
    known = yaml.safe_load(MEANINGS.read_text("utf-8"))
    said = dict(docstrings(Model))
    for model in (made, *made.get("$defs", {}).values()):
        for key, value in model.get("properties", {}).items():
            name = f"{model.get('title', 'Localized')}.{key}"
            value.setdefault("description", said.get(name, ""))
            explain(name, value, known)
    widen(made)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def docstrings(model: type[Model]) -> Iterator[tuple[str, str]]:
    """What the code says below a key, for a model and all that are made of it: `Model.key`, text.

    Read here, and not by pydantic: it would look for them at every start of every command.
    """
    for at in model.__mro__:
        if issubclass(at, Model):
            [body] = ast.parse(inspect.getsource(at)).body
            for key, text in pairwise(getattr(body, "body", [])):
                if (
                    isinstance(key, ast.AnnAssign)
                    and isinstance(key.target, ast.Name)
                    and isinstance(text, ast.Expr)
                    and isinstance(text.value, ast.Constant)
                ):
                    yield f"{model.__name__}.{to_camel(key.target.id)}", str(text.value.value)
    for one in model.__subclasses__():
        yield from docstrings(one)


def widen(node: object) -> None:
    """Lets a text be `2025` or `True` without quotes: for us it is a text, for an editor it is not."""
    if isinstance(node, dict):
        if node.get("type") == "string" and not {"enum", "const", "format"} & node.keys():
            node["type"] = ["string", "number", "boolean"]
        for inside in node.values():
            widen(inside)
    elif isinstance(node, list):
        for inside in node:
            widen(inside)


def explain(name: str, value: dict[str, Any], known: dict[str, dict[str, str]]) -> None:
    """Puts what a key means into its schema; a key that nobody explained is a mistake of ours."""
    meaning = known.get(name) or known.get(name.rpartition(".")[2]) or {}
    en = value.get("description") or meaning.get("en")
    if "sq" not in meaning or not en:
        raise SystemExit(f"{MEANINGS.name}: say in sq and en what the key `{name}` means")
    value["description"] = f"{meaning['sq']}\n\n{' '.join(en.split())}"
