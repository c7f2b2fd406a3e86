"""Headings: the map by which a screen reader walks through a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Edit, Fix, Severity, Text
from firstlesson.source.markdown import Section
from firstlesson.span import Lines, Span

_WHY = Text(
    sq="Kush dëgjon faqen kërcen nga titulli në titull; një shkallë që mungon duket si pjesë e humbur.",
    en="Anyone who listens to a page jumps from heading to heading; a missing level seems a lost part.",
)


@check("ACC002", severity=Severity.WARNING, why=_WHY)
def skipped_heading_level(prose: Prose) -> Iterator[Finding]:
    """A heading is at most one level below the one before; a lesson's text begins with `##`."""
    page = prose.owner == "docs"
    before = 0 if page else 1
    for section in _headings(prose):
        most = max(before, 1) + 1 if before else (1 if page else 2)
        if section.level > most:
            at = _marks(section)
            yield Finding(
                at,
                Text(
                    sq=f"`{'#' * section.level}` vjen pas `{'#' * max(before, 1)}`: një shkallë mungon",
                    en=f"`{'#' * section.level}` comes after `{'#' * max(before, 1)}`: a level is missing",
                ),
                Text(sq=f"shkruani `{'#' * most}`", en=f"write `{'#' * most}`"),
                Fix(
                    Text(sq=f"`{'#' * most}`", en=f"`{'#' * most}`"),
                    (Edit(at, "#" * most),),
                    safe=True,
                ),
            )
        before = section.level


@check(
    "ACC003",
    severity=Severity.WARNING,
    why=Text(
        sq="Titulli i faqes vjen nga `lesson.yml` ose `protocol.yml`; një titull i dytë ngatërron lexuesit e ekranit.",
        en="The page's title comes from `lesson.yml` or `protocol.yml`; a second one confuses screen readers.",
    ),
)
def title_in_text(prose: Prose) -> Iterator[Finding]:
    """The text of a lesson or protocol has no `#` heading."""
    if prose.owner == "docs":
        return
    for section in _headings(prose):
        if section.level == 1:
            yield Finding(
                section.heading,
                Text(
                    sq="titulli i faqes vjen nga skedari YAML, nuk shkruhet në tekst",
                    en="the page's title comes from the YAML file, it is not written in the text",
                ),
                Text(sq="hiqeni, ose shkruani `##`", en="remove it, or write `##`"),
            )


@check(
    "ACC004",
    severity=Severity.WARNING,
    why=Text(
        sq="Kush e dëgjon faqen e njeh nga titulli: pa titull, ose me dy, nuk e di ku ndodhet.",
        en="Anyone who listens to a page knows it by its title: without one, or with two, they do not know where they are.",
    ),
)
def one_title(prose: Prose) -> Iterator[Finding]:
    """A page of `docs/` has exactly one `#` heading."""
    if prose.owner != "docs":
        return
    titles = [section for section in _headings(prose) if section.level == 1]
    if not titles and prose.document.text.strip():
        yield Finding(
            Lines(prose.path, prose.document.text).span(0, 1),
            Text(sq="kjo faqe nuk ka titull `#`", en="this page has no `#` title"),
            Text(
                sq="shkruani në rreshtin e parë `# ` dhe titullin",
                en="write `# ` and the title on the first line",
            ),
        )
    for section in titles[1:]:
        yield Finding(
            section.heading,
            Text(sq="kjo faqe ka dy tituj `#`", en="this page has two `#` titles"),
            Text(sq="shkruani `##`", en="write `##`"),
            related=(titles[0].heading,),
        )


@check("ACC005", severity=Severity.ERROR, why=_WHY)
def empty_heading(prose: Prose) -> Iterator[Finding]:
    """A heading has words."""
    lines = Lines(prose.path, prose.document.text)
    for section in _headings(prose):
        if not any(char.isalnum() for char in section.title):
            row = lines.line(section.first_line)
            yield Finding(
                Span(prose.path, section.first_line, 1, section.first_line, max(len(row), 1) + 1),
                Text(sq="ky titull nuk ka fjalë", en="this heading has no words"),
                Text(
                    sq="shkruani për çfarë është pjesa, ose hiqeni",
                    en="write what the part is about, or remove it",
                ),
            )
    for match in re.finditer(r"(?m)^#{1,6}[ \t]*(?:\{[^}\n]*\})?[ \t]*$", prose.document.text):
        at = lines.span(*match.span())
        if not _in_code(prose, at.line) and at.line not in {
            one.first_line for one in _headings(prose)
        }:
            yield Finding(
                at,
                Text(sq="ky titull nuk ka fjalë", en="this heading has no words"),
                Text(
                    sq="shkruani për çfarë është pjesa, ose hiqeni",
                    en="write what the part is about, or remove it",
                ),
            )


_BOLD = re.compile(r"\s*(\*\*|__)(?!\s)([^*_\n]{2,60}?)(?<![\s.!?…:;,])\1\s*")


@check(
    "ACC006",
    severity=Severity.ADVICE,
    why=Text(
        sq="Një rresht i theksuar duket si titull, por kush dëgjon faqen nuk e gjen dot.",
        en="A bold line looks like a heading, but anyone who listens to the page cannot find it.",
    ),
)
def bold_for_heading(prose: Prose) -> Iterator[Finding]:
    """A line in bold letters that stands alone, with text below it, is meant as a heading."""
    passages = prose.document.passages
    for here, after in pairwise(passages):
        match = _BOLD.fullmatch(here.text) if here.kind == "paragraph" and not here.block else None
        if (
            match
            and after.kind == "paragraph"
            and not after.block
            and _stands_alone(prose, here.starts[0])
        ):
            yield Finding(
                here.span(0, len(here.text)),
                Text(
                    sq="ky rresht i theksuar duket si titull",
                    en="this bold line looks like a heading",
                ),
                Text(
                    sq=f"shkruani `### {match[2]} {{#…}}`",
                    en=f"write `### {match[2]} {{#…}}`",
                ),
            )


def _stands_alone(prose: Prose, start: tuple[int, int, int]) -> bool:
    """No list item, no quotation, no address in front of a list."""
    _, line, column = start
    rows = prose.document.text.split("\n", line + 2)
    below = next((row for row in rows[line : line + 2] if row.strip()), "")
    return column == 1 and not re.match(r"\s*(?:[-*+]|\d+[.)])\s", below)


def _headings(prose: Prose) -> list[Section]:
    return [section for section in prose.document.sections if section.level]


def _marks(section: Section) -> Span:
    """The `#` signs in front of a heading."""
    return Span(section.heading.path, section.first_line, 1, section.first_line, section.level + 1)


def _in_code(prose: Prose, line: int) -> bool:
    fences = [
        row for row in prose.document.text.split("\n")[: line - 1] if re.match(r"\s*(```|~~~)", row)
    ]
    return len(fences) % 2 == 1
