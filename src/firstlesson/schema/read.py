"""From a YAML document to a typed model: every mistake with its exact place, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from firstlesson.diagnostics import Diagnostic, Edit, Fix, Text
from firstlesson.schema._base import Model
from firstlesson.schema._values import allowed_in, wrong_value
from firstlesson.schema.faults import MISSING_KEY, ONE_LANGUAGE, UNKNOWN_KEY, WRONG_VALUE
from firstlesson.source.yaml import Route, YamlDocument
from firstlesson.span import Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

M = TypeVar("M", bound=Model)

MOST = 200
"""How many mistakes of one file are told: a file that is not what it should be has thousands."""


def read_model(
    document: YamlDocument, model: type[M], *, languages: Sequence[str]
) -> tuple[M | None, list[Diagnostic]]:
    """The document as a model, or nothing and all that is wrong with it."""
    from pydantic import ValidationError  # noqa: PLC0415  # only where a file is judged

    try:
        made: M = adapter(model).validate_python(document.data, context={"languages": languages})
    except ValidationError as error:
        found = [
            diagnostic
            for one in error.errors(include_url=False)[:MOST]
            if not _only_looks_short(one)
            for diagnostic in _explained(document, model, one)
        ]
        return None, found
    return made, []


def adapter(model: type[Model]) -> TypeAdapter[Any]:
    """What judges the data of a kind of file, and knows its JSON Schema."""
    kind: Any = model  # mypy takes no class for hashable whose instances are
    return _adapter(kind)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # as above
    from pydantic import TypeAdapter  # noqa: PLC0415  # only where a file is judged

    return TypeAdapter(kind)


def _only_looks_short(error: Mapping[str, Any]) -> bool:
    """Whether a list is long enough but for the items that are reported one by one."""
    given, context = error.get("input"), error.get("ctx", {})
    return (
        error["type"] == "too_short"
        and isinstance(given, list)
        and len(given) >= context["min_length"]
    )


def _explained(
    document: YamlDocument, model: type[Model], error: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    route = _route(document, error["loc"])
    kind, given = error["type"], error.get("input")
    context = error.get("ctx", {})
    if kind == "union_tag_not_found":
        yield _missing(document, (*route, "type"))
        return
    if kind == "union_tag_invalid":
        route, given = (*route, "type"), context["tag"]
    if kind == "missing":
        yield _missing(document, route)
    elif kind == "unexpected_keyword_argument":
        yield _unknown(document, route, _keys_at(model, error["loc"][:-1]))
    elif kind == "one_language":
        yield from _one_language(document, route, context)
    else:
        at = document.span(*route)
        if "index" in context and (*route, context["index"]) in document.values:
            at = document.key_span(*route, context["index"])
        message, hint = wrong_value(kind, given, context)
        close = _close(given, allowed_in(context))
        if close:
            hint = Text(
                sq=f"mos deshët të shkruani `{close}`? {hint.sq if hint else ''}".strip(),
                en=f"did you mean `{close}`? {hint.en if hint else ''}".strip(),
            )
        yield Diagnostic(WRONG_VALUE, at, message, hint, _replace(at, close))


def _missing(document: YamlDocument, route: Route) -> Diagnostic:
    key = str(route[-1])
    at = _head(document, route[:-1])
    said = Text(sq=f"mungon çelësi `{key}`", en=f"the key `{key}` is missing")
    hint = Text(sq=f"shtoni një rresht `{key}: …`", en=f"add a line `{key}: …`")
    return Diagnostic(MISSING_KEY, at, said, hint)


def _unknown(document: YamlDocument, route: Route, allowed: Sequence[str]) -> Diagnostic:
    key = str(route[-1])
    at = document.key_span(*route)
    said = Text(sq=f"çelësi `{key}` nuk njihet", en=f"the key `{key}` is not known")
    close = _close(key, allowed)
    names = ", ".join(f"`{name}`" for name in allowed)
    if close:
        hint = Text(sq=f"mos deshët të shkruani `{close}`?", en=f"did you mean `{close}`?")
    elif names:
        hint = Text(sq=f"këtu lejohen: {names}", en=f"allowed here: {names}")
    else:
        hint = Text(sq="hiqeni", en="remove it")
    return Diagnostic(UNKNOWN_KEY, at, said, hint, _replace(at, close))


def _one_language(
    document: YamlDocument, route: Route, context: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    for language in context["unknown"]:
        yield _unknown(document, (*route, language), context["languages"])
    if context["missing"] and not (context["unknown"] and len(context["missing"]) == 1):
        missing = ", ".join(f"`{language}`" for language in context["missing"])
        key = next((part for part in reversed(route) if isinstance(part, str)), "")
        yield Diagnostic(
            ONE_LANGUAGE,
            document.key_span(*route),
            Text(
                sq=f"tekstit `{key}` i mungon gjuha {missing}",
                en=f"the text `{key}` lacks the language {missing}",
            ),
            Text(
                sq=f"shkruajeni edhe në {missing}, pranë tekstit tjetër",
                en=f"write it in {missing} too, beside the other",
            ),
        )


def _close(given: object, allowed: Sequence[str]) -> str:
    if not isinstance(given, str):
        return ""
    folded = {name.lower(): name for name in allowed}
    found = get_close_matches(given.lower(), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else ""


def _replace(at: Span, by: str) -> Fix | None:
    if not by:
        return None
    title = Text(sq=f"zëvendësojeni me `{by}`", en=f"replace it by `{by}`")
    return Fix(title, (Edit(at, by),), safe=False)


def _head(document: YamlDocument, route: Route) -> Span:
    """The first line of a mapping: a missing key has no place of its own."""
    at = document.key_span(*route) if route else document.span()
    return Span(at.path, at.line, at.column, at.line, at.column + 1) if not route else at


def _route(document: YamlDocument, loc: tuple[str | int, ...]) -> Route:
    """A pydantic location as a route of the document: without the tags of unions."""
    route: Route = ()
    node: object = document.data
    tagged: Route | None = None
    for index, part in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(node, dict) and node.get("type") == part and tagged != route:
            tagged = route  # a key of the same name may follow
            continue
        if (*route, part) in document.values or last:
            route = (*route, part)
            node = _at(node, part) if route in document.values else None
    return route


def _at(node: object, part: str | int) -> object:
    if isinstance(node, dict):
        return node[part]
    return node[part] if isinstance(node, list) and isinstance(part, int) else None


def _keys_at(model: type[Model], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that are allowed where an unknown one stands."""
    schema = adapter(model).json_schema(by_alias=True)
    node: Mapping[str, Any] = schema
    for part in loc:
        node = _down(_resolved(schema, node), part)
    return sorted(_resolved(schema, node).get("properties", {}))


def _down(node: Mapping[str, Any], part: str | int) -> Mapping[str, Any]:
    """The schema of a key or an item."""
    if isinstance(part, int):
        items: Mapping[str, Any] = node.get("items", {})
        return items
    if part in node.get("properties", {}):
        inside: Mapping[str, Any] = node["properties"][part]
        return inside
    tagged = node.get("discriminator", {}).get("mapping", {})
    return {"$ref": tagged[part]} if part in tagged else node


def _resolved(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    if "anyOf" in node:  # an optional part: the other alternative is `null`
        options = [option for option in node["anyOf"] if option.get("type") != "null"]
        return _resolved(schema, options[0]) if options else node
    return node
