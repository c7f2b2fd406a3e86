"""Tables: a screen reader says the header before each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


@check(
    "ACC017",
    severity=Severity.WARNING,
    why=Text(
        sq="Lexuesi i ekranit thotë kreun para çdo kutie; pa të, një numër mbetet pa kuptim.",
        en="A screen reader says the header before each cell; without it a number has no meaning.",
    ),
)
def table_without_header(prose: Prose) -> Iterator[Finding]:
    """Every column of a table has a header."""
    for row, cells in _headers(prose):
        empty = [
            index for index, cell in enumerate(cells) if not any(map(str.isalnum, unescape(cell)))
        ]
        if not empty:
            continue
        rows = prose.document.text.split("\n")
        corner = empty == [0] and len(cells) > 2
        if corner and _first_column_is_header(rows, row):
            continue
        yield Finding(
            Span(prose.path, row, 1, row, len(rows[row - 1]) + 1),
            Text(
                sq="tabela nuk ka krye" if len(empty) == len(cells) else "një shtyllë nuk ka krye",
                en="the table has no header"
                if len(empty) == len(cells)
                else "a column has no header",
            ),
            Text(
                sq="shkruani në rreshtin e parë çfarë mban çdo shtyllë",
                en="write in the first row what each column holds",
            ),
        )


@check(
    "ACC018",
    severity=Severity.WARNING,
    why=Text(
        sq="Një tabelë me një shtyllë nuk lidh gjë me gjë; dëgjohet si zhurmë dhe prishet në telefon.",
        en="A table of one column relates nothing to anything; it is heard as noise and breaks on a telephone.",
    ),
)
def table_for_looks(prose: Prose) -> Iterator[Finding]:
    """A table has at least two columns and two rows; else it is a list."""
    for row, cells in _headers(prose):
        if len(cells) < 2:
            text = prose.document.text.split("\n")[row - 1]
            yield Finding(
                Span(prose.path, row, 1, row, len(text) + 1),
                Text(sq="tabelë me një shtyllë", en="a table of one column"),
                Text(sq="bëni një listë", en="make a list of it"),
            )


def _headers(prose: Prose) -> Iterator[tuple[int, list[str]]]:
    """The line of each table's first row, with its cells."""
    if "|" not in prose.document.text:
        return
    rows = prose.document.text.split("\n")
    real = {
        one.starts[0][1] for one in prose.document.passages if one.kind in ("header-cell", "cell")
    }
    for number, text in enumerate(rows):
        if (
            number
            and "|" in text
            and "-" in text
            and _ROW.fullmatch(text)
            and "|" in rows[number - 1]
        ):
            cells = re.split(
                r"(?<!\\)\|", rows[number - 1].strip().removeprefix("|").removesuffix("|")
            )
            is_table = any(line in real for line in range(number, number + 4))
            if is_table:
                yield number, cells


def _first_column_is_header(rows: list[str], header: int) -> bool:
    """The empty corner of a table whose first column names the rows is fine."""
    below = [row for row in rows[header + 1 : header + 4] if "|" in row]
    return all(row.strip().removeprefix("|").split("|")[0].strip() for row in below)
