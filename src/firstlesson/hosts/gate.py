"""The last gate: every built page is judged as a browser will get it, whoever made which part of it.

The checks have judged the authors' texts; this looks at the result, the theme's and our own parts
included: nothing may be asked of anyone else, run, be sent, or stand twice under one name.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from firstlesson.source.addresses import plain_address, scheme_of

MOST = 20
"""How many faults are told; the first ones name the cause."""

_OPENED = r"<[A-Za-z][^\s/>]*(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+>|<[A-Za-z][^>]*>"
"""As a rule a tag does not end inside quotation marks; one of these may stand alone, though."""
_TAGS = re.compile(
    r"<!--.*?-->|<script\b[^>]*>.*?</script\s*>|<style\b[^>]*>.*?</style\s*>|" + _OPENED, re.DOTALL
)
"""Every tag that opens an element; of scripts and styles the whole element."""
_PARTS = re.compile(r"<(script|style)\b([^>]*)>(.*)</|<([A-Za-z][^\s/>]*)(.*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([^\s=\"'/<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_WATCHED = re.compile(
    r"\b(?:id|href|src|srcset|style|poster|data|action|formaction|background|ping|manifest|target|"
    r"http-equiv|method|name|on\w+)\s*=",
    re.IGNORECASE,
)
_FORBIDDEN = frozenset(
    [
        "applet",
        "base",
        "embed",
        "fencedframe",
        "frame",
        "frameset",
        "iframe",
        "marquee",
        "math",
        "noembed",
        "object",
        "param",
        "portal",
        "template",
    ]  # a list that one can read
)
_FETCHING = frozenset({"src", "srcset", "poster", "data", "background", "manifest", "ping"})
_FOR_MACHINES = re.compile(r"(?:^|\s)(?:canonical|alternate|license)(?:\s|$)")
_STYLE_AWAY = re.compile(r"(?i)@import|url\(\s*['\"]?\s*(?!data:image/|#|['\")])")
_RESTING_SCRIPTS = ("application/ld+json", "application/json")
_LINKS = ("https", "tel", "mailto", "sms")


def judge_site(site: Path) -> list[str]:
    """What is wrong with the pages of a built site: the file and the cause, one a line."""
    found: list[str] = []
    for file in sorted(site.rglob("*.html")):
        if len(found) >= MOST:
            break
        path = file.relative_to(site).as_posix()
        found.extend(f"{path}: {cause}" for cause in judge_page(file.read_text("utf-8")))
    return found[:MOST]


def judge_page(text: str) -> Iterator[str]:
    """What no page may hold, one sentence each."""
    ids: set[str] = set()
    for tag in _TAGS.findall(text):
        own, faults = _judged(tag)
        if own is not None:
            if own in ids:
                yield f"the id `{own}` stands twice"
            ids.add(own)
        yield from faults


@lru_cache(maxsize=20_000)
def _judged(tag: str) -> tuple[str | None, tuple[str, ...]]:
    """A tag's id, and what is wrong with it; most tags stand in many pages."""
    parts = _PARTS.match(tag)
    if not parts:  # a comment
        return None, ()
    name, raw = (parts[1] or parts[4]).lower(), parts[2] or parts[5] or ""
    attributes = _attributes(raw) if _WATCHED.search(raw) or name in ("script", "form") else {}
    faults = list(_of_tag(name, attributes))
    if name in _FORBIDDEN:
        faults.insert(0, f"<{name}> is not allowed")
    if name == "style" and not parts[1]:
        faults.insert(0, "a style has no end")
    elif name == "style" and _STYLE_AWAY.search(parts[3]):
        faults.insert(0, "a style fetches something")
    return attributes.get("id"), tuple(faults)


def _attributes(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(
            name.lower().removeprefix("xlink:"), html.unescape(double or single or bare)
        )
    return found


def _of_tag(name: str, attributes: dict[str, str]) -> Iterator[str]:
    for key, value in attributes.items():
        if key.startswith("on"):
            yield f"<{name}> reacts by itself: `{key}`"
        elif key == "style" and not value.startswith("text-align:"):
            yield f"<{name}> has a style of its own"
        elif key in _FETCHING and _away(name, key, value):
            yield f"<{name}> fetches `{value[:60]}`"
        elif key in ("action", "formaction", "method"):
            yield f"<{name}> sends something: `{key}`"
        elif key == "href":
            yield from _of_href(name, value, attributes)
        elif key == "target" and name in ("a", "area"):
            yield f"<{name}> opens a window: `target`"
        elif key == "http-equiv" and value.lower() == "refresh":
            place = attributes.get("content", "").partition("=")[2]
            if scheme_of(place) or plain_address(place).startswith(("//", "\\")):
                yield f"the page leads on to `{place[:60]}`"
    if name == "script" and not attributes.get("src"):
        if attributes.get("type") not in _RESTING_SCRIPTS:
            yield "a script stands in the page"


def _of_href(name: str, value: str, attributes: dict[str, str]) -> Iterator[str]:
    scheme, plain = scheme_of(value), plain_address(value)
    if name in ("a", "area", "use"):
        if (scheme and scheme not in _LINKS) or plain.startswith(("//", "\\")):
            yield f"a link leads to `{value[:60]}`"
    elif name == "link" and not _FOR_MACHINES.search(attributes.get("rel", "")):
        if _away(name, "href", value):
            yield f"<link> fetches `{value[:60]}`"


def _away(name: str, key: str, value: str) -> bool:
    """Whether an address that the browser fetches by itself is another site's."""
    addresses = value.split(",") if key == "srcset" else [value]
    for address in addresses:
        plain = plain_address(address)
        picture = plain.startswith(("data:image/", "data:,")) and name in ("img", "link", "source")
        if not picture and (scheme_of(address) or plain.startswith(("//", "\\"))):
            return True
    return False
