"""A page that needs no other file: style, script and pictures inside, nothing that leads elsewhere."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from pathlib import Path

from firstlesson.packs.about import address_on_the_web
from firstlesson.packs.html import for_the_disk, relinked, target_of, with_foot_note
from firstlesson.packs.source import Page, Source
from firstlesson.packs.whole import whole
from firstlesson.site.assets import script
from firstlesson.site.words import words_of

SCRIPTS = ("style", "settings", "help", "exit", "quiz", "scenario", "protocol")
"""What works on a page that stands alone."""

_AWAY = re.compile(
    r"<nav class=\"fl-(?:languages|crumbs)\".*?</nav>\n?|"
    r"<nav class=\"fl-side\"(?:(?!</nav>|fl-sections).)*</nav>\n?|"  # the lesson's other editions
    r"<details class=\"fl-menu\".*?</details>\n?|"
    r"<a class=\"fl-find\".*?</a>\n?|"
    r"<div class=\"fl-progress\".*?</div>\n?|"
    r"<script src=\"[^\"]*\" defer></script>\n?|"
    r"(?<=<footer class=\"fl-foot\">\n)<ul>.*?</ul>\n?",
    re.DOTALL,
)
_BRAND = re.compile(r"<a class=\"fl-brand\"[^>]*>(.*?)</a>", re.DOTALL)
_EXIT = re.compile(r"(<a class=\"fl-exit\" href=\")[^\"]*(\")")
_BAR = re.compile(r"<header class=\"fl-bar\">.*?</header>", re.DOTALL)
_INNER = r"<a href=\"(?!tel:|https:|mailto:|sms:|about:|#)[^\"]*\"[^>]*>(?:(?!</a>).)*</a>"
_OFFER = re.compile(rf"<p(?: class=\"[^\"]*\")?>\s*{_INNER}\s*</p>\n?", re.DOTALL)
_INNER_LINK = re.compile(rf" ?{_INNER}", re.DOTALL)
_PICTURE = re.compile(r"(<img\b[^>]*?\bsrc=\")([^\"]*)(\")")
_POLICY = re.compile(r"script-src 'self'; img-src 'self' data:(?:; connect-src 'self')?")
_NOWHERE = "about:blank"
"""Where one leaves to: there is no other page, and an empty one says nothing."""


def alone(source: Source, one: Page, *, note: str) -> str:
    """A page of a site as one file, with all that goes on with it; `note` says what copy it is."""
    course, path, site = source.course, one.path, source.site
    placeholder = "" if address_on_the_web(course) else str(course.settings.site_url)
    page = _AWAY.sub("", for_the_disk(whole(source, one), placeholder))
    page = _BRAND.sub(r'<span class="fl-brand">\1</span>', page)
    page = _EXIT.sub(rf"\g<1>{_NOWHERE}\g<2>", page)
    page = _OFFER.sub("", page)  # a line that only offers another page
    page = _BAR.sub(lambda bar: _INNER_LINK.sub("", bar[0]), page)
    page = page.replace(f'href="{path.rpartition("/")[2]}#', 'href="#')
    page = relinked(page, path, lambda _: None)
    page = _PICTURE.sub(lambda one: f"{one[1]}{_inside(one[2], path, site)}{one[3]}", page)
    page = with_foot_note(page, note)
    code = script(course, words_of(one.language), SCRIPTS)
    page = page.replace("</body>", f"<script>{code}</script>\n</body>")
    return _POLICY.sub(lambda _: _policy(code), page, count=1)


def _inside(address: str, path: str, site: Path) -> str:
    """A picture as the address that holds it."""
    target = target_of(address, path)
    if not target:
        return address
    kind = mimetypes.guess_type(target)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode((site / target).read_bytes()).decode()}"


def _policy(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"script-src 'sha256-{digest}'; img-src data:"
