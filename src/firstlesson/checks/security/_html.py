"""What the site would make of each text: judged once, told by several checks."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course, Prose
from firstlesson.source.addresses import IDS, REFUSED, plain_address, scheme_of, verdict
from firstlesson.source.markdown import MarkdownDocument
from firstlesson.source.rendering import (
    COMMENT,
    Element,
    is_unusual,
    parse_html,
    render,
    without_comments,
)
from firstlesson.span import Lines, Span

_TABLE_STYLE = re.compile(r"text-align: (?:left|right|center);")
_LOCAL = re.compile(r"media/[\w.-]+(?:/[\w.-]+)*")
_MOST = 40
_ACTING = re.compile(r"(?i)\[(?:if|endif)\b")
_TORN = re.compile(r"<[A-Za-z][\w-]*(?:/+\s*|\s+)[A-Za-z-]+\s*=")
_TORN_SHOWN = re.compile(_TORN.pattern.replace("<", "&lt;", 1))
_ADDRESS = re.compile(r"(?i)(?<![\w-])(href|src|srcset|poster)\s*=")
_CODE = re.compile(r"<code.*?</code>", re.DOTALL)
_SAID = re.compile(r"(?<![\w-])lang\s*=\s*['\"]?([\w-]+)")


@dataclass(frozen=True, slots=True)
class Allowed:
    """The list of what may stand in a page."""

    elements: frozenset[str]
    attributes: Mapping[str, frozenset[str]]
    values: Mapping[str, re.Pattern[str]]
    ids: Mapping[str, frozenset[str]]
    prefixes: Mapping[str, tuple[str, ...]]


@cache
def allowed() -> Allowed:
    """The allow-list, which stands as data beside this module."""
    data = word_list("security", "allowed")
    return Allowed(
        frozenset(data["elements"].split()),
        {name: frozenset(words.split()) for name, words in data["attributes"].items()},
        {name: re.compile(pattern) for name, pattern in data["values"].items()},
        {name: frozenset(words.split()) for name, words in data["ids"].items()},
        {name: tuple(starts) for name, starts in data["prefixes"].items()},
    )


@dataclass(frozen=True, slots=True)
class HtmlFault:
    """Something in the HTML of a text that must not be there."""

    name: str
    """`element`, `attribute`, `value`, `address`, `resource`, `unresolved`, `declaration` or `half`;
    `link` is no fault: a link typed as HTML, whose words are in `detail`."""
    what: str
    at: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One text's HTML."""

    faults: tuple[HtmlFault, ...]
    ids: tuple[tuple[str, Span], ...]
    """Ids that stand elsewhere than behind a heading."""
    languages: tuple[tuple[str, str, Span], ...] = ()
    """Of each element that says its own language: the language, its words and where it says so."""


_last: list[tuple[Course, dict[str, Judged]]] = []


def judged(prose: Prose, course: Course) -> Judged:
    """What is wrong with the HTML of a text; worked out once."""
    if not _last or _last[0][0] is not course:
        _last[:] = [(course, {})]
    known = _last[0][1]
    if prose.path not in known:
        known[prose.path] = _judge(prose.document)
    return known[prose.path]


def _judge(document: MarkdownDocument) -> Judged:
    faults = list(_of_notes(document))
    if not is_unusual(without_comments(document.text)):
        return Judged(tuple(faults), ())
    places = _Places(document)
    rendered = render(places.text)
    parsed = parse_html(rendered)
    faults.extend(_of_torn_tags(rendered, places))
    if "<!--" in places.text and "&lt;!--" in _CODE.sub("", rendered):
        faults.append(HtmlFault("half", "<!--", places.find("<!--")))
    faults.extend(_of_turned_links(document))
    ids: list[tuple[str, Span]] = []
    languages: list[tuple[str, str, Span]] = []
    links = {plain_address(link.target) for link in document.links if not link.text}
    known = Counter(plain_address(link.target) for link in document.links)
    known.update(plain_address(image.target) for image in document.images)
    headings = {section.id for section in document.sections}
    for element in parsed.elements:
        if len(faults) >= _MOST:
            break
        start = places.of_source(element)
        if plain_address(element.source.strip("<>")) in links:
            continue  # `<javascript:…>` is a link to one parser and an element to the other
        faults.extend(_of_element(element, start, places))
        faults.extend(_of_addresses(element, start, known, places))
        own = element.get("id")
        if own and not (element.name[0] == "h" and own in headings):
            ids.append((own, places.of_attribute(element, start, "id", own)))
        if said := element.get("lang"):
            languages.append((said, element.text, places.of_language(said)))
    for kind, content, _ in parsed.others:
        if len(faults) >= _MOST:
            break
        if kind in ("declaration", "instruction", "unclosed", "broken"):
            opening = content.split()[0][:20] if content.split() else ""
            faults.append(HtmlFault("declaration", opening, places.find(content[:30], "<!", "<?")))
        elif kind == "stray" or (kind == "open" and _is_allowed(content)):
            faults.append(HtmlFault("half", content, places.find(content)))
        elif kind == "comment" and (content.startswith((">", "->")) or "<!" in content):
            faults.append(HtmlFault("declaration", "<!--", places.find("<!--")))
    return Judged(tuple(faults), tuple(ids), tuple(languages))


def _is_allowed(tag: str) -> bool:
    """Whether an element may stand in a text, so that nothing else is said of its tag."""
    named = re.match(r"<([\w-]+)(?=[\s/>])", tag)
    return named is not None and named[1].lower() in (*allowed().elements, "div")


def _of_notes(document: MarkdownDocument) -> Iterator[HtmlFault]:
    """Notes do not reach the site; but one that old browsers act on is none of an author's."""
    if "<!--" not in document.text:
        return
    lines = Lines(document.path, document.text)
    for note in COMMENT.finditer(document.text):
        if _ACTING.search(note[0]):
            start = note.start() + note[0].index("<!--")
            yield HtmlFault("declaration", "<!--", lines.span(start, start + 4))


def _of_torn_tags(rendered: str, places: _Places) -> Iterator[HtmlFault]:
    """`<a/href=…>`, or a tag without its end: text to our renderer, and HTML to other readers of it."""
    shown = {html.unescape(torn[0]) for torn in _TORN_SHOWN.finditer(_CODE.sub("", rendered))}
    for torn in _TORN.finditer(places.text):
        if torn[0] in shown:
            yield HtmlFault("declaration", torn[0], places.find(torn[0]))


def _of_turned_links(document: MarkdownDocument) -> Iterator[HtmlFault]:
    """Attribute lists that give a link or a picture another address than the one that is judged."""
    for element, links in (("a", document.links), ("img", document.images)):
        for link in links:
            if turned := _ADDRESS.search(link.attributes):
                yield HtmlFault("attribute", turned[1].lower(), link.span, element)


def _of_element(element: Element, start: int, places: _Places) -> Iterator[HtmlFault]:
    rules = allowed()
    if element.name not in rules.elements:
        if element.name != "div" or element.attributes:
            yield HtmlFault("element", element.name, places.of_element(element, start))
        return
    own = rules.attributes.get(element.name, frozenset()) | rules.attributes["*"]
    for name, value in element.attributes:
        if name == "style" and element.name in ("td", "th") and _TABLE_STYLE.fullmatch(value):
            continue
        allowed_values = rules.values.get(name)
        if name not in own:
            at = places.of_attribute(element, start, name, value)
            yield HtmlFault("attribute", name, at, element.name)
        elif allowed_values and not allowed_values.fullmatch(value.strip()):
            yield HtmlFault("value", name, places.of_attribute(element, start, name, value), value)


def _of_addresses(
    element: Element, start: int, known: Counter[str], places: _Places
) -> Iterator[HtmlFault]:
    for name in ("href", "src", "poster"):
        if not element.has(name) or element.name not in (
            "a",
            "img",
            "audio",
            "video",
            "source",
            "track",
        ):
            continue
        value = element.get(name)
        plain = plain_address(value)
        if start >= 0 and element.name == "a":
            at = places.of_attribute(element, start, name, value)
            yield HtmlFault("link", value, at, element.text)
        if start < 0 and known[plain] > 0:
            known[plain] -= 1
            continue  # the link is judged where it stands
        at = places.of_attribute(element, start, name, value)
        if verdict(value) in REFUSED:
            yield HtmlFault("address", value, at, verdict(value))
        elif name != "href":
            if not _LOCAL.fullmatch(value):
                yield HtmlFault("resource", value, at, element.name)
        elif (
            scheme_of(value) in IDS
            or scheme_of(value) in ("tel", "sms", "callto")
            or (not scheme_of(value) and not value.startswith("#"))
        ):
            yield HtmlFault("unresolved", value, at)


class _Places:
    """Finds in the source what was found in the HTML made from it."""

    def __init__(self, document: MarkdownDocument) -> None:
        pieces, self._kept, at = [], [(0, 0)], 0
        for note in COMMENT.finditer(document.text):
            pieces.append(document.text[at : note.start()])
            at = note.end()
            self._kept.append((sum(map(len, pieces)), at))
        self.text = "".join([*pieces, document.text[at:]])
        """The text without the author's notes, as it is rendered."""
        self._folded = self.text.lower()
        self._lines = Lines(document.path, document.text)
        self._cursors: dict[str, int] = {}
        self._first: dict[str, int] = {}
        """Where each needle stands first; -1 for what stands nowhere."""
        self._said: dict[str, list[tuple[int, int]]] = {}
        """The places that say each language, the last one first."""
        for found in [*_SAID.finditer(self._folded)][::-1]:
            self._said.setdefault(found[1], []).append(found.span())
        self._typed = frozenset(re.findall(r"<([a-z][^\s<>/]*)", self._folded))

    def of_source(self, element: Element) -> int:
        """Where HTML stands that was typed just so; -1 for what Markdown made."""
        if element.name not in self._typed:
            return -1
        folded = element.source.lower()
        at = self._folded.find(folded, self._cursors.get(folded, 0))
        self._cursors[folded] = at + len(folded) if at >= 0 else len(self._folded)
        return at

    def of_element(self, element: Element, start: int) -> Span:
        if start >= 0:
            return self._span(start, start + len(element.source))
        return self.find(f"<{element.name}")

    def of_attribute(self, element: Element, start: int, name: str, value: str) -> Span:
        if start >= 0:
            inside = self._folded.find(name.lower(), start, start + len(element.source))
            return (
                self._span(inside, inside + len(name)) if inside > 0 else self._span(start, start)
            )
        quoted = [f"{name}={sign}{value}" for sign in ('"', "'", "")]
        short = {"id": [f"#{value}"], "class": [f".{one}" for one in value.split()]}.get(name, [])
        typed = value.split("\n", maxsplit=1)[0][:60]
        return self.find(*quoted, *short, typed, f"{name}=", f"<{element.name}", name)

    def of_language(self, language: str) -> Span:
        """The next place that says a language, in HTML or in an attribute list."""
        if places := self._said.get(language.lower()):
            return self._span(*places.pop())
        return self.find("lang=")

    def find(self, *needles: str) -> Span:
        """The next place of the first needle that there is; the file's beginning where none is."""
        for needle in needles:
            folded = needle.lower()
            if folded not in self._first:
                self._first[folded] = self._folded.find(folded) if folded else -1
            if (at := self._first[folded]) >= 0:
                at = max(at, self._folded.find(folded, self._cursors.get(folded, 0)))
                self._cursors[folded] = at + len(folded)
                return self._span(at, at + len(folded))
        return Span.of_file(self._lines.path)

    def _span(self, start: int, end: int) -> Span:
        most = len(self._lines.text)
        return self._lines.span(min(self._source(start), most), min(self._source(end), most))

    def _source(self, at: int) -> int:
        kept, source = self._kept[bisect_right(self._kept, (at, most_of(self._kept))) - 1]
        return source + at - kept


def most_of(kept: list[tuple[int, int]]) -> int:
    """More than any offset there is."""
    return kept[-1][1] + 1
