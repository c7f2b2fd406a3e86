"""What stands around a text and speaks for it: headings, lines before lists, columns, answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from firstlesson.checks._folding import fold
from firstlesson.checks._negation import Negation, negation_in
from firstlesson.course.texts import ReaderText
from firstlesson.source.markdown import MarkdownDocument, Passage
from firstlesson.source.yaml import Data, Route


class Context(NamedTuple):
    """What a check has to know about the place of a text."""

    rejected: bool
    """It stands where the author lists what not to do or say, or a wrong answer."""
    around: str
    """Folded: the heading, the line before its list, what came before in the same question."""
    previous: str
    """Folded: the text before it, of the same section."""
    linked: str
    """Targets of the links in it, in the line before its list, and in a `Source:` line nearby."""


class _Intro(NamedTuple):
    """A line that speaks for the list below it."""

    depth: int
    folded: str
    linked: str
    forbids: bool


@dataclass(slots=True)
class Contexts:
    """Walks with the reader, text by text in the order of `texts_of`, and remembers."""

    documents: Mapping[str, MarkdownDocument]
    """The prose, by path."""
    _document: _File | None = None
    _section: object = None
    _heading: str = ""
    """Of the section, folded."""
    _warned: bool = False
    """The section is of what not to do, as its heading says."""
    _previous: str = ""
    _intros: list[_Intro] = field(default_factory=list)
    _columns: list[str] = field(default_factory=list)
    _before: dict[str, str] = field(default_factory=dict)

    def of(self, text: ReaderText, folded: str) -> Context:
        """The context of the next text."""
        if text.passage is None:
            return self._of_short(text, folded)
        return self._of_prose(text, text.passage, folded)

    def _of_prose(self, text: ReaderText, passage: Passage, folded: str) -> Context:
        file = self._file(text.path)
        self._enter(text)
        line, last = passage.starts[0][1], passage.starts[-1][1]
        row = file.row(line)
        depth = self._depth(row) if text.kind == "paragraph" else -1
        own = file.links.get(line, "")
        if last > line:
            own = " ".join(file.links.get(number, "") for number in range(line, last + 1))
        near = [self._column(text, folded, row), *file.titles_at(line)]
        if text.kind in _TITLES:
            rejected = _warns(folded, text.language)
        else:
            rejected = (
                self._warned
                or any(one.forbids for one in self._intros)
                or any(_warns(sign, text.language) for sign in near if sign)
            )
        signs = [self._heading, *near]
        linked = own
        for one in self._intros:
            signs.append(one.folded)
            linked += one.linked
        context = Context(
            rejected, " . ".join(signs), self._previous, linked + file.source_below(last)
        )
        if text.kind == "paragraph":
            self._remember(depth, folded, own, text.language)
        self._previous = folded
        return context

    def _file(self, path: str) -> _File:
        if self._document is None or self._document.path != path:
            self._document = _File.of(self.documents[path])
        return self._document

    def _enter(self, text: ReaderText) -> None:
        section = (text.path, text.section, text.heading)
        if self._section != section:
            self._section, self._previous = section, ""
            self._heading = fold(text.heading)
            self._warned = bool(self._heading) and _warns(self._heading, text.language)
            self._intros, self._columns = [], []

    def _depth(self, row: str) -> int:
        """How deep a list item stands, -1 outside of lists; deeper lines have no say any more."""
        item = None if row[:1].isalpha() else _ITEM.match(row)
        depth = len(item[1]) if item else -1
        if self._intros:
            self._intros = [one for one in self._intros if one.depth < depth]
        return depth

    def _column(self, text: ReaderText, folded: str, row: str) -> str:
        """The head of the column in which a cell stands."""
        if text.kind == "header-cell":
            self._columns.append(folded)
        elif text.kind == "cell" and text.passage is not None:
            before = row[: text.passage.starts[0][2] - 1]
            bars = before.count("|") - before.count("\\|") - row.lstrip().startswith("|")
            return self._columns[bars] if bars < len(self._columns) else ""
        elif text.kind == "paragraph":
            self._columns = []
        return ""

    def _remember(self, depth: int, folded: str, own: str, language: str) -> None:
        announces = folded.rstrip(" \"'").endswith(":")
        forbids = announces and _forbids(folded, negation_in(language))
        intro = _Intro(depth, folded, own, forbids)
        if depth >= 0:
            self._intros.append(intro)
        elif announces:
            self._intros = [intro]

    def _of_short(self, text: ReaderText, folded: str) -> Context:
        route = text.route
        depth = _GROUPS.get(str(route[0]), 0)
        section = (text.path, route[:depth] if depth else route[:1])
        if self._section != section:
            self._section, self._before = section, {}
        before = self._before.get(text.language, "") if depth else ""
        self._before[text.language] = f"{before} . {folded}"[-600:]
        data: Data = text.document.data if text.document is not None else ""
        linked = " ".join(_LINK.findall(text.text)) if "](" in text.text else ""
        return Context(_is_no_advice(route, data), before, "", linked)


_TITLES = ("heading", "title", "header-cell")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+")
_LINK = re.compile(r"\]\(([^)\s]+)")
_SOURCE = re.compile(r"\W*(?:burim\w*|sources?)\b", re.IGNORECASE)
_GROUPS = {"quizzes": 4, "scenarios": 4, "steps": 2, "branches": 2, "misconceptions": 2}
"""How long the route of short texts is that belong together, by the file's key."""


@dataclass(frozen=True, slots=True)
class _File:
    """What is asked of one prose file again and again."""

    path: str
    rows: list[str]
    links: Mapping[int, str]
    """The targets of the links on each line."""
    titles: list[tuple[int, int, str]]
    """First and last line of each block with a title, and the title, folded."""

    @classmethod
    def of(cls, document: MarkdownDocument) -> _File:
        links: dict[int, str] = {}
        for link in document.links:
            links[link.span.line] = links.get(link.span.line, "") + f" {link.target}"
        titles = [
            (block.span.line, block.last_line, fold(block.title))
            for block in document.blocks
            if block.title
        ]
        return cls(document.path, document.text.split("\n"), links, titles)

    def row(self, line: int) -> str:
        return self.rows[line - 1] if line <= len(self.rows) else ""

    def titles_at(self, line: int) -> list[str]:
        if not self.titles:
            return []
        return [title for first, last, title in self.titles if first <= line <= last]

    def source_below(self, line: int) -> str:
        """The links of a line below, up to two away, that says `Source: …`."""
        for number in (line + 1, line + 2):
            if number in self.links and _SOURCE.match(self.row(number)):
                return self.links[number]
        return ""


@lru_cache(maxsize=4096)
def _warns(sign: str, language: str) -> bool:
    """Whether a heading, a block's title or a column's head is of what not to do."""
    return bool(negation_in(language).heading.search(sign))


def _forbids(folded: str, words: Negation) -> bool:
    """Whether a line such as `Never say:` turns the list below it into its opposite."""
    ends = folded.rstrip(" \"'")
    opening = ends[max(ends.rfind(". "), ends.rfind("! "), ends.rfind("? "), 0) :]
    return bool(words.intro.search(opening)) and not words.instead.search(opening)


def _is_no_advice(route: Route, data: Data) -> bool:
    """Whether a short text says on purpose what is wrong, or what somebody in a story chooses."""
    if not _WRONG_ON_PURPOSE.isdisjoint(route):
        return True
    if len(route) < 3 or route[-2] != "text":
        return False
    if "choices" in route:
        return True
    holder = _at(data, route[:-2])
    if not isinstance(holder, dict):
        return False
    if "options" in route:
        return holder.get("correct") == "false"
    return "questions" in route and _is_untrue(holder)


_WRONG_ON_PURPOSE = frozenset(("avoid", "misconception", "discouraged", "toBeConfirmed"))


def _at(data: Data, route: Route) -> Data:
    for part in route:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part, "")
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part]
    return data


def _is_untrue(question: dict[str, Data]) -> bool:
    """Whether a question states something that is not true."""
    options = question.get("options")
    return question.get("type") == "true-false" and any(
        isinstance(one, dict)
        and str(one.get("id", "")).lower() in ("false", "no", "wrong", "e-gabuar", "jo")
        and one.get("correct") == "true"
        for one in (options if isinstance(options, list) else [])
    )
