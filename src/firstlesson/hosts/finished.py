"""HTML that is finished already goes round Python-Markdown, not through it.

More than half of a page's body is our own HTML: quizzes, plans, cards. Python-Markdown would take it
apart twice, letter by letter, to put it back as it was. Here whole blocks are laid aside before that,
in the place where Python-Markdown itself keeps raw HTML, so that the page comes out the same. Of an
element around Markdown (`markdown="1"`) its two tags are laid aside, where each stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BEFORE_MKDOCS_READS_HTML = 25
_NAMES = (
    "address|article|aside|details|div|dl|figure|footer|form|h1|h2|h3|h4|h5|h6|header|main|nav|ol|p|"
    "section|table|ul"
)
_BLOCK = re.compile(rf"<({_NAMES})(?=[\s>])")
_TAGS = {name: re.compile(rf"<(/?){name}(?=[\s>])") for name in _NAMES.split("|")}
_NOT_FOR_US = re.compile(r"<(?:!--|\?|script|style|textarea|pre)|`")
"""Where these stand, a tag may be no tag."""
_OPENING = re.compile(r"<(section|div)\b([^<>]*?) markdown=\"1\"([^<>]*)>")
_CLOSING = re.compile(r"</(section|div)>")
_ID = re.compile(r"<[a-z][^<>]*?\s(?:id|name)=\"([^\"]+)\"")


class FinishedHtml(Extension):
    """Lays whole blocks of HTML aside; `ids` are the places in them to which a link may lead."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # its name is given
        """Stands before everything that reads HTML."""
        self.ids = set()
        md.preprocessors.register(_LayAside(md, self.ids), "finished", _BEFORE_MKDOCS_READS_HTML)


class _LayAside(Preprocessor):
    def __init__(self, md: Markdown, ids: set[str]) -> None:
        super().__init__(md)
        self._ids = ids

    def run(self, lines: list[str]) -> list[str]:
        passages = list(_passages(lines))
        around = any("markdown=" in line for line in lines)
        if around and not _nest(passages):
            return lines
        left: list[str] = []
        for passage in passages:
            blocks = (_tag(passage) if around else []) or _blocks(passage)
            if not blocks:
                left += passage
                continue
            blocks[-1] += "\n"
            for block in blocks:
                self._ids.update(_ID.findall(block))
                left += ["", self.md.htmlStash.store(block), ""]
        return left


def _nest(passages: Iterable[list[str]]) -> bool:
    """Whether HTML around Markdown is made of tags that stand alone, each one closed in its turn."""
    open_: list[str] = []
    for passage in passages:
        if first := _alone(_OPENING, passage):
            open_.append(first[1])
        elif last := _alone(_CLOSING, passage):
            if not open_ or open_.pop() != last[1]:
                return False
        elif any("markdown=" in line for line in passage) or _is_cut_off(passage):
            return False
    return not open_


def _is_cut_off(passage: list[str]) -> bool:
    """Whether HTML or a listing begins here that may go on behind the next blank line."""
    return passage[0].lstrip().startswith(("<", "```", "~~~")) and not _blocks(passage)


def _tag(passage: list[str]) -> list[str]:
    """A passage that is one tag around Markdown, without what told Python-Markdown so."""
    if tag := _alone(_OPENING, passage):
        return [f"<{tag[1]}{tag[2]}{tag[3]}>"]
    return passage.copy() if _alone(_CLOSING, passage) else []


def _alone(tag: re.Pattern[str], passage: list[str]) -> re.Match[str] | None:
    return tag.fullmatch(passage[0]) if len(passage) == 1 else None


def _passages(lines: list[str]) -> Iterator[list[str]]:
    """The lines from one blank line to the next, which stands alone."""
    passage: list[str] = []
    for line in lines:
        if line.strip():
            passage.append(line)
        else:
            if passage:
                yield passage
            passage = []
            yield [line]
    if passage:
        yield passage


def _blocks(passage: list[str]) -> list[str]:
    """A passage as whole elements, one below the other; nothing where it is not made of these."""
    blocks: list[str] = []
    open_: list[str] = []
    depth, tags = 0, _BLOCK
    for line in passage:
        if not depth:
            first = _BLOCK.match(line)
            if not first or _NOT_FOR_US.search("\n".join(passage)):
                return []
            tags = _TAGS[first[1]]
        open_.append(line)
        for tag in tags.finditer(line):
            if not depth and open_[0] is not line:
                return []
            depth += -1 if tag[1] else 1
            if depth < 0 or (not depth and line.find(">", tag.end()) != len(line) - 1):
                return []
        if not depth:
            blocks.append("\n".join(open_))
            open_ = []
    return blocks if not depth else []
