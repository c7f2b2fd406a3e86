"""What the last check found, so that an unchanged course is not checked twice.

The memory is one file in `.build/check/`. It counts only while nothing has changed that could change
the answer: the contents of every file of the course, this program, its libraries and Python, the day,
and the folder itself (`snapshot`), so that a memory that came along from elsewhere says nothing.

Nothing here needs the rooms that read a course; an answer from memory starts none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firstlesson.build.atomic import write_bytes
from firstlesson.build.kept import keep, kept
from firstlesson.diagnostics import Diagnostic, Edit, Fix, Kind, Severity, Text, has_errors
from firstlesson.span import Span

MEMORY = ".build/check"
"""Where the memory stands, below the project's root."""

_FORM = "firstlesson-check-3"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a check found: all that a report needs."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    size: tuple[int, int]
    """How many lessons and protocols there are."""

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return has_errors(self.diagnostics)


def recall(root: Path, state: str) -> Remembered | None:
    """What was found in the same state; nothing where it is unknown, damaged or not ours."""
    data = kept(root / MEMORY / "last", f"{_FORM} {state}")
    try:
        return None if data is None else _read(root, data)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def remember(
    root: Path,
    state: str,
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    size: tuple[int, int],
) -> None:
    """Keeps what was found; a folder that cannot be written to is no mistake."""
    with suppress(OSError):
        if not (root / MEMORY / ".gitignore").exists():
            write_bytes(root / MEMORY / ".gitignore", b"*\n")
        keep(root / MEMORY / "last", f"{_FORM} {state}", _written(diagnostics, texts, size))


class Texts(Mapping[str, str]):
    """The texts of some files, each one read when a report quotes from it."""

    def __init__(self, root: Path, paths: Sequence[str]) -> None:
        self._root = root
        self._paths = dict.fromkeys(paths)

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        from firstlesson.source.files import read_text  # noqa: PLC0415  # not where nothing is quoted

        return read_text(self._root, path)[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __len__(self) -> int:
        return len(self._paths)


def _written(
    diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], size: tuple[int, int]
) -> dict[str, Any]:
    return {**as_data(diagnostics), "texts": list(texts), "size": list(size)}


def as_data(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """Diagnostics as JSON can hold them."""
    kinds = {one.kind.code: one.kind for one in diagnostics}
    return {
        "kinds": {
            code: [kind.name, kind.severity.value, _both(kind.why), kind.locked]
            for code, kind in kinds.items()
        },
        "found": [
            [
                one.kind.code,
                _place(one.span),
                _both(one.message),
                one.hint and _both(one.hint),
                one.fix
                and [
                    _both(one.fix.title),
                    [[_place(edit.span), edit.text] for edit in one.fix.edits],
                    one.fix.safe,
                ],
                [_place(span) for span in one.related],
            ]
            for one in diagnostics
        ],
    }


def _read(root: Path, data: Any) -> Remembered:  # noqa: ANN401  # JSON
    lessons, protocols = data["size"]
    return Remembered(of_data(data), Texts(root, data["texts"]), (lessons, protocols))


def of_data(data: Any) -> tuple[Diagnostic, ...]:  # noqa: ANN401  # JSON
    """Diagnostics of what `as_data` gave; of anything else they raise one of Python's errors."""
    kinds = {
        code: Kind(code, name, Severity(severity), Text(*why), locked)
        for code, (name, severity, why, locked) in data["kinds"].items()
    }
    return tuple(
        Diagnostic(
            kinds[code],
            Span(*span),
            Text(*message),
            Text(*hint) if hint else None,
            fix and Fix(Text(*fix[0]), tuple(Edit(Span(*at), to) for at, to in fix[1]), fix[2]),
            tuple(Span(*place) for place in related),
        )
        for code, span, message, hint, fix, related in data["found"]
    )


def _both(text: Text) -> list[str]:
    return [text.sq, text.en]


def _place(span: Span) -> list[str | int]:
    return [span.path, span.line, span.column, span.end_line, span.end_column]
