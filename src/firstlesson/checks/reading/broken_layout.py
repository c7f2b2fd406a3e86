"""Lists, tables, blocks and headings that the site would not show as such, by a blank too few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.reading._rows import rows_of, without_code
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)]) +\S")
_ROW_BELOW = re.compile(r"\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)*\|?[ ]*$")
_HEADING = re.compile(r"#{1,6}(?=\w)")
_HEADING_IN = re.compile(r"^#{1,6}\w", re.MULTILINE)


@check(
    "TXT044",
    severity=Severity.ERROR,
    why=Text(
        sq="Një bllok bosh nuk thotë asgjë, dhe fjalët që duheshin në të dalin jashtë tij, pa titull dhe pa kornizë.",
        en="An empty block says nothing, and the words that belong in it fall out, without title and frame.",
    ),
)
def block_without_text(prose: Prose) -> Iterator[Finding]:
    """Every block holds a text, which stands four spaces further in."""
    for block in prose.document.blocks:
        if block.last_line <= block.span.line:
            yield Finding(
                block.span,
                Text(
                    sq=f"blloku `{block.type}` është bosh", en=f"the block `{block.type}` is empty"
                ),
                Text(
                    sq="teksti i bllokut shkruhet nën të, katër hapësira më brenda",
                    en="the text of a block stands below it, four spaces further in",
                ),
            )


@check(
    "TXT045",
    severity=Severity.ERROR,
    why=Text(
        sq="Pa rresht bosh, lista ose tabela ngjitet me fjalinë para saj: lexuesi sheh viza në mes të tekstit.",
        en="Without an empty line a list or table runs into the sentence before it: a reader sees hyphens amid the text.",
    ),
)
def runs_into_the_text(prose: Prose) -> Iterator[Finding]:
    """An empty line stands before every list and every table."""
    inside = False
    before = ""
    for number, indent, row, below in rows_of(prose):
        if not row:
            before = ""
            continue
        if not before and indent == 0:
            inside = False
        item = _ITEM.match(row)
        table = "|" in row and "|" not in before and _ROW_BELOW.match(below) and "|" in below
        joins = before and not before.startswith(("#", "!!!")) and not inside
        if joins and (table or (item and not _ITEM.match(before))):
            yield Finding(
                Span(prose.path, number, indent + 1, number, indent + 1 + len(row)),
                Text(
                    sq="para kësaj tabele mungon rreshti bosh"
                    if table
                    else "para kësaj liste mungon rreshti bosh",
                    en="an empty line is missing before this table"
                    if table
                    else "an empty line is missing before this list",
                ),
                Text(sq="lini një rresht bosh para saj", en="leave an empty line before it"),
            )
        inside = inside or bool(item)
        before = row


@check(
    "TXT046",
    severity=Severity.ERROR,
    why=Text(
        sq="Qeliza që teprohet nuk del në faqe: lexuesi nuk e merr vesh atë që shkruhet në të.",
        en="A cell too many is not shown on the site: what it says never reaches a reader.",
    ),
)
def cell_too_many(prose: Prose) -> Iterator[Finding]:
    """No row of a table has more cells than its head."""
    for at, cells, head in _rows_of_tables(prose):
        if cells > head:
            yield Finding(
                at,
                _differs(cells, head),
                Text(
                    sq="shtoni një kolonë te koka, ose hiqni një vizë `|` (si shenjë shkruhet `\\|`)",
                    en="add a column to the head, or remove a bar `|` (as a sign it is typed `\\|`)",
                ),
            )


@check(
    "TXT048",
    severity=Severity.WARNING,
    why=Text(
        sq="Një rresht më i shkurtër lë qeliza bosh: kush e dëgjon tabelën i dëgjon përgjigjet nën titullin e gabuar.",
        en="A shorter row leaves empty cells: anyone who hears the table hears answers below the wrong heading.",
    ),
)
def cell_missing(prose: Prose) -> Iterator[Finding]:
    """No row of a table has fewer cells than its head."""
    for at, cells, head in _rows_of_tables(prose):
        if cells < head:
            yield Finding(
                at,
                _differs(cells, head),
                Text(
                    sq="shkruani edhe qelizën që mungon; nëse është bosh me qëllim, lini vizat `| |`",
                    en="write the missing cell too; if it is empty on purpose, leave its bars `| |`",
                ),
            )


@check(
    "TXT047",
    severity=Severity.ERROR,
    why=Text(
        sq="Disa programe e marrin për titull, të tjera jo: pjesa mbetet pa emër dhe pa përkthim përkrah.",
        en="Some programs take it for a heading, others do not: the section stays without id and translation.",
    ),
)
def heading_without_blank(prose: Prose) -> Iterator[Finding]:
    """A blank stands between the signs `##` and the words of a heading."""
    if not _HEADING_IN.search(prose.document.text):
        return
    for number, indent, row, _ in rows_of(prose):
        if indent == 0 and (match := _HEADING.match(row)):
            yield Finding(
                Span(prose.path, number, 1, number, match.end() + 1),
                Text(sq="pas `#` mungon hapësira", en="the blank after `#` is missing"),
                Text(sq="shkruajeni si `## Titulli {#id}`", en="write it as `## Title {#id}`"),
            )


def _differs(cells: int, head: int) -> Text:
    return Text(
        sq=f"ky rresht ka {cells} qeliza, por koka e tabelës {head}",
        en=f"this row has {cells} cells, but the head of the table {head}",
    )


def _rows_of_tables(prose: Prose) -> Iterator[tuple[Span, int, int]]:
    """Where each row below the head of a table stands, how many cells it has, and how many the head."""
    head = 0
    before: Sequence[str] = ()
    if "|" not in prose.document.text:
        return
    for number, indent, row, _ in rows_of(prose):
        if "|" not in row:
            head, before = 0, ()
            continue
        cells = _cells(row)
        if not head and before and _ROW_BELOW.match(row):
            head = len(before)
        elif head:
            yield (
                Span(prose.path, number, indent + 1, number, indent + 1 + len(row)),
                len(cells),
                head,
            )
        before = cells


def _cells(row: str) -> Sequence[str]:
    """The cells of a row; bars in code, and those behind a backslash, part nothing."""
    plain = without_code(row).strip()
    return plain.removeprefix("|").removesuffix("|").split("|")
