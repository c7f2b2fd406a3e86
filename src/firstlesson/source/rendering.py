"""Prose as the site's own renderer turns it into HTML, to be judged rather than shown.

The checks' parser and the renderer do not agree on everything, and what counts is what the reader
gets. Rendering costs ten times what reading does, so only prose in which something stands that could
become more than plain text is rendered: HTML, attribute lists, or links of an unusual kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "admonition", "md_in_html", "sane_lists")
"""The first three are MkDocs' own, the others stand in `mkdocs.yml`."""

_UNUSUAL = re.compile(  # every alternative begins with one letter, so that most text is leapt over
    r"<(?=[A-Za-z/!?\[])|\{(?!#[A-Za-z][\w-]*\}[ \t]*$|\.decorative\})|&(?:#|\w+;)|\]:|"
    r"\]\((?!(?:(?:contact|term|lesson|protocol|page|source):[\w./#-]+|"
    r"https://[\w./#?=%~+@,;-]+|#[\w-]+|media/[\w./-]+)\))",
    re.MULTILINE,
)
_LIST_ON_ITS_OWN = re.compile(r"\n[ \t>]*\{")
COMMENT = re.compile(r"[ \t]*<!--.*?-->[ \t]*\n?", re.DOTALL)


def without_comments(text: str) -> str:
    """The text as it is staged: notes of authors do not reach the site."""
    return COMMENT.sub("", text) if "<!--" in text else text


def is_unusual(text: str) -> bool:
    """Whether prose holds anything that could become more than plain text and ordinary links."""
    return bool(_UNUSUAL.search(text) or _LIST_ON_ITS_OWN.search(text))


def render(text: str) -> str:
    """The HTML that the site would show; nothing where the renderer gives up."""
    markdown = _renderer()
    try:
        return markdown.reset().convert(text)
    except (
        RecursionError,
        ValueError,
        AttributeError,
        AssertionError,
        KeyError,
        IndexError,
        TypeError,
    ):
        _renderer.cache_clear()  # it may have been left in the middle of something
        return ""


@cache
def _renderer() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415  # most courses need nothing rendered

    return Markdown(extensions=list(EXTENSIONS))


@dataclass(slots=True)
class Element:
    """One start tag of rendered HTML."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    source: str = ""
    line: int = 1
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands in it, for links and what says its own language."""
        return "".join(self.pieces)

    def get(self, name: str) -> str:
        """The value of an attribute; empty where it has none."""
        return next((value for key, value in self.attributes if key == name), "")

    def has(self, name: str) -> bool:
        """Whether it has the attribute at all."""
        return any(key == name for key, _ in self.attributes)


@dataclass(slots=True)
class Parsed:
    """What a page of HTML is made of."""

    elements: list[Element] = field(default_factory=list)
    others: list[tuple[str, str, int]] = field(default_factory=list)
    """Comments, declarations, tags without their other half: what it is, its text, its line."""


def parse_html(text: str) -> Parsed:
    """Every start tag of a piece of HTML, however broken it is."""
    reader = _HtmlReader()
    try:
        reader.feed(text)
        rest = reader.rawdata  # a tag that is never closed: a browser closes it at the next `>`
        if re.match(r"<[A-Za-z/!?]", rest):
            reader.parsed.others.append(("unclosed", rest[:80], reader.getpos()[0]))
        reader.close()
        reader.note_open()
    except (AssertionError, ValueError):
        reader.parsed.others.append(("broken", "", reader.getpos()[0]))
    return reader.parsed


# Void elements, and those that browsers close where the next one begins.
_CLOSED_BY_THEMSELVES = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr"
    "|p|li|d[td]|t[dhr]|thead|tbody|tfoot|colgroup|option|optgroup|r[pt]"
)


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parsed = Parsed()
        self.links: list[Element] = []
        self.marked: list[Element] = []
        """Open elements, links apart, that say their own language."""
        self.open: list[Element] = []

    def note_open(self, first: int = 0) -> None:
        """Notes the elements, from one on, that nothing closes."""
        for element in self.open[first:]:
            self.parsed.others.append(("open", element.source, element.line))
        del self.open[first:]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = tuple((name, value or "") for name, value in attrs)
        source = self.get_starttag_text() or ""
        element = Element(tag, values, source=source, line=self.getpos()[0])
        self.parsed.elements.append(element)
        if tag == "p" and self.marked and self.marked[-1].name == "p":
            self.marked.pop()
        if tag == "a":
            self.links.append(element)
        elif element.has("lang"):
            self.marked.append(element)
        if not _CLOSED_BY_THEMSELVES.fullmatch(tag):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            self.links.pop()
        if self.marked and self.marked[-1].name == tag:
            self.marked.pop()
        first = len(self.open) - 1
        while first >= 0 and self.open[first].name != tag:
            first -= 1
        if first >= 0:
            self.note_open(first + 1)
            self.open.pop()
        elif not _CLOSED_BY_THEMSELVES.fullmatch(tag):
            self.parsed.others.append(("stray", f"</{tag}>", self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        for element in (*self.links[-1:], *self.marked[-1:]):
            element.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.parsed.others.append(("comment", data, self.getpos()[0]))

    def handle_decl(self, decl: str) -> None:
        self.parsed.others.append(("declaration", decl, self.getpos()[0]))

    def unknown_decl(self, data: str) -> None:
        self.parsed.others.append(("declaration", data, self.getpos()[0]))

    def handle_pi(self, data: str) -> None:
        self.parsed.others.append(("instruction", data, self.getpos()[0]))
