"""Built pages as a test reads them: what stands on them and where they lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

NOT_FOUND = "404.html"
OF_LESSONS = ("lesson", "story", "easy", "plan", "beside", "key")
"""The kinds of pages on which a lesson's own texts stand."""

_ADDRESSES = ("action", "background", "cite", "data", "formaction", "href", "manifest", "ping")
ADDRESSES = (*_ADDRESSES, "poster", "src", "{http://www.w3.org/1999/xlink}href", "xlink:href")
"""The attributes that hold one address; `srcset` holds several."""


@dataclass(frozen=True)
class Page:
    """One HTML file of a site."""

    path: str
    """Inside the site."""
    source: str

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.source)

    @property
    def language(self) -> str:
        return self.tree.get("lang", "")

    @property
    def place(self) -> str:
        """Its path without the language: the same for a page in every language."""
        return self.path.removeprefix("en/")

    @property
    def kind(self) -> str:
        return self._in_body_class("fl-page--")

    @property
    def audience(self) -> str:
        return self._in_body_class("fl-for--")

    @property
    def main(self) -> html.HtmlElement:
        return self.tree.xpath("//main")[0]

    @cached_property
    def words(self) -> str:
        """All that a reader can read or hear, as words alone, with a sign between blocks."""
        blocks = "".join(_pieces(self.tree.body)).split(_BETWEEN_BLOCKS)
        said = (words_of(text) for text in (*blocks, *self.tree.xpath("//img/@alt")))
        return " ¶ ".join(filter(None, said))

    @cached_property
    def ids(self) -> list[str]:
        return [str(name) for name in self.tree.xpath("//@id")]

    def of_class(self, name: str) -> list[html.HtmlElement]:
        return self.tree.xpath(
            "//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} "
        )

    def addresses(self) -> Iterator[tuple[html.HtmlElement, str]]:
        """Every address on the page with the element that holds it."""
        for element in self.tree.iter("*"):
            for name, text in element.attrib.items():
                if name in ADDRESSES:
                    yield element, text.strip()
                elif name == "srcset":
                    yield from ((element, one.split()[0]) for one in text.split(","))

    def leads_to(self, address: str) -> str | None:
        """The file and anchor an address of this site leads to, as `help.html#talk`."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            target = posixpath.normpath(path).lstrip("/") + ("/" if path.endswith("/") else "")
        elif path:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
            target += "/" if path.endswith("/") else ""
        else:
            target = self.path
        return f"{target}#{unquote(parts.fragment)}" if parts.fragment else target

    def _in_body_class(self, prefix: str) -> str:
        names = self.tree.body.get("class", "").split()
        return next((name.removeprefix(prefix) for name in names if name.startswith(prefix)), "")


Pages = Mapping[str, Page]


_INLINE = set(
    [
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
_BETWEEN_BLOCKS = "\f"


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element, piece by piece; blocks are set apart."""
    apart = "" if element.tag in _INLINE else _BETWEEN_BLOCKS
    if isinstance(element.tag, str):  # not a comment
        yield apart + (element.text or "")
        for child in element:
            yield from _pieces(child)
    yield apart + (element.tail or "")


def pages_of(site: Path) -> Pages:
    """Every page of a site, by its path."""
    return {
        path: Page(path, file.read_text("utf-8"))
        for file in sorted(site.rglob("*.html"))
        for path in [file.relative_to(site).as_posix()]
    }


def text_of(element: html.HtmlElement) -> str:
    """What a reader reads in an element, in one line."""
    return " ".join(element.text_content().split())


def words_of(text: str) -> str:
    """The words alone: signs and spaces differ between a source and what is made from it."""
    return " ".join(re.findall(r"\w+", text.casefold()))
