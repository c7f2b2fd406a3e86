"""For people: the mistake, the line it stands on, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstlesson.diagnostics import Diagnostic
from firstlesson.reports._words import HELP, READ, SEVERITY, printable, rows_of

_WIDTH = 160
"""How much of a line is shown."""
_FAR = 60
"""Where the message would stand too far to the right, it has a line of its own."""


def render(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], language: str) -> str:
    """One paragraph for each mistake."""
    return "\n".join(_one(diagnostic, texts, language) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, texts: Mapping[str, str], language: str) -> str:
    kind, span = diagnostic.kind, diagnostic.span
    severity = SEVERITY[kind.severity].in_language(language)
    message = printable(diagnostic.message.in_language(language))
    head = f"{printable(str(span))}: {severity} {kind.code} {kind.name}"
    rows = rows_of(texts.get(span.path, ""))
    number = str(span.line)
    margin = " " * len(number)
    lines = [head]
    if span.path in texts and span.line <= len(rows) and rows[span.line - 1].strip():
        row = rows[span.line - 1].replace("\t", " ")
        end = span.end_column if span.end_line == span.line else len(row) + 1
        begin = max(0, span.column - 1 - _WIDTH // 2) if len(row) > _WIDTH else 0
        shown = printable(row[begin : begin + _WIDTH])
        length = max(1, min(end, begin + _WIDTH) - span.column)
        caret = " " * len(printable(row[begin : span.column - 1])) + "^" * length
        lines += [f"{margin} |", f"{number} | {shown}"]
        if len(caret) <= _FAR:
            lines.append(f"{margin} | {caret} {message}")
        else:
            lines += [f"{margin} | {caret}", f"{margin} | {message}"]
    else:
        lines.append(f"{margin} | {message}")
    lines.append(f"{margin} |")
    if diagnostic.hint:
        hint = printable(diagnostic.hint.in_language(language))
        lines.append(f"{margin} = {HELP.in_language(language)}: {hint}")
    lines.append(
        f"{margin} = {READ.in_language(language)}: firstlesson check --explain {kind.code}"
    )
    return "\n".join(lines) + "\n"
