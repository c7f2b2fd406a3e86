"""A built page made ready for the preview: one script and one style sheet more, both our own.

The files of the site are not touched. The page's own policy stays, and allows what the preview
needs from the same address, so that an author sees the page under the rules its readers have.
"""

from __future__ import annotations

import html
import re

ASSETS = "/__preview/"
EVENTS = f"{ASSETS}events"
_NEEDED = ("script-src", "connect-src", "style-src")

_META = re.compile(
    r"""<meta\s[^>]*http-equiv=["']?Content-Security-Policy["']?[^>]*>""", re.IGNORECASE
)
_CONTENT = re.compile(r"""content=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)


def previewed(page: str, version: str) -> str:
    """The page with the preview's script and style sheet, and with a policy that lets them work."""
    page = _META.sub(lambda meta: _CONTENT.sub(_with_preview, meta[0]), page)
    added = (
        f'<link rel="stylesheet" href="{ASSETS}preview.css">\n'
        f'<script src="{ASSETS}reload.js" data-version="{html.escape(version)}" defer></script>\n'
    )
    return _HEAD.sub(lambda head: added + head[0], page, count=1)


def relaxed(policy: str) -> str:
    """A policy that allows scripts, styles and connections of the site's own address as well."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        if part.strip():
            name, *sources = part.split()
            directives.setdefault(name.lower(), sources)
    for name in _NEEDED:
        sources = directives.get(name, directives.get("default-src", []))
        allowed = [one for one in sources if one != "'none'"]
        directives[name] = allowed if "'self'" in allowed else [*allowed, "'self'"]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _with_preview(content: re.Match[str]) -> str:
    policy = html.unescape(content[1] if content[1] is not None else content[2])
    return f'content="{html.escape(relaxed(policy), quote=False)}"'
