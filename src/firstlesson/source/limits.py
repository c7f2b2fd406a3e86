"""What prose may be like, so that no parser is led astray by it; judged before any parser sees it.

Only how long each single text is can be judged no sooner than it is read.

Python-Markdown needs time that grows with the square of some things, and stacks that grow with
others. Measured (Python-Markdown 3.11, markdown-it-py 4.3): 5,000 `[` in one paragraph take 3 s,
20,000 more than 15 s; 25,000 headings more than 10 s; 2,200 `<![CDATA[` 8 s; `1. 1. 1. …` without
end exhausts the stack; a line of 100,000 spaces takes markdown-it more than 10 s. The limits stand
far above what a lesson needs and far below what hurts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstlesson.diagnostics import Diagnostic, Text
from firstlesson.source.faults import TOO_COMPLEX
from firstlesson.span import Span

if TYPE_CHECKING:
    from firstlesson.source.markdown import MarkdownDocument

MAX_LINE = 10_000
MAX_SPACES = 400
MAX_INDENT = 80
MAX_NESTING = 12
MAX_HEADINGS = 400
MAX_TAGS = 800
MAX_DECLARATIONS = 40
MAX_BRACKETS = 1_000
MAX_SIGNS = 20_000
MAX_BRACKET_WORK = 8_000_000
MAX_BLOCKS = 1_000
MAX_ITEMS = 10_000
MAX_CELLS = 20_000
MAX_LINES = 20_000
MAX_PARAGRAPHS = 8_000
MAX_TEXT = 4_000
"""Characters of one paragraph, cell or title: the time of a check may grow with the square of them."""

_SPACES = re.compile(rf"[ \t\u00a0]{{{MAX_SPACES + 1},}}")
_MARKS = re.compile(r"[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*")
_MARK = re.compile(r">|[-*+](?=[ \t>]|$)|\d{1,9}[.)]")
_DEEP = re.compile(  # it begins with the end of a line, so that all else is leapt over
    rf"\n(?:\s{{{MAX_INDENT}}}|[ \t]*(?:(?:>|[-*+]|\d{{1,9}}[.)])[ \t]*){{{MAX_NESTING + 1}}})"
)
_HEADING = re.compile(r"[ \t>]*(?:#|=+[ \t]*$|-+[ \t]*$)")
_TAG = re.compile(r"<(?=[A-Za-z/!?\[])")
_DECLARATION = re.compile(r"<[!?](?!--)")


def judge_prose(path: str, text: str) -> Diagnostic | None:
    """The first thing in a prose file that parsers would need too long or too deep a stack for."""
    for line, said, hint in () if _is_small(text) else _tangles(text):
        return Diagnostic(TOO_COMPLEX, Span(path, line, 1, line, 1), said, hint)
    return None


def judge_passages(document: MarkdownDocument) -> Diagnostic | None:
    """The first text of a read file that is too long to be one."""
    for passage in document.passages:
        if len(passage.text) > MAX_TEXT:
            at = Span(document.path, passage.starts[0][1], 1, passage.starts[0][1], 1)
            return Diagnostic(TOO_COMPLEX, at, *too_long_text(len(passage.text)))
    return None


def too_long_text(length: int) -> tuple[Text, Text]:
    """What is said of a text that is longer than anyone reads in one piece."""
    return (
        Text(
            sq=f"ky tekst ka {length} shenja; lejohen {MAX_TEXT}",
            en=f"this text has {length} characters; {MAX_TEXT} are allowed",
        ),
        Text(
            sq="ndajeni në paragrafë, me një rresht bosh mes tyre",
            en="divide it into paragraphs, with an empty line between them",
        ),
    )


def _is_small(text: str) -> bool:
    """A first look: whether there is too little of everything to be too much of anything."""
    return (
        len(text) <= MAX_LINE
        and text.count("\n") < MAX_HEADINGS
        and text.count("<") <= MAX_DECLARATIONS
        and text.count("[") <= MAX_BRACKETS
        and "\t" not in text
        and "\u00a0" not in text
        and " " * MAX_SPACES not in text
        and not _DEEP.search(f"\n{text}")
    )


def _tangles(text: str) -> Iterator[tuple[int, Text, Text]]:
    headings = tags = declarations = blocks = items = cells = lines = paragraphs = signs = 0
    before = ""
    brackets = work = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            work += brackets * brackets
            brackets, before = 0, ""
            continue
        lines += 1
        paragraphs += not before
        before = line
        if lines > MAX_LINES or paragraphs > MAX_PARAGRAPHS:
            yield number, *_too_many("rreshta ose paragrafë", "lines or paragraphs", MAX_PARAGRAPHS)
        if len(line) > MAX_LINE:
            yield number, *_long_line(len(line))
        if len(line) > MAX_SPACES and _SPACES.search(line):
            yield number, *_too_many("hapësira radhazi", "spaces in a row", MAX_SPACES)
        if len(line) > MAX_INDENT and not line[:MAX_INDENT].expandtabs(4).strip():
            yield number, *_deep()
        nesting = _nesting(line)
        if nesting > MAX_NESTING:
            yield number, *_deep()
        items += bool(nesting)
        if items > MAX_ITEMS:
            yield number, *_too_many("pika listash", "items of lists", MAX_ITEMS)
        if "|" in line:
            cells += line.count("|")
            if cells > MAX_CELLS:
                yield number, *_too_many("qeliza tabelash", "cells of tables", MAX_CELLS)
        if line[0] in " \t>#=-" and _HEADING.match(line):
            headings += 1
            if headings > MAX_HEADINGS:
                yield number, *_too_many("tituj ose vija", "headings or rules", MAX_HEADINGS)
        if "<" in line:
            tags += len(_TAG.findall(line))
            declarations += len(_DECLARATION.findall(line))
            if tags > MAX_TAGS or declarations > MAX_DECLARATIONS:
                yield number, *_too_many("shenja `<`", "signs `<`", MAX_TAGS)
        if "!!!" in line:
            blocks += 1
            if blocks > MAX_BLOCKS:
                yield number, *_too_many("blloqe `!!!`", "blocks `!!!`", MAX_BLOCKS)
        signs += line.count("[") + line.count("{") + line.count("&")
        if signs > MAX_SIGNS:
            yield number, *_too_many("shenja `[`, `{` dhe `&`", "signs `[`, `{` and `&`", MAX_SIGNS)
        brackets += line.count("[")
        if brackets > MAX_BRACKETS or work + brackets * brackets > MAX_BRACKET_WORK:
            yield (
                number,
                *_too_many(
                    "kllapa `[` në një paragraf", "brackets `[` in one paragraph", MAX_BRACKETS
                ),
            )


def _nesting(line: str) -> int:
    """How many quotes and lists a line opens inside one another."""
    if line[0] not in " \t>-*+0123456789":
        return 0
    return len(_MARK.findall(_MARKS.match(line)[0]))  # type: ignore[index]  # it matches anything


def _deep() -> tuple[Text, Text]:
    return (
        Text(
            sq="shumë lista, citime ose blloqe brenda njëra-tjetrës",
            en="too many lists, quotes or blocks inside one another",
        ),
        Text(sq=f"lejohen {MAX_NESTING} shkallë", en=f"{MAX_NESTING} levels are allowed"),
    )


def _long_line(length: int) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"ky rresht ka {length} shenja; lejohen {MAX_LINE}",
            en=f"this line has {length} characters; {MAX_LINE} are allowed",
        ),
        Text(sq="ndajeni në paragrafë", en="divide it into paragraphs"),
    )


def _too_many(sq: str, en: str, most: int) -> tuple[Text, Text]:
    return (
        Text(sq=f"shumë {sq}; lejohen {most}", en=f"too many {en}; {most} are allowed"),
        Text(
            sq="shihni mos u kopjua diçka gabim, ose ndajeni skedarin",
            en="see whether something was copied by mistake, or divide the file",
        ),
    )
