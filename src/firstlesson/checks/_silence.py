"""Silencing a diagnostic, which needs a written reason.

`# firstlesson: ignore[TRM002] quoting the law` in YAML speaks for its own line or, alone on a line,
for the next one. `<!-- firstlesson: ignore[TRM002] quoting the law -->` in Markdown speaks for the
paragraph that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstlesson.course.model import Course
from firstlesson.diagnostics import Diagnostic, Kind, Severity, Text
from firstlesson.span import Lines, Span

WITHOUT_REASON = Kind(
    "SCH030",
    "silence-without-reason",
    Severity.ERROR,
    Text(
        sq="Kush lexon më vonë duhet të dijë pse u la mënjanë një paralajmërim.",
        en="Anyone who reads later must know why a warning was put aside.",
    ),
    locked=True,
)
UNUSED = Kind(
    "SCH031",
    "unused-silence",
    Severity.WARNING,
    Text(
        sq="Një heshtim që nuk duhet më do të fshihte gabimin e ardhshëm.",
        en="A silence that is no longer needed would hide the next mistake.",
    ),
)
LOCKED = Kind(
    "SCH032",
    "locked-check",
    Severity.ERROR,
    Text(
        sq="Disa kontrolle mbrojnë fëmijë ose faqen vetë dhe nuk heshtohen dot.",
        en="Some checks protect a child or the site itself and cannot be silenced.",
    ),
    locked=True,
)

_IN_YAML = re.compile(r"#\s*firstlesson:\s*ignore\[([^\]]*)\]([^\n]*)")
_IN_MARKDOWN = re.compile(r"<!--\s*firstlesson:\s*ignore\[([^\]]*)\](.*?)-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Silence:
    codes: frozenset[str]
    reason: str
    at: Span
    first_line: int
    last_line: int

    def covers(self, diagnostic: Diagnostic) -> bool:
        return (
            diagnostic.kind.code in self.codes
            and diagnostic.span.path == self.at.path
            and self.first_line <= diagnostic.span.line <= self.last_line
        )


def without_silenced(found: Sequence[Diagnostic], course: Course) -> list[Diagnostic]:
    """The diagnostics that nobody silenced, and what is wrong with the silences."""
    silences = list(_silences(course))
    if not silences:
        return list(found)
    kept: list[Diagnostic] = []
    used: set[_Silence] = set()
    for diagnostic in found:
        covering = [one for one in silences if one.covers(diagnostic)]
        used.update(covering)
        if diagnostic.kind.locked or not any(one.reason for one in covering):
            kept.append(diagnostic)
        if diagnostic.kind.locked:
            kept.extend(_cannot(one, diagnostic.kind) for one in covering)
    kept.extend(_no_reason(one) for one in silences if not one.reason)
    kept.extend(_not_needed(one) for one in silences if one not in used)
    return kept


def _silences(course: Course) -> Iterator[_Silence]:
    for document in course.documents.values():
        if "firstlesson:" not in document.text:
            continue
        lines = Lines(document.path, document.text)
        for match in _IN_YAML.finditer(document.text):
            at = lines.span(*match.span())
            alone = not lines.line(at.line)[: at.column - 1].strip()
            yield _silence(match, at, at.line, at.line + alone)
    for prose in course.prose:
        if "firstlesson:" not in prose.document.text:
            continue
        lines = Lines(prose.path, prose.document.text)
        rows = prose.document.text.split("\n")
        for match in _IN_MARKDOWN.finditer(prose.document.text):
            at = lines.span(*match.span())
            last = at.end_line
            while last < len(rows) and not rows[last].strip():
                last += 1
            while last < len(rows) and rows[last].strip():
                last += 1
            yield _silence(match, at, at.line, last)


def _silence(match: re.Match[str], at: Span, first: int, last: int) -> _Silence:
    codes = frozenset(code.strip().upper() for code in match[1].split(","))
    return _Silence(codes, match[2].strip(), at, first, last)


def _no_reason(one: _Silence) -> Diagnostic:
    said = Text(sq="këtij heshtimi i mungon arsyeja", en="this silence gives no reason")
    hint = Text(
        sq="shkruajeni arsyen pas kllapës: `ignore[KODI] pse`",
        en="write it behind the bracket: `ignore[CODE] why`",
    )
    return Diagnostic(WITHOUT_REASON, one.at, said, hint)


def _not_needed(one: _Silence) -> Diagnostic:
    codes = ", ".join(sorted(one.codes))
    said = Text(
        sq=f"këtu nuk ka asgjë për të heshtuar ({codes})", en=f"nothing to silence ({codes})"
    )
    return Diagnostic(UNUSED, one.at, said, Text(sq="hiqeni", en="remove it"))


def _cannot(one: _Silence, kind: Kind) -> Diagnostic:
    said = Text(sq=f"{kind.code} nuk heshtohet dot", en=f"{kind.code} cannot be silenced")
    hint = Text(sq="ndreqeni gabimin vetë", en="mend the mistake itself")
    return Diagnostic(LOCKED, one.at, said, hint)
