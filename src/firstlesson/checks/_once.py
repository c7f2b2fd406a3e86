"""One fault is told once, and no more of a kind than one can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firstlesson.diagnostics import Diagnostic, Severity, Text
from firstlesson.span import Span

MOST = 200
"""How many mistakes of one kind are told of one file."""

_SPEAKS_FOR = {
    "ACC007": ("TXT041",),
    "CON001": ("ACC023", "FIL034", "REF001"),
    "FIL031": ("FIL033",),
    "FIL037": ("FIL035",),
    "PRO007": ("TXT006",),
    "PRV010": ("CON001", "PRV009"),
    "PRV011": ("CON001",),
    "PRV016": ("ACC015", "SEC008"),
    "PRV017": ("CON001",),
    "QUZ009": ("TRM013", "TRM018"),
    "QUZ012": ("TRM017", "TRM018"),
    "QUZ016": ("QUZ007", "QUZ008"),
    "QUZ058": ("TRM013", "TRM015", "TRM017", "TRM018"),
    "SEC001": ("ACC001", "REF003", "SEC002", "SEC005"),
    "SEC003": ("ACC014", "ACC015", "FIL034", "REF001", "REF003", "SEC004", "SEC005"),
    "SEC007": ("ACC014", "ACC015"),
    "SEC010": ("TRN003",),
    "TRM001": ("TRM004",),
    "TRM002": ("TRM004",),
    "TRM010": ("TRM011", "TRM015", "TRM017", "TRM018", "TXT001"),
    "TRM011": ("TRM018",),
    "TRM012": ("TRM015", "TRM018"),
    "TRM013": ("TRM002", "TRM018"),
    "TRM014": ("TRM018",),
    "TRM015": ("TRM018",),
    "TRM016": ("TRM018",),
    "TRM017": ("TRM018",),
    "TRN019": ("TRN026",),
    "TRN020": ("TRN026",),
    "TRN021": ("TRN026",),
    "TXT008": ("CON001",),
    "TXT009": ("CON001", "TXT003"),
}
"""Which kinds say, where they overlap, all that others would say of the same words."""
_LIKENESS = ("TRM019", "TRM020")
"""What speaks only of a sentence of which no other check knows what is wrong with it."""
_OF_THE_FILE = {
    "ACC003": ("FIL046",),
    "REF012": ("FIL021", "FIL022", "FIL051", "FIL052"),
    "SCH001": ("FIL046",),
    "SCH010": ("FIL046",),
}
"""What is not told of a file of which one of these is."""


def told_once(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics without those of whose place a better one speaks."""
    found = _without_misspelt_keys(found)
    faulty = {(one.kind.code, one.span.path) for one in found if one.kind.code.startswith("FIL")}
    found = [
        one
        for one in found
        if not any((code, one.span.path) in faulty for code in _OF_THE_FILE.get(one.kind.code, ()))
    ]
    speakers: dict[tuple[str, str], list[Span]] = {}
    for one in found:
        for other in _speaks_for(one):
            speakers.setdefault((other, one.span.path), []).append(one.span)
    if not speakers:
        return list(found)
    return [
        one
        for one in found
        if not any(
            _overlap(one.span, span) for span in speakers.get((one.kind.code, one.span.path), ())
        )
    ]


def _speaks_for(one: Diagnostic) -> tuple[str, ...]:
    """The kinds that have nothing to add where it speaks."""
    known = _SPEAKS_FOR.get(one.kind.code, ())
    if one.kind.code in _LIKENESS:
        return known
    knows = one.kind.severity is Severity.ERROR or one.kind.code == "TRM018"
    return (*known, *_LIKENESS) if knows else known


def _without_misspelt_keys(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A key that is only misspelt is not missing too."""
    missing: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in found:
        if one.kind.code == "SCH011":
            missing.setdefault((one.span.path, one.message.en), []).append(one)
    told: set[int] = set()
    for one in found if missing else ():
        if one.kind.code == "SCH010" and one.fix:
            meant = f"the key `{one.fix.edits[0].text}` is missing"
            above = [
                other
                for other in missing.get((one.span.path, meant), ())
                if other.span.line <= one.span.line and other.span.column == one.span.column
            ]
            if above:
                told.add(id(max(above, key=lambda other: other.span.line)))
    return [one for one in found if id(one) not in told]


def at_most(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """So many mistakes of one kind and file that one can read them, and how many more there are."""
    told: dict[tuple[str, str], int] = {}
    first_left: dict[tuple[str, str], int] = {}
    kept: list[Diagnostic] = []
    for one in found:
        key = (one.span.path, one.kind.code)
        told[key] = told.get(key, 0) + 1
        if told[key] <= MOST:
            kept.append(one)
        elif key not in first_left:
            first_left[key] = len(kept)
            kept.append(one)
    more = {at: told[key] - MOST for key, at in first_left.items()}
    for at, one in enumerate(kept):
        yield _and_more(one, more[at]) if at in more else one


def _and_more(one: Diagnostic, number: int) -> Diagnostic:
    said = Text(
        sq=f"në këtë skedar ka edhe {number} të tilla, nga ky vend e poshtë",
        en=f"and {number} more of this kind in this file, from here on",
    )
    hint = Text(
        sq="ndreqni të parat; ndoshta kanë të njëjtin shkak",
        en="mend the first ones; perhaps they have the same cause",
    )
    return Diagnostic(one.kind, one.span, said, hint)


def _overlap(one: Span, other: Span) -> bool:
    return (one.line, one.column) < (other.end_line, other.end_column) and (
        other.line,
        other.column,
    ) < (one.end_line, one.end_column)
