"""A built page as a tree, read with the standard library: our own HTML is whole and small."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

_VOID = frozenset(
    ["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def tree(html: str) -> Element:
    """The elements of a piece of HTML, inside one element `main`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def main_of(html: str) -> Element:
    """What a built page is about: the content of its `main`."""
    start = html.index(">", html.index("<main")) + 1
    return tree(html[start : html.rindex("</main>")])


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(element.get("class", "").split())


def text_of(element: Element) -> str:
    """All its text, white space as one sees it."""
    return " ".join("".join(element.itertext()).split())


def add_text(element: Element, text: str | None) -> None:
    """Text after all that an element holds so far."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("main")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._added(tag, attrs)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._added(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        add_text(self._open[-1], data)

    def _added(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        return SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
