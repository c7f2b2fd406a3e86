"""A page's text as it is searched: its sections, without signs, notices and quiz answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a page."""

    anchor: str
    title: str
    text: str


_HIDDEN = re.compile(
    r'<section class="fl-(?:quiz|key|elsewhere)\b.*?</section>'  # to be answered, or found elsewhere
    r'|<(p|div) class="fl-(?:note|facts|guidance|when|scene-help)\b.*?</\1>'
    r"|<select.*?</select>|<!--.*?-->",
    re.DOTALL,
)
_HTML_HEADING = re.compile(
    r'<(h[1-3]|dt)(?:(?=[^>]* id="([^"]*)")|)(?: [^>]*)?>(.*?)</\1>', re.DOTALL
)
_HEADING = re.compile(
    r"^#{1,6}[ \t]+(.+?)[ \t]*(?:\{:?[^}\n]*#([\w-]+)[^}\n]*\})?[ \t]*$", re.MULTILINE
)
_BLOCK = re.compile(r'^[ \t]*!!![ \t]+[a-z-]+[ \t]*(?:"([^"\n]*)")?[ \t]*$', re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]+>")
_SIGNS = re.compile(
    r"\{:?[^}\n]*[#.][^}\n]*\}|^[ \t]*(?:[-*+>|]|\d+\.)[ \t]+|[*_`|]+|^[ \t:|-]+$", re.MULTILINE
)
_SPACE = re.compile(r"\s+")
_MARK = "\x00"


@lru_cache(maxsize=4096)
def passages(body: str) -> tuple[Passage, ...]:
    """The sections of a staged page's body: Markdown with HTML in it."""
    text = _HIDDEN.sub(" ", body)
    text = _HTML_HEADING.sub(lambda m: f"\n{_MARK}{m[2] or ''}{_MARK}{m[3]}\n{_MARK}\n", text)
    text = _HEADING.sub(lambda m: f"\n{_MARK}{m[2] or ''}{_MARK}{m[1]}\n{_MARK}\n", text)
    pieces = text.split(_MARK)
    found = [Passage("", "", _plain(pieces[0]))]
    for at in range(1, len(pieces) - 2, 3):
        anchor, title, content = pieces[at : at + 3]
        found.append(Passage(anchor, _plain(title), _plain(content)))
    return tuple(one for one in found if one.text or one.title)


def _plain(text: str) -> str:
    text = _BLOCK.sub(lambda m: f"{m[1]}." if m[1] else "", text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _SIGNS.sub("", unescape(_TAG.sub(" ", text)))
    return _SPACE.sub(" ", text).strip().replace(" .", ".").replace(" ,", ",")
