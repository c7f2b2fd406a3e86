"""What a check is, and how the checks are found."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from typing import TypeVar

import firstlesson.checks
import firstlesson.course.faults
import firstlesson.schema.faults
import firstlesson.source.faults
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Fix, Kind, Severity, Text
from firstlesson.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says about one place."""

    at: Span
    message: Text
    hint: Text | None = None
    fix: Fix | None = None
    related: tuple[Span, ...] = ()


Function = Callable[..., Iterable[Finding]]
F = TypeVar("F", bound=Function)


@dataclass(frozen=True, slots=True)
class Check:
    """A function with its kind; it runs on every `subject` of the course."""

    kind: Kind
    subject: type
    function: Function
    needs: tuple[type, ...]
    """What else it asks for: the `Course`, or today's `date`."""
    across: bool = False
    """Whether it holds the folders of the course against one another."""
    by_text: bool = False
    """Whether what it finds in a text file rests on that file alone, and on what all texts share."""


_checks: dict[str, Check] = {}


def check(
    code: str,
    *,
    severity: Severity,
    why: Text,
    locked: bool = False,
    across: bool = False,
    by_text: bool = False,
) -> Callable[[F], F]:
    """Makes a function a check.

    The annotation of its first parameter says on what it runs (`Course`, `Lesson`, `Protocol`,
    `Prose`, `YamlDocument`); further ones may ask for the `Course` and for today's `date`.
    Its name is the name of the kind, and `why` says why the mistake matters. A check says
    `across` where its findings in one lesson, protocol or set of pages rest on which others there are;
    every other one may be shown a single folder of the course. It says `by_text` where what it finds in
    one text file rests on no other text: then it need not see the others again when that one is edited.
    A check of `Prose` that asks for no course sees nothing else anyway.
    """

    def register(function: F) -> F:
        subject, *needs = _asked_for(function)
        strangers = [need for need in needs if need not in (Course, dt.date)]
        if strangers:
            raise TypeError(f"{function.__module__}: a check cannot ask for {strangers}")
        if code in _checks and _checks[code].function.__module__ != function.__module__:
            raise TypeError(f"{code} names two checks: {_checks[code].function.__module__}")
        kind = Kind(code, function.__name__.replace("_", "-"), severity, why, locked)
        alone = by_text or (subject is Prose and Course not in needs and not across)
        _checks[code] = Check(kind, subject, function, tuple(needs), across, alone)
        return function

    return register


def _asked_for(function: Function) -> Iterator[type]:
    """The types of its parameters; they are plain names (`Course`, `dt.date`), which is read fast."""
    for key, written in function.__annotations__.items():
        if key != "return":
            first, *rest = written.split(".")
            yield reduce(getattr, rest, function.__globals__[first])


@cache
def all_checks() -> tuple[Check, ...]:
    """All checks, by code."""
    package = firstlesson.checks
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    return tuple(_checks[code] for code in sorted(_checks))


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind of mistake by its code: those of the checks and those met while reading."""
    kinds = [one.kind for one in all_checks()]
    for module in (firstlesson.source, firstlesson.schema, firstlesson.course):
        kinds.extend(_kinds_in(module.faults))
    kinds.extend(_kinds_in(importlib.import_module("firstlesson.checks._silence")))
    twice = {one.code for one in kinds if sum(other.code == one.code for other in kinds) > 1}
    if twice:
        raise TypeError(f"two kinds share a code: {sorted(twice)}")
    return {one.code: one for one in sorted(kinds, key=lambda kind: kind.code)}


def _kinds_in(module: object) -> Iterator[Kind]:
    return (value for value in vars(module).values() if isinstance(value, Kind))
