"""SARIF 2.1.0, the exchange format of code scanners: GitHub, GitLab, Azure and editors read it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from firstlesson import __version__
from firstlesson.diagnostics import Diagnostic, Fix, Kind, Severity, Text
from firstlesson.reports._words import rows_of
from firstlesson.span import Span

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def render(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    language: str,
) -> str:
    """One run: the kinds that were found as rules, and each mistake as a result."""
    kinds = {one.kind.code: one.kind for one in diagnostics}
    numbers = {code: number for number, code in enumerate(sorted(kinds))}
    run = {
        "tool": {
            "driver": {
                "name": "firstlesson",
                "semanticVersion": __version__,
                "rules": [_rule(kinds[code], language) for code in numbers],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _HERE.in_language(language)}}},
        "results": [_result(one, numbers, texts, language) for one in diagnostics],
    }
    whole = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


_ROOT = "PROJECTROOT"
_HERE = Text(sq="dosja e projektit", en="the project's folder")


def _rule(kind: Kind, language: str) -> dict[str, Any]:
    why = kind.why.in_language(language)
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": kind.name.replace("-", " ")},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": why},
        "defaultConfiguration": {"level": _LEVEL[kind.severity]},
    }


def _result(
    one: Diagnostic, numbers: Mapping[str, int], texts: Mapping[str, str], language: str
) -> dict[str, Any]:
    message = one.message.in_language(language)
    if one.hint:
        message += f"\n{one.hint.in_language(language)}"
    made = {
        "ruleId": one.kind.code,
        "ruleIndex": numbers[one.kind.code],
        "level": _LEVEL[one.kind.severity],
        "message": {"text": message},
        "locations": [_location(one.span)],
        "partialFingerprints": {"line/v1": _fingerprint(one, texts)},
    }
    if one.related:
        made["relatedLocations"] = [
            {"id": number, **_location(span)} for number, span in enumerate(one.related, 1)
        ]
    if one.fix:
        made["fixes"] = [_fix(one.fix, language)]
    return made


def _location(span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _file(span), "region": _region(span)}}


def _file(span: Span) -> dict[str, str]:
    return {"uri": quote(span.path.encode(errors="surrogateescape")), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fingerprint(one: Diagnostic, texts: Mapping[str, str]) -> str:
    """Stays the same while other lines come and go."""
    rows = rows_of(texts.get(one.span.path, ""))
    row = rows[one.span.line - 1].strip() if one.span.line <= len(rows) else ""
    mark = f"{one.kind.code}\0{one.span.path}\0{row}\0{one.message.en}"
    return hashlib.sha256(mark.encode(errors="surrogateescape")).hexdigest()[:32]


def _fix(fix: Fix, language: str) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    files = {edit.span.path: _file(edit.span) for edit in fix.edits}
    for edit in fix.edits:
        new = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.span.path, []).append(new)
    return {
        "description": {"text": fix.title.in_language(language)},
        "artifactChanges": [
            {"artifactLocation": files[path], "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }
