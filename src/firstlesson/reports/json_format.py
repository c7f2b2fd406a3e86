"""For other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from firstlesson.diagnostics import Diagnostic
from firstlesson.span import Span

VERSION = 1
"""Grows when a key changes its meaning or goes."""


def render(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],  # noqa: ARG001  # every format is given the same
    language: str,
) -> str:
    """An object with `version` and `diagnostics`; lines and columns count from 1."""
    return (
        json.dumps(
            {"version": VERSION, "diagnostics": [_one(one, language) for one in diagnostics]},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _one(diagnostic: Diagnostic, language: str) -> dict[str, object]:
    hint = diagnostic.hint
    return {
        "code": diagnostic.kind.code,
        "name": diagnostic.kind.name,
        "severity": diagnostic.kind.severity.value,
        **_place(diagnostic.span),
        "message": diagnostic.message.in_language(language),
        "hint": hint.in_language(language) if hint else None,
        "fixable": diagnostic.fix is not None,
        "related": [_place(span) for span in diagnostic.related],
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
