"""A page with the pages that go on with it, as one: a single file or a package leads to no other."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from html import escape

from firstlesson.packs.html import style_of
from firstlesson.packs.source import Page, Source
from firstlesson.site.assets import more_style

_ELSEWHERE = re.compile(r"<section class=\"fl-elsewhere\".*?</section>\n?", re.DOTALL)
"""Where a page leads to the pages that go on with it."""
_ID = re.compile(r" id=\"([^\"]*)\"")
_TOP = '<div class="fl-top">'
_END = '<p class="fl-onward">'
_DIV = re.compile(r"<(/?)div\b")
_MENU = re.compile(r"(<details class=\"fl-sections\">.*?<ul>\n?).*?(</ul>)", re.DOTALL)
_STYLE_HASH = re.compile(r"(?<=style-src )'sha256-[^']*'")


def whole(source: Source, page: Page) -> str:
    """A page as it was built; what stands on other pages stands where it leads to them."""
    html = source.html(page)
    parts = list(_parts(source, page))
    if not parts:
        return html
    contents = [_content(source.html(one)) for one in parts]
    first, *others = _ELSEWHERE.findall(html)
    html = html.replace(first, "\n".join(contents), 1)
    for one in others:
        html = html.replace(one, "", 1)
    for one, content in zip(parts, contents, strict=True):
        html = _led_inside(html, one, _ID.findall(content))
    html = _led_inside(html, page, [])
    return _with_style(_with_menu(html, page, parts), page, parts)


def _parts(source: Source, page: Page) -> Iterator[Page]:
    for path in page.draft.parts:
        for one in source.pages:
            if one.language == page.language and one.draft.path == path:
                yield one


def _content(html: str) -> str:
    """What a page says, without its heading, what stands below that, and the way back."""
    main = html[html.index("<main") : html.rindex("</main>")]
    depth, end = 0, main.index(_TOP)
    for tag in _DIV.finditer(main, end):
        depth += -1 if tag[1] else 1
        if not depth:
            end = main.index(">", tag.end()) + 1
            break
    return main[end : main.rindex(_END)].strip("\n")


def _led_inside(html: str, page: Page, ids: Sequence[str]) -> str:
    """Links to a page lead to its places, which stand in this one; one to its top to the first place."""
    name = page.path.rpartition("/")[2]
    html = html.replace(f'href="{name}#', 'href="#')
    return html.replace(f'href="{name}"', f'href="#{ids[0]}"') if ids else html


def _with_menu(html: str, page: Page, parts: Sequence[Page]) -> str:
    """The page's own menu with the sections that came in, in the place of what led to them."""
    there = set(_ID.findall(html))
    added = [one for part in parts for one in part.draft.sections]
    sections: list[tuple[str, str]] = []
    for one in page.draft.sections:
        if one[0] in there:
            sections.append(one)
        else:
            sections += added
            added = []
    items = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>\n' for name, title in sections)
    return _MENU.sub(lambda menu: f"{menu[1]}{items}{menu[2]}", html, count=1)


def _with_style(html: str, page: Page, parts: Sequence[Page]) -> str:
    """The style of the page with all that its parts need besides."""
    more = more_style(page.draft.kind, [one.draft.kind for one in parts])
    if not more:
        return html
    style = style_of(html)
    digest = base64.b64encode(hashlib.sha256(f"{style}{more}".encode()).digest()).decode()
    html = html.replace(f"<style>{style}", f"<style>{style}{more}", 1)
    return _STYLE_HASH.sub(f"'sha256-{digest}'", html, count=1)
