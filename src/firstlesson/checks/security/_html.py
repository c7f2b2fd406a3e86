"""What the site would make of each text: judged once, told by several checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from firstlesson.course.model import Course, Prose
from firstlesson.source.addresses import IDS, plain_address, scheme_of, verdict
from firstlesson.source.markdown import MarkdownDocument
from firstlesson.source.rendering import (
    Element,
    is_unusual,
    parse_html,
    render,
    without_comments,
)
from firstlesson.span import Lines, Span

REFUSED = ("scheme", "hidden", "elsewhere", "backslash", "user", "number", "disguised")
"""What no address may be; other faults of an address are warnings."""
_TABLE_STYLE = re.compile(r"text-align: (?:left|right|center);")
_LOCAL = re.compile(r"media/[\w.-]+(?:/[\w.-]+)*")
_MOST = 40


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
    text = resources.files(__package__).joinpath("allowed.yml").read_text("utf-8")
    data = yaml.safe_load(text)
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
    """`element`, `attribute`, `value`, `address`, `resource`, `unresolved` or `declaration`."""
    what: str
    at: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One text's HTML."""

    faults: tuple[HtmlFault, ...]
    ids: tuple[tuple[str, Span], ...]
    """Ids that stand elsewhere than behind a heading."""


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
    text = without_comments(document.text)
    if not is_unusual(text):
        return Judged((), ())
    places = _Places(document)
    parsed = parse_html(render(text))
    faults: list[HtmlFault] = []
    ids: list[tuple[str, Span]] = []
    known = Counter(plain_address(link.target) for link in document.links)
    known.update(plain_address(image.target) for image in document.images)
    headings = {section.id for section in document.sections}
    for element in parsed.elements:
        if len(faults) >= _MOST:
            break
        faults.extend(_of_element(element, places))
        faults.extend(_of_addresses(element, known, places))
        own = element.get("id")
        if own and not (element.name[0] == "h" and own in headings):
            ids.append((own, places.of_attribute(element, "id", own)))
    for kind, content, _ in parsed.others:
        if kind in ("declaration", "instruction", "unclosed", "broken"):
            start = content.split()[0][:20] if content.split() else ""
            faults.append(HtmlFault("declaration", start, places.find(content[:30], "<!", "<?")))
        elif kind == "comment" and (content.startswith((">", "->")) or "<!" in content):
            faults.append(HtmlFault("declaration", "<!--", places.find("<!--")))
    return Judged(tuple(faults), tuple(ids))


def _of_element(element: Element, places: _Places) -> Iterator[HtmlFault]:
    rules = allowed()
    if element.name not in rules.elements:
        if not _made_by_markdown(element):
            yield HtmlFault("element", element.name, places.of_element(element))
        return
    own = rules.attributes.get(element.name, frozenset()) | rules.attributes["*"]
    for name, value in element.attributes:
        if name == "style" and element.name in ("td", "th") and _TABLE_STYLE.fullmatch(value):
            continue
        at = places.of_attribute(element, name, value)
        if name not in own:
            yield HtmlFault("attribute", name, at, element.name)
        elif name in rules.values and not rules.values[name].fullmatch(value.strip()):
            yield HtmlFault("value", name, at, value)


def _made_by_markdown(element: Element) -> bool:
    return element.name == "div" and not element.attributes


def _of_addresses(element: Element, known: Counter[str], places: _Places) -> Iterator[HtmlFault]:
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
        if known[plain] > 0:
            known[plain] -= 1
            continue  # the link is judged where it stands
        at = places.of_attribute(element, name, value)
        if verdict(value) in REFUSED:
            yield HtmlFault("address", value, at, verdict(value))
        elif name != "href":
            if not _LOCAL.fullmatch(value):
                yield HtmlFault("resource", value, at, element.name)
        elif scheme_of(value) in IDS or scheme_of(value) in ("tel", "sms", "callto"):
            yield HtmlFault("unresolved", value, at)
        elif not scheme_of(value) and not value.startswith("#"):
            yield HtmlFault("unresolved", value, at)


class _Places:
    """Finds in the source what was found in the HTML made from it."""

    def __init__(self, document: MarkdownDocument) -> None:
        self.text = document.text
        self.folded = document.text.lower()
        self.lines = Lines(document.path, document.text)
        self.cursors: dict[str, int] = {}

    def of_element(self, element: Element) -> Span:
        return self.find(element.source, f"<{element.name}")

    def of_attribute(self, element: Element, name: str, value: str) -> Span:
        quoted = [f"{name}={sign}{value}" for sign in ('"', "'", "")]
        short = {"id": [f"#{value}"], "class": [f".{one}" for one in value.split()]}.get(name, [])
        needles = [element.source] if self.folded.count(element.source.lower()) else []
        if needles:
            start = self._next(needles[0])
            inside = self.folded.find(name.lower(), start, start + len(needles[0]))
            if inside > 0:
                return self.lines.span(inside, inside + len(name))
        return self.find(
            *quoted, *short, value.split("\n")[0][:60], f"{name}=", f"<{element.name}", name
        )

    def find(self, *needles: str) -> Span:
        """The next place of the first needle that there is; the file's beginning where none is."""
        for needle in needles:
            if needle and (at := self._next(needle)) >= 0:
                end = min(at + len(needle), len(self.text))
                return self.lines.span(at, end)
        return Span.of_file(self.lines.path)

    def _next(self, needle: str) -> int:
        folded = needle.lower()
        at = self.folded.find(folded, self.cursors.get(folded, 0))
        if at < 0:
            at = self.folded.find(folded)
        else:
            self.cursors[folded] = at + len(folded)
        return at
