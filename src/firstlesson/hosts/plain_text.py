"""Text without any sign of Markdown is not searched for each of them.

Python-Markdown looks through every text once for each kind of link, emphasis and escape. Most texts
hold none: they are marked beforehand as what it leaves alone, so that the page comes out the same.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_BEFORE_INLINE = 25
_SIGN = re.compile(r"[`\\\[<&*_]|  \n")
_KNOWN = [
    "backtick",
    "escape",
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
    "entity",
    "not_strong",
    "em_strong",
    "em_strong2",
]
"""The patterns that find nothing where none of the signs stands."""


class PlainText(Extension):
    """Marks plain texts; where an extension looks for further signs, none."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # its name is given
        """Stands before the search for signs."""
        md.treeprocessors.register(_Mark(md), "plain_text", _BEFORE_INLINE)


class _Mark(Treeprocessor):
    def run(self, root: Element) -> None:
        patterns = self.md.inlinePatterns
        if sum(name in patterns for name in _KNOWN) != len(patterns):
            return
        for element in root.iter():
            if element.text and not _SIGN.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _SIGN.search(element.tail):
                element.tail = AtomicString(element.tail)
