"""What is said to an author about a mistake: a value, never an exception."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firstlesson.span import Span


class Severity(StrEnum):
    """How much a mistake matters to a reader."""

    ERROR = "error"  # a reader could be misled or harmed: nothing is built
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Text:
    """One message of the tool in the languages it speaks to authors."""

    sq: str
    en: str

    def in_language(self, language: str) -> str:
        """The message in a language; English where the tool does not speak it."""
        return self.sq if language == "sq" else self.en


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake: its code and name, how grave it is, and why it matters.

    A `locked` kind protects a child and cannot be silenced.
    """

    code: str
    name: str
    severity: Severity
    why: Text
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of a span by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that cures a mistake; a safe one cannot change what a text says."""

    title: Text
    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake at one place."""

    kind: Kind
    span: Span
    message: Text
    hint: Text | None = None
    fix: Fix | None = None
    related: tuple[Span, ...] = ()


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorts as a reader walks through the files, each mistake once."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.span.path, d.span.line, d.span.column, d.kind.code))


def within(diagnostics: Iterable[Diagnostic], paths: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Those in some files or below some folders; all where none is named."""
    wanted = [path.rstrip("/") for path in paths]
    return tuple(
        one
        for one in diagnostics
        if not wanted
        or any(one.span.path == path or one.span.path.startswith(f"{path}/") for path in wanted)
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything forbids a build."""
    return any(d.kind.severity is Severity.ERROR for d in diagnostics)
