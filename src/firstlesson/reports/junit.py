"""JUnit's XML, which every build server shows: one suite for each file, one case for each mistake.

An error is a failed case. A warning or a piece of advice is a passed one that says something: a build
server would else be red where `firstlesson check` is content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firstlesson.diagnostics import Diagnostic, Severity
from firstlesson.reports._words import SEVERITY, printable


def render(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], language: str) -> str:
    """A suite for every file that was read, also where nothing is wrong with it."""
    found: dict[str, list[Diagnostic]] = {path: [] for path in texts}
    for one in diagnostics:
        found.setdefault(one.span.path, []).append(one)
    suites = "".join(_suite(path, found[path], language) for path in sorted(found))
    cases = sum(max(1, len(inside)) for inside in found.values())
    head = f'<testsuites name="firstlesson" tests="{cases}" failures="{_failed(diagnostics)}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{suites}</testsuites>\n'


def _suite(path: str, found: Sequence[Diagnostic], language: str) -> str:
    name = _escaped(path)
    cases = "".join(_cases(name, found, language))
    return (
        f'  <testsuite name="{name}" tests="{max(1, len(found))}" '
        f'failures="{_failed(found)}" errors="0">\n{cases}  </testsuite>\n'
    )


def _cases(path: str, found: Sequence[Diagnostic], language: str) -> Iterator[str]:
    if not found:
        yield f'    <testcase classname="{path}" name="firstlesson check"/>\n'
    for one in found:
        kind, span = one.kind, one.span
        title = _escaped(f"{kind.code} {kind.name}")
        message = _escaped(one.message.in_language(language)).replace("\n", " ")
        severity = SEVERITY[kind.severity].in_language(language)
        text = _escaped(f"{span}: {severity} {kind.code} {one.message.in_language(language)}")
        if one.hint:
            text += f"\n{_escaped(one.hint.in_language(language))}"
        yield f'    <testcase classname="{path}" name="{title} {span.line}:{span.column}">\n'
        if kind.severity is Severity.ERROR:
            yield f'      <failure type="{kind.code}" message="{message}">{text}</failure>\n'
        else:
            yield f"      <system-out>{text}</system-out>\n"
        yield "    </testcase>\n"


def _failed(found: Sequence[Diagnostic]) -> int:
    return sum(one.kind.severity is Severity.ERROR for one in found)


def _escaped(text: str) -> str:
    """A text as XML can hold it: many characters are forbidden there, even as references."""
    shown = "\n".join(printable(row) for row in text.split("\n"))
    for sign, entity in _ENTITIES:
        shown = shown.replace(sign, entity)
    return shown


_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
