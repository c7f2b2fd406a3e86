"""Pieces of a teacher's text that stand somewhere else too: on the wall, on a sheet of paper."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from firstlesson.course.model import Prose
from firstlesson.source.markdown import Section, read_markdown

_MARKED = re.compile(r"\s*(?:[-*|>#!]|\d+\. |\[)")
_ITEM = re.compile(r"\d+\. +(\S.*)")
_CARD = re.compile(r"- +(\*\*[^*]+\.\*\*.*)")
_SENTENCE = re.compile(r"(?<=[.!?:…])[”\"’']*\s+")


def piece(prose: Prose, lines: Sequence[str]) -> Prose:
    """Some lines of a text as a text of their own."""
    text = textwrap.dedent("\n".join(lines)).strip("\n") + "\n"
    return Prose(prose.owner, prose.name, prose.language, read_markdown(prose.path, text))


def lines_of(prose: Prose, section: Section) -> list[str]:
    """A section's lines without its heading."""
    return prose.document.text.split("\n")[section.first_line : section.last_line]


def blocks_of(prose: Prose, section: Section, kind: str) -> list[list[str]]:
    """The insides of the section's blocks of one type."""
    lines = prose.document.text.split("\n")
    return [
        textwrap.dedent("\n".join(lines[block.span.line : block.last_line])).strip().split("\n")
        for block in prose.document.blocks
        if block.type == kind and section.first_line <= block.span.line <= section.last_line
    ]


def without_directions(lines: Sequence[str]) -> list[str]:
    """A hand-out's lines without what is said to the teacher before the hand-out begins."""
    first = next((at for at, line in enumerate(lines) if _MARKED.match(line)), 0)
    return list(lines[first:])


def items_of(lines: Sequence[str]) -> list[str]:
    """The items of numbered lists."""
    return [found[1] for line in lines if (found := _ITEM.match(line.strip()))]


def cards_of(lines: Sequence[str]) -> list[str]:
    """The cards for groups: items of a list that begin with a title in bold."""
    found = [match[1] for line in lines if (match := _CARD.match(line))]
    return found if len(found) > 1 else []


def questions_in(text: str) -> list[str]:
    """The sentences of a passage that ask something."""
    sentences = (one.strip(" “”\"'‘’") for one in _SENTENCE.split(text))
    return [one for one in sentences if one.endswith("?")]
