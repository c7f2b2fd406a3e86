"""For GitHub and Forgejo: diagnostics as comments on the changed lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstlesson.diagnostics import Diagnostic, Severity

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],  # noqa: ARG001  # every format is given the same
    language: str,
) -> str:
    """One workflow command for each mistake."""
    return "".join(_one(diagnostic, language) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, language: str) -> str:
    span, kind = diagnostic.span, diagnostic.kind
    message = diagnostic.message.in_language(language)
    if diagnostic.hint:
        message += f"\n{diagnostic.hint.in_language(language)}"
    place = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{kind.code} {kind.name}",
    }
    if span.line != span.end_line:
        del place["col"], place["endColumn"]  # columns are allowed on one line only
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{_COMMAND[kind.severity]} {shown}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
