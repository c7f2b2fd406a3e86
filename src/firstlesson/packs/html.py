"""Pages on their way into a pack: what only the web needs goes, and no link leads nowhere.

The pages are our own, well formed and judged by the build, so plain patterns suffice.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

_ATTRIBUTES = r"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)"
LINK = re.compile(rf"<a\b{_ATTRIBUTES}>(.*?)</a>", re.DOTALL)
_HREF = re.compile(r"(?<![\w-])(href|src)=\"([^\"]*)\"")
_OF_THE_WEB = re.compile(
    r"<link rel=\"(?:canonical|alternate)\"[^>]*>\n?|<meta property=\"og:[^>]*>\n?|"
    r"<script type=\"application/ld\+json\">.*?</script>\n?",
    re.DOTALL,
)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_STYLE_HASH = re.compile(r"style-src 'sha256-[^']*'")
_NAV = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_LINK_ALONE = re.compile(
    rf"<li>\s*<a\b{_ATTRIBUTES}>(?:(?!</a>).)*</a>(?:\s*<span class=\"fl-small\">[^<]*</span>)?\s*</li>\n?",
    re.DOTALL,
)
_EMPTY_SECTION = re.compile(
    r"<section aria-labelledby=\"([^\"]*)\">\s*<h2[^>]*>[^<]*</h2>\s*<ul>\s*</ul>\s*</section>\n?"
)

Lead = Callable[[str], str | None]
"""A link's target as a path below the site's folder → where it leads instead; None: nowhere."""


def for_the_disk(page: str, placeholder: str = "") -> str:
    """A page without what search engines and previews read.

    A site's address that is only a `placeholder` is not printed where it leads nowhere.
    """
    page = _OF_THE_WEB.sub("", page)
    return re.sub(rf"(?: · )?{re.escape(placeholder)}[^\s<\"]*", "", page) if placeholder else page


def style_of(page: str) -> str:
    """The style that stands inside a page."""
    match = _STYLE.search(page)
    return match[1] if match else ""


def with_style_file(page: str, href: str) -> str:
    """A page whose style stands in a file that it shares with others."""
    page = _STYLE.sub(lambda _: f'<link rel="stylesheet" href="{href}">', page, count=1)
    return _STYLE_HASH.sub("style-src 'self'", page, count=1)


def references(page: str, path: str) -> Iterator[str]:
    """The files of the site that a page names, as paths below the site's folder."""
    for _, value in _HREF.findall(page):
        target = target_of(value, path)
        if target:
            yield target


def target_of(value: str, path: str) -> str:
    """Where a link on the page `path` leads inside the site; nothing where it leaves it."""
    parts = urlsplit(html.unescape(value))
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))


def relinked(page: str, path: str, lead: Lead, *, listed: bool = False) -> str:
    """A page with its links led on: what leads nowhere is text, and its entry in a menu is gone.

    On a page that is one list of everything (`listed`) entries that lead nowhere are gone too.
    A menu keeps no entry for a page that another one stands in for: it has that one's own.
    """

    def in_menu(match: re.Match[str]) -> str:
        target = target_of(_href(match[1]), path)
        return match[0] if not target or lead(target) == target else ""

    def in_list(match: re.Match[str]) -> str:
        target = target_of(_href(match[1]), path)
        return match[0] if not target or lead(target) else ""

    def link(match: re.Match[str]) -> str:
        href = _href(match[1])
        target = target_of(href, path)
        if not target:
            return match[0]
        new = lead(target)
        if new is None:
            return match[2]
        if new == target:
            return match[0]
        way = posixpath.relpath(new, posixpath.dirname(path) or ".")
        attributes = match[1].replace(f'href="{href}"', f'href="{way}"', 1)
        return f"<a{attributes}>{match[2]}</a>"

    page = _NAV.sub(lambda nav: _LINK_ALONE.sub(in_menu, nav[0]), page)
    if listed:
        page = _LINK_ALONE.sub(in_list, page)
        for name in _EMPTY_SECTION.findall(page):
            page = re.sub(rf'<li><a href="#{re.escape(name)}">[^<]*</a></li>\n?', "", page)
        page = _EMPTY_SECTION.sub("", page)
    return LINK.sub(link, page)


def with_foot_note(page: str, note: str, href: str = "") -> str:
    """A page that says at its very end what copy it is from, or leads to where it is said."""
    text = html.escape(note, quote=False)
    text = f'<a href="{href}">{text}</a>' if href else text
    return page.replace("</footer>", f"<p>{text}</p>\n</footer>", 1)


def _href(attributes: str) -> str:
    return next((value for name, value in _HREF.findall(attributes) if name == "href"), "")
