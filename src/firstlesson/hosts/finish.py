"""The last step of a build: what the host cannot do itself."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

_RELATIVE = re.compile(r'\b(href|src)="(?![a-z]+:|/|#)([^"]*)"')


def finish(site: Path, *, site_url: str) -> None:
    """Lets the 404 page be shown at any address: its links begin at the site's root."""
    page, base = site / "404.html", urlsplit(site_url).path or "/"
    if page.is_file():
        html = page.read_text("utf-8")
        page.write_text(_RELATIVE.sub(rf'\1="{base}\2"', html), "utf-8")
