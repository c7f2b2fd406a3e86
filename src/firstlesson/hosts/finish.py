"""The last step of a build: what the host cannot do itself, or does too much of."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

_UNUSED = ("assets/javascripts", "assets/images", "sitemap.xml", "sitemap.xml.gz")
"""What the theme and MkDocs put into every site and no page of ours asks for."""


def finish(site: Path, *, site_url: str) -> None:
    """Removes what no page uses and lets the 404 page be shown at any address."""
    for name in _UNUSED:
        _remove(site / name)
    for map_file in site.rglob("*.map"):
        map_file.unlink()
    _anchor_not_found(site / "404.html", urlsplit(site_url).path or "/")


def _remove(path: Path) -> None:
    if path.is_dir():
        for inside in sorted(path.iterdir()):
            _remove(inside)
        path.rmdir()
    elif path.exists():
        path.unlink()


def _anchor_not_found(page: Path, base: str) -> None:
    """A server shows the 404 page at any depth, so its links begin at the site's root."""
    if page.is_file():
        html = page.read_text("utf-8")
        relative = re.compile(r'\b(href|src)="(?![a-z]+:|/|#)([^"]*)"')
        page.write_text(relative.sub(rf'\1="{base}\2"', html), "utf-8")
