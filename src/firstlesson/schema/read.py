"""From a YAML document to a typed model: every mistake with its exact place, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from firstlesson.diagnostics import Diagnostic, Edit, Fix, Text
from firstlesson.schema._base import Model
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
        message, hint = _wrong(kind, given, context)
        close = _close(given, _allowed(context))
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


def _wrong(kind: str, given: object, context: Mapping[str, Any]) -> tuple[Text, Text | None]:
    """What is wrong with a value, and what would be right."""
    shown = f"`{given}`" if isinstance(given, str) and len(given) <= 60 else ""
    form = _FORMS.get(kind) or _FORMS.get(str(context.get("pattern", "")))
    if kind in _SHAPES:
        return _SHAPES[kind], None
    if kind in ("literal_error", "enum", "union_tag_invalid"):
        allowed = ", ".join(f"`{value}`" for value in _allowed(context))
        return _no_value(shown), Text(sq=f"lejohen: {allowed}", en=f"allowed: {allowed}")
    if kind == "union_tag_not_found":
        return Text(sq="mungon çelësi `type`", en="the key `type` is missing"), None
    if kind == "string_too_short":
        return Text(sq="ky tekst është bosh", en="this text is empty"), None
    if kind == "twice":
        return (
            Text(
                sq=f"`{context['value']}` shënohet dy herë", en=f"`{context['value']}` stands twice"
            ),
            Text(sq="hiqni njërin", en="remove one of them"),
        )
    if kind in ("too_short", "too_long"):
        least, most = context.get("min_length"), context.get("max_length")
        if least is not None:
            return (
                Text(
                    sq=f"duhen të paktën {least} pjesë në këtë listë",
                    en=f"this list needs at least {least} items",
                ),
                None,
            )
        return (
            Text(
                sq=f"kjo listë mban më së shumti {most} pjesë", en=f"this list holds at most {most}"
            ),
            None,
        )
    if form:
        return _no_value(shown), form
    bounds = " ".join(f"{_SIGNS[name]} {context[name]}" for name in _SIGNS if name in context)
    if bounds:
        return _no_value(shown), Text(sq=f"duhet {bounds}", en=f"it must be {bounds}")
    return _no_value(shown), None


def _no_value(shown: str) -> Text:
    return Text(
        sq=f"vlera {shown} nuk lejohet këtu".replace("  ", " "),
        en=f"the value {shown} is not allowed here".replace("  ", " "),
    )


def _allowed(context: Mapping[str, Any]) -> list[str]:
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    return [
        part.strip(" '") for part in expected.replace(" or ", ", ").split(",") if part.strip(" '")
    ]


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


_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

_SHAPES = {
    "string_type": Text(sq="këtu duhet një tekst", en="a text is needed here"),
    "dataclass_type": Text(sq="këtu duhen çelësa me vlera", en="keys with values are needed here"),
    "model_attributes_type": Text(
        sq="këtu duhen çelësa me vlera", en="keys with values are needed here"
    ),
    "dict_type": Text(
        sq="këtu duhet teksti në çdo gjuhë (`sq:`, `en:`)",
        en="the text in every language (`sq:`, `en:`) is needed here",
    ),
    "tuple_type": Text(
        sq="këtu duhet një listë: një rresht me `- ` për çdo pjesë",
        en="a list is needed here: one line with `- ` for each item",
    ),
}

_DATE = Text(sq="një datë e vërtetë si `2026-11-22`", en="a real date as `2026-11-22`")
_NUMBER = Text(sq="një numër i plotë, si `45`", en="a whole number, as `45`")
_YES_NO = Text(sq="`true` ose `false`", en="`true` or `false`")
_ID = Text(
    sq="shkronja të vogla pa ë e ç, shifra dhe vizë, si `first-lesson-11-14`",
    en="lower-case letters, digits and hyphens, as `first-lesson-11-14`",
)
_LANGUAGE = Text(
    sq="kodi i një gjuhe, si `sq` për shqipen (`al` është shteti)",
    en="a language code, as `sq` for Albanian (`al` is the country)",
)
_WHEN = Text(
    sq="një vit, muaj ose ditë e vërtetë: `2025`, `2025-03`, `2025-03-11`",
    en="a year, a real month or day: `2025`, `2025-03`, `2025-03-11`",
)
_FORMS: Mapping[str, Text] = {
    "date_form": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "duration_form": Text(
        sq="një kohëzgjatje si `PT45M` ose `PT1H`", en="a duration as `PT45M` or `PT1H`"
    ),
    "age_range_form": Text(
        sq="mosha si `11-14`: më e vogla, vizë, më e madhja",
        en="ages as `11-14`: the lower, a hyphen, the upper",
    ),
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    r"^[a-z0-9]+(-[a-z0-9]+)*$": _ID,
    r"^https://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$": Text(
        sq="një adresë e plotë me `https://`", en="a whole address with `https://`"
    ),
    r"^LO[1-5]\.[1-6]\.[0-9]{2}$": Text(
        sq="një kod i DigComp 3.0, si `LO4.3.18`", en="a DigComp 3.0 id, as `LO4.3.18`"
    ),
    r"^\d+\.\d+\.\d+$": Text(sq="një version si `0.1.0`", en="a version as `0.1.0`"),
    r"^\+?[0-9]{2,4}( ?[0-9]{1,4})*$": Text(
        sq="vetëm shifra dhe hapësira, si `116 111`", en="digits and spaces only, as `116 111`"
    ),
    r"^[a-z0-9-]+\.(svg|png|jpg|webp)$": Text(
        sq="emri i një skedari në `media/`, si `klasa.svg`",
        en="the name of a file in `media/`, as `class.svg`",
    ),
    r"^\d{4}(-\d{2}(-\d{2})?)?$": _WHEN,
    "when_form": _WHEN,
    r"^\d+([./]\d+)?$": Text(
        sq="një shifër si `407`, `9.3` ose `2025`", en="a figure as `407`, `9.3` or `2025`"
    ),
    r"^[a-z]{2}$": _LANGUAGE,
    "language_form": _LANGUAGE,
    r"^[1-5]\.[1-6]$": Text(sq="një numër si `4.3`", en="a number as `4.3`"),
}
