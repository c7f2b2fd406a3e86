"""Prose in Markdown: its sections, links, pictures, blocks and raw HTML, each with its place.

The dialect is the intersection of Python-Markdown, which renders the site, and CommonMark:
paragraphs, headings with explicit ids (`## Title {#id}`), lists, tables, quotes, emphasis, links,
images, code, attribute lists and blocks (`!!! say "Title"`).
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import heading
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin

from firstlesson.span import Lines, Span

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_EXPLICIT_ID = re.compile(r"\s*\{:?(?:\s*\.[^\s}]+)*\s*#([^\s}]+)[^}]*\}\s*$")
_ATTRIBUTES = re.compile(r"\{:?[ ]?[#.\w][^{}\n]*\}")


class Link(NamedTuple):
    """A link, or the source of an image."""

    target: str
    text: str
    span: Span
    target_span: Span
    attributes: str = ""
    """The attribute list right behind it, without its braces."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows, up to the next heading of any level."""

    id: str
    """The explicit id; empty where the author gave none."""
    level: int
    title: str
    heading: Span
    text: str
    """The source of the whole section, heading included."""
    first_line: int
    last_line: int


class Passage(NamedTuple):
    """A run of prose (a paragraph, a heading, a table cell) as the reader will read it.

    `text` has the source's length: what is not prose (addresses, code, HTML) is blanked out, so
    that offsets in it are offsets in the source.
    """

    kind: str
    text: str
    starts: tuple[tuple[int, int, int], ...]
    """For each line of `text`: its offset, and the line and column where it stands in the file."""
    path: str
    block: str = ""
    """The type of the innermost block (`!!! say`) around it."""

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` up to `end` stand in the file."""
        if len(self.starts) == 1:
            _, line, column = self.starts[0]
            return Span(self.path, line, column + start, line, column + end)
        return Span(self.path, *self._position(start), *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        found = bisect_right(self.starts, (offset, sys.maxsize)) - 1
        if found < 0:
            return self.starts[0][1], self.starts[0][2]
        at, line, column = self.starts[found]
        return line, column + offset - at


@dataclass(frozen=True, slots=True)
class Block:
    """A block such as `!!! say`: its type, its title and the lines it covers."""

    type: str
    title: str
    span: Span
    last_line: int


@dataclass(frozen=True, slots=True)
class Raw:
    """HTML that the author wrote."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    """One prose file, taken apart."""

    path: str
    text: str
    sections: tuple[Section, ...]
    """The first one holds what stands before any heading, if anything does (level 0)."""
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    raw_html: tuple[Raw, ...]

    @property
    def title(self) -> str:
        """The text of the first `#` heading; empty where there is none."""
        return next((s.title for s in self.sections if s.level == 1), "")

    def section(self, section_id: str) -> Section | None:
        """The section with an id."""
        return next((s for s in self.sections if s.id == section_id), None)


def read_markdown(path: str, text: str) -> MarkdownDocument:
    """Takes a prose file apart; any text is a document, so nothing can fail."""
    return _Reader(path, text.replace("\r\n", "\n").replace("\r", "\n")).read()


class _Reader:
    def __init__(self, path: str, text: str) -> None:
        self.lines = Lines(path, text)
        self.source = text.split("\n")
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.passages: list[Passage] = []
        self.blocks: list[Block] = []
        self.raw: list[Raw] = []
        self.headings: list[tuple[int, str, str, Span]] = []
        self.cell_cursor: dict[int, int] = {}

    def read(self) -> MarkdownDocument:
        tokens = _parser().parse(self.lines.text)
        around: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "admonition_open":
                around.append(self._block(token))
            elif token.type == "admonition_close":
                around.pop()
            elif token.type == "html_block":
                first, last = token.map or [0, 1]
                start = self.lines.offset(first + 1)
                end = start + len("\n".join(self.source[first:last]).rstrip())
                self.raw.append(Raw(token.content, self.lines.span(start, end)))
            elif token.type == "inline" and token.content:
                opener = tokens[index - 1]
                self._inline(token, opener, around[-1] if around else "")
        return MarkdownDocument(
            self.lines.path,
            self.lines.text,
            tuple(self._sections()),
            tuple(self.links),
            tuple(self.images),
            tuple(self.passages),
            tuple(self.blocks),
            tuple(self.raw),
        )

    def _block(self, token: Token) -> str:
        first, last = token.map or [0, 1]
        kind, _, title = token.info.strip().partition(" ")
        start = self.lines.offset(first + 1)
        line = self.source[first]
        indent = len(line) - len(line.lstrip())
        span = self.lines.span(start + indent, start + len(line))
        self.blocks.append(Block(kind.lower(), title.strip().strip('"'), span, last))
        return kind.lower()

    def _inline(self, token: Token, opener: Token, block: str) -> None:
        kind = _KINDS.get(opener.type, "text")
        if kind == "title" and not self.blocks[-1].title:
            return  # the parser made it up from the block's type
        starts = self._starts(token, cell=kind in ("cell", "header-cell"))
        passage = Passage(kind, token.content, starts, self.lines.path, block)
        hidden: list[tuple[int, int]] = []
        for child in token.children or ():
            start, end = child.meta.get("start"), child.meta.get("end")
            if start is None or end is None:
                continue
            if child.type in ("link_open", "image"):
                hidden.append((child.meta["label_end"], end))
                self._link(token, child, passage)
            elif child.type == "html_inline":
                hidden.append((start, end))
                self.raw.append(Raw(child.content, passage.span(start, end)))
            elif child.type == "code_inline":
                hidden.append((start, end))
        if "{" in token.content:
            hidden.extend(match.span() for match in _ATTRIBUTES.finditer(token.content))
        if hidden:
            text = _blanked(token.content, hidden)
            self.passages.append(Passage(kind, text, starts, self.lines.path, block))
        else:
            self.passages.append(passage)
        if kind == "heading" and opener.level == 0:
            self._heading(token, opener, passage)

    def _link(self, token: Token, child: Token, passage: Passage) -> None:
        is_image = child.type == "image"
        target = str(child.attrs["src" if is_image else "href"])
        start, end = child.meta["label_end"], child.meta["end"]
        span = passage.span(child.meta["start"], end)
        at = token.content.find(target, start, end)
        target_span = passage.span(at, at + len(target)) if at >= 0 else span
        behind = _ATTRIBUTES.match(token.content, end)
        attributes = behind[0].strip("{}: ") if behind else ""
        label = token.content[child.meta["start"] + (2 if is_image else 1) : start]
        text = child.content if is_image else label
        (self.images if is_image else self.links).append(
            Link(target, text, span, target_span, attributes)
        )

    def _heading(self, token: Token, opener: Token, passage: Passage) -> None:
        explicit = _EXPLICIT_ID.search(token.content)
        end = explicit.start() if explicit else len(token.content)
        title = "".join(
            child.content for child in token.children or [] if child.type in _WORDS_OF_TITLE
        )
        title = _EXPLICIT_ID.sub("", title).strip()
        self.headings.append(
            (int(opener.tag[1]), explicit[1] if explicit else "", title, passage.span(0, end))
        )

    def _sections(self) -> Iterator[Section]:
        edges = [heading[3].line for heading in self.headings] + [len(self.source) + 1]
        if "\n".join(self.source[: edges[0] - 1]).strip():
            before = "\n".join(self.source[: edges[0] - 1])
            yield Section("", 0, "", Span.of_file(self.lines.path), before, 1, edges[0] - 1)
        for (level, name, title, span), after in zip(self.headings, edges[1:], strict=True):
            text = "\n".join(self.source[span.line - 1 : after - 1])
            yield Section(name, level, title, span, text, span.line, after - 1)

    def _starts(self, token: Token, *, cell: bool) -> tuple[tuple[int, int, int], ...]:
        """Where each line of a token's content begins in the file."""
        first = (token.map or [0, 1])[0]
        if not cell and "\n" not in token.content:  # as nearly all are
            at = min(first, len(self.source) - 1)
            return ((0, at + 1, max(self.source[at].find(token.content), 0) + 1),)
        offset = 0
        starts = []
        for number, content in enumerate(token.content.split("\n")):
            at = min(first + number, len(self.source) - 1)
            line = self.source[at]
            cursor = self.cell_cursor.get(at, 0) if cell else 0
            column = max(line.find(content, cursor), 0)
            if cell:
                self.cell_cursor[at] = column + len(content)
            starts.append((offset, at + 1, column + 1))
            offset += len(content) + 1
        return tuple(starts)


_WORDS_OF_TITLE = ("text", "text_special", "code_inline")
_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "td_open": "cell",
    "th_open": "header-cell",
    "admonition_title_open": "title",
}


def _blanked(text: str, hidden: list[tuple[int, int]]) -> str:
    """The text with spaces for some stretches of it, which may overlap."""
    pieces, cursor = [], 0
    for start, end in sorted(hidden):
        if end > cursor:
            first = max(start, cursor)
            pieces += [text[cursor:first], " " * (end - first)]
            cursor = end
    return "".join([*pieces, text[cursor:]])


@cache
def _parser() -> MarkdownIt:
    """The parser of whole files: its inline part looks only for what has a place."""
    markdown = _dialect.__wrapped__()  # one of its own
    markdown.block.ruler.before("table", "plain_paragraph", _plain_paragraph)
    markdown.block.ruler.before("table", "plain_heading", _plain_heading)
    markdown.inline.ruler.enableOnly(["text", "escape", *_PLACED_BY])
    markdown.inline.ruler2.enableOnly([])
    markdown.inline.terminator_re = _SIGNS
    markdown.core.ruler.enableOnly(["normalize", "block", "inline"])
    markdown.core.ruler.at("inline", _inline_where_needed)
    markdown.core.ruler.at("normalize", _normalized)
    return markdown


def _normalized(state: StateCore) -> None:
    """What the parser's own rule does for a text whose line ends are plain already."""
    state.src = state.src.replace("\0", "\ufffd")


@cache
def _dialect() -> MarkdownIt:
    """The parser with all its rules, for headings: their titles are read without any sign."""
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table")
    markdown.use(admon_plugin)
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses as typed
    markdown.validateLink = lambda _: True  # type: ignore[assignment,method-assign]  # our checks judge
    rules = {rule.name: rule for rule in markdown.inline.ruler.__rules__}
    for name in _PLACED_BY:
        markdown.inline.ruler.at(name, _with_place(rules[name].fn))
    return markdown


_PLACED_BY = ("link", "image", "autolink", "html_inline", "backticks")
_SIGNS = re.compile(r"[\[\]<`\\]|!(?=\[)")
"""What links, pictures, code and HTML begin with; a text without them has none."""


_MARKUP = re.compile(r"[\\`*_\[\]<&!\n]")
"""What makes a heading more than its words."""
_PLAIN_LINK = re.compile(r"\[(?<!!\[)[^\[\]<`\\!]*\]\([^\s()<>`\\&\[\]!\x00-\x1f\x7f]+\)")
"""A link as nearly all are: words, and an address without any sign that could mean something else."""


def _holds_sign(text: str) -> bool:
    """A first look, sign by sign, which takes a quarter of the time of `_SIGNS`."""
    return "[" in text or "]" in text or "<" in text or "`" in text or "\\" in text


def _link_open(link: re.Match[str]) -> Token:
    """The token that the parser would make of a plain link, where one needs nothing but links."""
    label_end = link[0].index("](") + link.start()
    return Token(
        "link_open",
        "a",
        1,
        attrs={"href": link[0][label_end - link.start() + 2 : -1]},
        meta={"start": link.start(), "end": link.end(), "label_end": label_end},
    )


def _without(links: list[re.Match[str]], text: str) -> str:
    pieces, at = [], 0
    for link in links:
        pieces.append(text[at : link.start()])
        at = link.end()
    return "".join([*pieces, text[at:]])


def _inline_where_needed(state: StateCore) -> None:
    """Takes apart the texts that hold more than words: most do not, and this is the slow part."""
    for index, token in enumerate(state.tokens):
        if token.type == "inline":
            token.children = []
            if state.tokens[index - 1].type == "heading_open":
                if not _MARKUP.search(token.content):
                    token.children = [Token("text", "", 0, content=token.content)]
                    continue
                full = _dialect()
                full.inline.parse(token.content, full, state.env, token.children)
            elif _holds_sign(token.content):
                links = list(_PLAIN_LINK.finditer(token.content))
                if _SIGNS.search(_without(links, token.content)):
                    state.md.inline.parse(token.content, state.md, state.env, token.children)
                else:
                    token.children = [_link_open(link) for link in links]


def _plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
    """One line that begins with a letter, with nothing or a list item below it, is a paragraph.

    Nearly all are, so it spares them the dozen rules that look for something else.
    """
    if silent or state.sCount[start] - state.blkIndent > 3:
        return False
    if not state.src[state.bMarks[start] + state.tShift[start]].isalpha():
        return False
    after = start + 1
    if after < state.lineMax and not state.isEmpty(after) and not _begins_item(state, after):
        return False
    state.line = after
    content = mdTrim(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    token = Token("inline", "", 0, map=[start, after], content=content)
    state.tokens += (_PARAGRAPH_OPEN, token, _PARAGRAPH_CLOSE)
    return True


def _plain_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
    """A line that begins with `#`, with nothing below it, is asked first whether it is a heading."""
    if silent or state.src[state.bMarks[start] + state.tShift[start]] != "#":
        return False
    return (start + 1 >= end or state.isEmpty(start + 1)) and heading(state, start, end, silent)


# One pair for all: there are more of them than of anything else, and nothing is asked of them.
_PARAGRAPH_OPEN = Token("paragraph_open", "p", 1)
_PARAGRAPH_CLOSE = Token("paragraph_close", "p", -1)


def _begins_item(state: StateBlock, line: int) -> bool:
    """Whether a line is an item of a bulleted list, so that it ends the paragraph above it."""
    indent = state.sCount[line]
    first = state.bMarks[line] + state.tShift[line]
    return (
        0 <= indent <= state.blkIndent + 3
        and (state.listIndent < 0 or indent - state.listIndent < 4)
        and state.src[first] in "-*+"
        and state.src[first + 1 : state.eMarks[line]].startswith(" ")
        and bool(state.src[first + 1 : state.eMarks[line]].strip(" \t"))
    )


_PLACED = {"link_open", "image", "html_inline", "code_inline"}


def _with_place(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    """Lets an inline rule note where its token begins and ends, which the parser does not."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next((t for t in state.tokens[before:] if t.type in _PLACED), None)
            if token is not None and "start" not in token.meta:
                label = start + (1 if token.type == "image" else 0)
                bracket = state.src.startswith("[", label)
                end = state.md.helpers.parseLinkLabel(state, label) if bracket else -1
                token.meta = {
                    "start": start,
                    "end": state.pos,
                    "label_end": end if end >= 0 else start,
                }
        return True

    return placed
