"""Figures that another number has crept into: each is held against the source that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.truth._sourced import is_open
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Source
from firstlesson.source.markdown import Link, Passage

_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[\s*“\"(\[]*[A-ZËÇ])")
_FIGURE = re.compile(  # a law's number is one figure: 18/2017
    r"\d+/\d{4}(?!\d)|"
    r"(?<![\w])\d{1,3}(?:[., \u00a0]\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d+[.,]\d+(?![.,]?\d)|\d+"
)
_OF_THE_LESSON = re.compile(r"\s?(?:minut|min\b|faqe|pages?\b|fletë|sheets?\b)")
"""What counts the lesson's own time or paper, and nothing that a source says."""
_FINDING = re.compile(
    r"(?i)%|për ?qind|per ?cent|\d (?:nga|prej|në) (?:çdo )?\d|\d (?:out of|of|in) (?:every )?\d|"
    r"\b(?:janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor|january|february|march|"
    r"april|may|june|july|august|september|october|november|december)"
)
_SHOWN = 12


@check(
    "TXT012",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një shifër pranë një burimi duket e sigurt. Kur ndryshon, në të dyja gjuhët ose vetëm në njërën, askush "
        "nuk e vë re më; prandaj shifrat e burimit shënohen te vetë ai.",
        en="A figure beside a source seems sure. When it changes, in one language or in both, nobody notices any more; "
        "so the figures of a source are noted with it.",
    ),
    locked=True,
)
def figure_not_of_the_source(prose: Prose, course: Course) -> Iterator[Finding]:
    """Beside a source whose `figures` are noted stand only these.

    A sentence without a source of its own belongs to that before it, else to the first of its paragraph;
    a cell to the first of its row.
    """
    noted = [link for link in prose.document.links if link.target.startswith("source:")]
    if not noted:
        return
    for passage in prose.document.passages:
        lines = {line for _, line, _ in passage.starts}
        inside = [link for link in noted if link.span.line in lines]
        if not inside or not any(char.isdigit() for char in passage.text):
            continue
        text = _without_contacts(passage, prose)
        ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
        near = inside[:1]
        for first, last in pairwise(ends):
            own = [link for link in inside if first <= _offset(passage, link) < last]
            near = own or near
            there = own or ([] if is_open(text[first:last]) else near)
            sources = [_source(link, course) for link in there]
            known = [one for one in sources if one is not None and one.figures]
            if not there or len(known) < len(there):
                continue
            allowed = {figure for one in known for figure in _figures_of(one)}
            for match in _FIGURE.finditer(text, first, last):
                if (
                    not _is_among(match[0], allowed)
                    and not _OF_THE_LESSON.match(text, match.end())
                    and (own or _is_a_finding(text, match))
                ):
                    yield _finding(passage, match, known)
                    break


def _is_a_finding(text: str, match: re.Match[str]) -> bool:
    """Whether a figure tells of many, of a share or of a day, and not of a lesson's own ages and minutes."""
    around = text[max(match.start() - 12, 0) : match.end() + 16]
    return len(_plain(match[0])) > 2 or bool(_FINDING.search(around))  # 100 and more


def _finding(passage: Passage, match: re.Match[str], known: list[Source]) -> Finding:
    name = known[0].id
    figures = ", ".join(known[0].figures[:_SHOWN])
    return Finding(
        passage.span(*match.span()),
        Text(
            sq=f"{match[0]} nuk është ndër shifrat e burimit `{name}`",
            en=f"{match[0]} is not among the figures of the source `{name}`",
        ),
        Text(
            sq=f"burimi ka: {figures}. Nëse shifra e re është te burimi, shtojeni te `figures` në `data/sources.yml`",
            en=f"the source has: {figures}. If the new figure stands in it, add it to `figures` in `data/sources.yml`",
        ),
    )


def _source(link: Link, course: Course) -> Source | None:
    target = parse_target(link.target)
    return course.sources.get(target.id) if target else None


def _figures_of(source: Source) -> Iterator[str]:
    yield from (_plain(figure) for figure in source.figures)


def _is_among(figure: str, allowed: set[str]) -> bool:
    plain = _plain(figure)
    return plain in allowed or all(part in allowed for part in plain.split("."))


def _plain(figure: str) -> str:
    """A figure without the signs that part its thousands, with a point before decimals."""
    if re.fullmatch(r"\d{1,3}(?:[., \u00a0]\d{3})+", figure):
        return re.sub(r"\D", "", figure)
    return figure.replace(",", ".")


def _without_contacts(passage: Passage, prose: Prose) -> str:
    """The text with blanks for the words of links to contacts: their numbers are none of a source."""
    text = passage.text
    lines = {line for _, line, _ in passage.starts}
    for link in prose.document.links:
        if link.span.line in lines and link.target.startswith("contact:"):
            at = max(_offset(passage, link), 0)
            end = at + len(link.text) + 2
            text = text[:at] + " " * (min(end, len(text)) - at) + text[end:]
    return text


def _offset(passage: Passage, link: Link) -> int:
    """Where a link begins in a passage; -1 where it stands in another one of the same line."""
    for offset, line, column in passage.starts:
        if line == link.span.line:
            at = offset + link.span.column - column
            return at if 0 <= at < len(passage.text) else -1
    return -1
