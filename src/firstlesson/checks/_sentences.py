"""Texts as a reader hears them: folded, cut into sentences, with what the author does with them.

A text may say something, forbid it ("never …"), quote it as a mistake, or let a quiz offer it as a
wrong answer. Checks about meaning ask `Said.is_meant` before they speak.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from firstlesson.course.model import Course
from firstlesson.course.texts import ReaderText, texts_of
from firstlesson.source.markdown import MarkdownDocument
from firstlesson.source.yaml import Data, Route
from firstlesson.span import Span

_SIGNS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛´′ʼ", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),  # noqa: RUF001  # every dash that people type
    **dict.fromkeys("\n\r\t\u00a0\u2002\u2003\u2009\u200a\u202f\u3000", " "),
    "…": ".",
}
# Letters of other alphabets that look like ours: a word must not hide behind them.
_LOOKALIKES = dict(zip("аеорсухіјѕкмтвнАЕОРСУХІЈЅКМТВН", "aeopcyxijskmtbnaeopcyxijskmtbn", strict=True))  # noqa: RUF001


def _folding() -> dict[int, str]:
    table = {}
    for code in range(0x41, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    table.update({ord(sign): plain for sign, plain in (_SIGNS | _LOOKALIKES).items()})
    return table


_FOLD = _folding()
_UNHEARD = re.compile(
    r"[*~`\[\]\\\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]+|(?<!\w)_+|_+(?!\w)|(?<= ) +"
)


def fold(text: str) -> str:
    """A text in small letters without diacritics, so that `Fëmijë` and `femije` are one."""
    return _UNHEARD.sub("", text.translate(_FOLD))


_ENDS = re.compile(
    r"(?<!\bnr)(?<!\bart)(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bp\.sh)(?<!\be\.g)(?<!\bi\.e)(?<!\bno)"
    r"[.!?]+[\"')]*(?=\s|$)(?!\s*[\"']?\s*[-,;])|;(?=\s)"
)


@dataclass(slots=True)
class Said:
    """One text for a reader, prepared for checks of its meaning."""

    text: ReaderText
    folded: str
    rejected: bool
    """It stands where the author lists what not to do or say, or a wrong answer."""
    context: str
    """Folded: the heading, the line before its list, what came before in the same question."""
    previous: str
    """Folded: the text before it, of the same section."""
    linked: str
    """Targets of the links in it, in the line before its list, and in a `Source:` line nearby."""
    _places: tuple[list[int], list[int]] | None = None
    _bounds: list[tuple[int, int]] | None = field(default=None, repr=False)

    @property
    def language(self) -> str:
        """Its language."""
        return self.text.language

    @property
    def audience(self) -> str:
        """Who reads it; empty where several do."""
        return self.text.audience

    def span(self, start: int, end: int) -> Span:
        """Where the folded characters from `start` up to `end` stand in the file."""
        return self.text.span(self.source(start), self.source(end - 1) + 1)

    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        if self._bounds is None:
            edges = [match.end() for match in _ENDS.finditer(self.folded)]
            edges = [0, *(edge for edge in edges if edge < len(self.folded)), len(self.folded)]
            self._bounds = list(zip(edges, edges[1:], strict=False))
        return self._bounds

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence in which a character stands."""
        bounds = self.sentences()
        at = bisect_right(bounds, (position, len(self.folded) + 1)) - 1
        return bounds[max(at, 0)]

    def is_question(self, position: int) -> bool:
        """Whether the sentence around a character asks something."""
        start, end = self.sentence_at(position)
        return self.folded[start:end].rstrip(" \"')").endswith("?")

    def is_quoted(self, position: int) -> bool:
        """Whether a character stands between quotation marks."""
        return self.folded.count('"', 0, position) % 2 == 1 or bool(
            re.search(r"(?:^|[\s(:])'[^']*$", self.folded[:position])
            and "'" in self.folded[position:]
            and not re.search(r"\w'\w[^']*$", self.folded[:position])
        )

    def is_meant(self, start: int, end: int) -> bool:
        """Whether the author says what stands there, and neither forbids nor merely quotes it."""
        return not (self.rejected or self._is_negated(start) or self._is_only_quoted(start, end))

    def is_mentioned(self, start: int, end: int) -> bool:
        """Whether a word stands there only because it is spoken about: `we do not say …`."""
        if self.rejected or self.text.text.count("`"):
            return True
        words = _words(self.language)
        if words.naming.search(self.folded[self.sentence_at(start)[0] : start]):
            return True
        return self.is_quoted(start) and self._is_only_quoted(start, end)

    def is_instruction(self, start: int) -> bool:
        """Whether a verb that begins there tells the reader to do it."""
        words, head = _words(self.language), self._head(start)
        return bool(words.told.search(head)) and not words.untold.search(head)

    def is_case(self, start: int) -> bool:
        """Whether what stands there is said only of a case: `if the teacher …`."""
        return bool(_words(self.language).described.search(self._head(start)))

    def _head(self, start: int) -> str:
        """What stands before a place in its sentence, without a condition in front."""
        return self._unconditioned(self.folded[self.sentence_at(start)[0] : start])

    def _unconditioned(self, head: str) -> str:
        head = head.strip(" \"'(")
        while cut := _words(self.language).condition.match(head + " "):
            head = head[cut.end() :]
        return head

    def _is_negated(self, start: int) -> bool:
        words = _words(self.language)
        head = self._head(start)
        clause = head
        for turn in words.turn.finditer(f"{head} "):
            if ":" in turn[0] and words.announced.search(head, 0, turn.start()):
                return True
            clause = head[turn.end() :]
        rest = self.folded[start - len(clause) - 1 : self.sentence_at(start)[1]]
        for found in reversed([*words.negation.finditer(clause)]):
            if words.no_negation.match(clause, found.start()):
                continue
            if "," not in clause[found.end() :] or words.choice.search(rest, found.end()):
                return True
        return False

    def _is_only_quoted(self, start: int, end: int) -> bool:
        words = _words(self.language)
        tail = self.folded[end : self.sentence_at(start)[1]]
        if words.reported.search(self._head(start)) and not (
            self.text.block == "say" and not self.is_quoted(start)
        ):
            return True
        if not self.is_quoted(start):
            verdict = words.untrue.match(tail)
            return bool(verdict and not _NEXT_CLAUSE.search(verdict[0]))
        opened, closed = self._quotations(start, end)
        before = self._unconditioned(
            self.folded[self.sentence_at(max(opened - 2, 0))[0] : opened]
        )
        after = self.folded[closed + 1 : self.sentence_at(min(closed + 2, len(self.folded)))[1]]
        if words.reported.search(before) or words.spoken.match(after):
            return True
        if words.verdict.match(after):
            return True
        found = [*words.negation.finditer(before)]
        return bool(found and not words.no_negation.match(before, found[-1].start()))

    def _quotations(self, start: int, end: int) -> tuple[int, int]:
        """Where a row of quotations ("…", "…") around a place opens and closes."""
        text = self.folded
        opened = text.rfind('"', 0, start)
        while (before := text[: max(opened, 0)].rstrip(" ,;/-")).endswith('"'):
            opened = before.rfind('"', 0, len(before) - 1)
        closed = text.find('"', end)
        while closed >= 0 and (
            after := re.match(r'[ ,;./-]*"[^"]*', text[closed + 1 :])
        ) and closed + 1 + after.end() < len(text):
            closed += 1 + after.end()
        return max(opened, 0), closed if closed >= 0 else len(text)

    def source(self, position: int) -> int:
        """The offset in the text itself of a folded character."""
        if self._places is None:
            return position
        folded, source = self._places
        at = bisect_right(folded, position) - 1
        return source[at] + position - folded[at]


_NEXT_CLAUSE = re.compile(r",|\b(?:and|so|that|because|dhe|ose|or|qe|se|sepse)\b")

_last: list[tuple[Course, tuple[Said, ...]]] = []


def said_in(course: Course) -> tuple[Said, ...]:
    """All texts of a course, prepared once for all checks."""
    if not _last or _last[0][0] is not course:
        _last[:] = [(course, tuple(_prepared(course)))]
    return _last[0][1]


@dataclass(slots=True)
class _Group:
    """What stands before a text and still speaks for it."""

    key: object = None
    previous: str = ""
    intros: list[tuple[int, str, str, bool]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    links: str = ""


def _prepared(course: Course) -> Iterator[Said]:
    documents = {prose.path: prose.document for prose in course.prose}
    links: dict[str, dict[int, str]] = {}
    group = _Group()
    for text in texts_of(course):
        folded, places = _folded(text.text)
        if text.passage is not None:
            document = documents[text.path]
            if text.path not in links:
                links[text.path] = _links_by_line(document)
            yield _of_prose(text, folded, places, document, links[text.path], group)
        else:
            yield _of_short(text, folded, places, group)


def _folded(text: str) -> tuple[str, tuple[list[int], list[int]] | None]:
    plain = text.translate(_FOLD)
    if not _UNHEARD.search(plain):
        return plain, None
    pieces, folded, source = [], [0], [0]
    at = length = 0
    for hidden in _UNHEARD.finditer(plain):
        pieces.append(plain[at : hidden.start()])
        length += hidden.start() - at
        at = hidden.end()
        folded.append(length)
        source.append(at)
    pieces.append(plain[at:])
    return "".join(pieces), (folded, source)


def _links_by_line(document: MarkdownDocument) -> dict[int, str]:
    found: dict[int, str] = {}
    for link in document.links:
        found[link.span.line] = found.get(link.span.line, "") + f" {link.target}"
    return found


_ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+")


def _of_prose(
    text: ReaderText,
    folded: str,
    places: tuple[list[int], list[int]] | None,
    document: MarkdownDocument,
    links: dict[int, str],
    group: _Group,
) -> Said:
    passage = text.passage
    assert passage is not None  # noqa: S101  # the caller has just seen it
    line = passage.starts[0][1]
    words = _words(text.language)
    key = (text.path, text.section, text.heading)
    if group.key != key:
        group.key, group.previous, group.intros, group.heads, group.links = key, "", [], [], ""
    row = document.text.split("\n", line)[line - 1] if line < 4 else _line(document, line)
    item = _ITEM.match(row)
    is_item = item is not None and passage.kind == "paragraph"
    depth = len(item[1]) if item and is_item else -1
    if passage.kind == "paragraph":
        # An item ends the deeper lists, a paragraph outside ends them all.
        group.intros = [one for one in group.intros if one[0] < depth] if is_item else []
    last = passage.starts[-1][1]
    own = " ".join(links.get(number, "") for number in range(line, last + 1))
    titles = [
        fold(block.title)
        for block in document.blocks
        if block.title and block.span.line <= line <= block.last_line
    ]
    column = ""
    if passage.kind == "header-cell":
        group.heads.append(folded)
    elif passage.kind == "cell":
        at = document_line_offset(row, passage.starts[0][2])
        column = group.heads[at] if at < len(group.heads) else ""
    elif passage.kind == "paragraph":
        group.heads = []
    heading = fold(text.heading)
    signs = [heading, column, *titles]
    rejected = any(words.heading.search(sign) for sign in signs if sign) or any(
        one[3] for one in group.intros
    )
    if passage.kind in ("heading", "title", "header-cell"):
        rejected = bool(words.heading.search(folded))
    context = " . ".join([heading, *titles, *(one[1] for one in group.intros)])
    linked = own + "".join(one[2] for one in group.intros)
    linked += _source_line_near(document, links, line, last)
    said = Said(text, folded, rejected, context, group.previous, linked, places)
    if passage.kind == "paragraph":
        ends = folded.rstrip(" \"'")
        if ends.endswith(":"):
            opening = ends[max(ends.rfind(". "), ends.rfind("! "), ends.rfind("? "), 0) :]
            forbids = bool(words.intro.search(opening)) and not words.instead.search(opening)
            if is_item:
                group.intros.append((depth, folded, own, forbids))
            else:
                group.intros = [(-1, folded, own, forbids)]
        elif is_item:
            group.intros.append((depth, folded, own, False))
    group.previous = folded
    return said


def document_line_offset(row: str, column: int) -> int:
    """In which column of its table a cell stands."""
    before = row[: column - 1]
    return before.count("|") - before.count("\\|") - (1 if row.lstrip().startswith("|") else 0)


def _line(document: MarkdownDocument, number: int) -> str:
    rows = _rows(document)
    return rows[number - 1] if number <= len(rows) else ""


_split: list[tuple[MarkdownDocument, list[str]]] = []


def _rows(document: MarkdownDocument) -> list[str]:
    if not _split or _split[0][0] is not document:
        _split[:] = [(document, document.text.split("\n"))]
    return _split[0][1]


_SOURCE_LINE = re.compile(r"\W*(?:burim\w*|sources?)\b", re.IGNORECASE)


def _source_line_near(
    document: MarkdownDocument, links: dict[int, str], first: int, last: int
) -> str:
    """The links of a line below, up to two away, that says `Source: …`."""
    for number in range(last + 1, last + 3):
        if number in links and _SOURCE_LINE.match(_line(document, number)):
            return links[number]
    return ""


_DEPTHS = {"quizzes": 4, "scenarios": 4, "steps": 2, "branches": 2, "misconceptions": 2}
_LINK = re.compile(r"\]\(([^)\s]+)")


def _of_short(
    text: ReaderText,
    folded: str,
    places: tuple[list[int], list[int]] | None,
    group: _Group,
) -> Said:
    route = text.route
    depth = _DEPTHS.get(str(route[0]), 0)
    key = (text.path, route[:depth] if depth else route[:1])
    if group.key != key:
        group.key, group.texts = key, {}
    before = group.texts.get(text.language, "")
    document = text.document
    data: Data = document.data if document is not None else ""
    rejected = _is_no_advice(route, data, text.language)
    linked = " ".join(_LINK.findall(text.text))
    said = Said(text, folded, rejected, before if depth else "", "", linked, places)
    group.texts[text.language] = f"{before} . {folded}"[-600:]
    return said


_OTHERS_WORDS = {"avoid", "misconception", "discouraged", "toBeConfirmed"}


def _is_no_advice(route: Route, data: Data, language: str) -> bool:
    """Whether a short text says on purpose what is wrong, or what somebody in a story chooses."""
    names = {part for part in route if isinstance(part, str)}
    if names & _OTHERS_WORDS:
        return True
    if "choices" in names and route[-2] == "text":
        return True
    parents: list[Data] = [data]
    for part in route:
        here = parents[-1]
        if isinstance(here, dict) and isinstance(part, str):
            parents.append(here.get(part, ""))
        elif isinstance(here, list) and isinstance(part, int):
            parents.append(here[part])
    if "options" in names and route[-2] == "text":
        option = parents[-3]
        return isinstance(option, dict) and option.get("correct") == "false"
    if "questions" in names and len(route) == 6 and route[-2] == "text":
        question = parents[-3]
        return isinstance(question, dict) and _is_false(question)
    if route[0] == "glossary" or language == "":
        return False
    return False


def _is_false(question: dict[str, Data]) -> bool:
    """Whether a question states something that is not true."""
    options = question.get("options")
    return question.get("type") == "true-false" and any(
        isinstance(one, dict)
        and str(one.get("id", "")).lower() in ("false", "no", "wrong", "e-gabuar", "jo")
        and one.get("correct") == "true"
        for one in (options if isinstance(options, list) else [])
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language says no."""

    told: re.Pattern[str]
    untold: re.Pattern[str]
    described: re.Pattern[str]
    naming: re.Pattern[str]
    negation: re.Pattern[str]
    no_negation: re.Pattern[str]
    condition: re.Pattern[str]
    turn: re.Pattern[str]
    choice: re.Pattern[str]
    announced: re.Pattern[str]
    reported: re.Pattern[str]
    spoken: re.Pattern[str]
    untrue: re.Pattern[str]
    verdict: re.Pattern[str]
    heading: re.Pattern[str]
    intro: re.Pattern[str]
    instead: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    file = resources.files("firstlesson.checks") / "negation.yml"
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # gives texts only
    words = data.get(language) or data["en"]
    return _Words(**{name: re.compile(f"(?:{pattern})") for name, pattern in words.items()})
