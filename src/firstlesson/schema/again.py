"""Data that were judged before, made a model once more: nothing is judged, and no library loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from firstlesson.schema._base import Model, to_camel
from firstlesson.schema._judged import Before, Limits, OneOf, Root

M = TypeVar("M", bound=Model)
Make = Callable[[Any], Any]


def read_again(data: object, model: type[M]) -> M:
    """The model of data without a fault; with a fault they make a wrong one, or raise any error."""
    kind: Any = model  # mypy takes no class for hashable whose instances are
    made: M = _maker(kind)(data)
    return made


@cache
def _maker(kind: Any) -> Make:  # noqa: ANN401  # whatever stands in an annotation
    """What makes a value of the kind that an annotation tells; in a file all values are text."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(*inside)
    if origin is tuple:
        each = _maker(inside[0])
        return lambda data: tuple(map(each, data))
    if origin is dict:
        value = _maker(inside[1])
        return lambda data: {key: value(one) for key, one in data.items()}
    if origin in (Union, UnionType):
        [other] = set(inside) - {NoneType}  # what is not there is not made
        return _maker(other)
    if origin is Literal:
        return str
    if issubclass(kind, Model):
        return _model(kind)
    if issubclass(kind, Root):
        written = _maker(get_type_hints(kind, include_extras=True)["root"])
        return lambda data: kind(written(data))
    return kind if issubclass(kind, Enum) else _PLAIN[kind]


_TRUE = frozenset(("true", "yes", "on", "1", "t", "y"))
_PLAIN: Mapping[type, Make] = {
    str: str,
    int: int,
    bool: lambda data: data.lower() in _TRUE,
    dt.date: dt.date.fromisoformat,
}


def _model(model: type[Model]) -> Make:
    hints = get_type_hints(model, include_extras=True)
    names: Sequence[Any] = fields(model)  # type: ignore[arg-type]  # every model is a dataclass
    makers = {to_camel(one.name): (one.name, _maker(hints[one.name])) for one in names}

    def make(data: Mapping[str, Any]) -> Model:
        given = [(*makers[key], value) for key, value in data.items()]
        return model(**{name: maker(value) for name, maker, value in given})

    return make


def _annotated(kind: Any, *marks: object) -> Make:  # noqa: ANN401  # as above
    maker = _one_of(kind, marks[0].key) if isinstance(marks[0], OneOf) else _maker(kind)
    for mark in marks:
        if isinstance(mark, Before):
            maker = _after(mark.function, maker)
        elif isinstance(mark, Limits) and mark.strip_whitespace:
            maker = _after(str.strip, maker)
    return maker


def _after(first: Callable[[Any], object], maker: Make) -> Make:
    return lambda data: maker(first(data))


def _one_of(models: Any, key: str) -> Make:  # noqa: ANN401  # a union of models
    makers = {
        value: _maker(model)
        for model in get_args(models)
        for value in get_args(get_type_hints(model)[key])
    }
    return lambda data: makers[data[key]](data)
