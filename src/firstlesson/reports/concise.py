"""For editors and lists: one line for each mistake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstlesson.diagnostics import Diagnostic
from firstlesson.reports._words import SEVERITY, printable


def render(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],  # noqa: ARG001  # every format is given the same
    language: str,
) -> str:
    """`path:line:column: severity CODE message`."""
    return "".join(
        f"{printable(str(one.span))}: {SEVERITY[one.kind.severity].in_language(language)} "
        f"{one.kind.code} {printable(one.message.in_language(language))}\n"
        for one in diagnostics
    )
