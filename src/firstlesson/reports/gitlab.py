"""For GitLab: a code quality report, shown on the lines of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from firstlesson.diagnostics import Diagnostic, Severity

_SEVERITY = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],  # noqa: ARG001  # every format is given the same
    language: str,
) -> str:
    """A list of findings, each with a fingerprint that stays while the mistake does."""
    found = []
    for one in diagnostics:
        message = one.message.in_language(language)
        mark = f"{one.kind.code}:{one.span}:{one.message.en}"
        found.append(
            {
                "description": f"{one.kind.code}: {message}",
                "check_name": one.kind.code,
                "fingerprint": hashlib.sha256(mark.encode()).hexdigest()[:32],
                "severity": _SEVERITY[one.kind.severity],
                "location": {"path": one.span.path, "lines": {"begin": one.span.line}},
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
