"""The last step of a build: what the host cannot do itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from firstlesson.hosts.gate import judge_site
from firstlesson.site.security import STYLE_HASHES

_RELATIVE = re.compile(r'\b(href|src)="(?![a-z]+:|/|#)([^"]*)"')


def finish(site: Path, *, site_url: str, style_hashes: Iterable[str]) -> None:
    """Lets the 404 page be shown at any address, tells servers the hashes, judges every page."""
    page, base = site / "404.html", urlsplit(site_url).path or "/"
    if page.is_file():  # a server shows it at any depth, so its links begin at the site's root
        html = page.read_text("utf-8")
        page.write_text(_RELATIVE.sub(rf'\1="{base}\2"', html), "utf-8")
    headers = site / "_headers"
    if headers.is_file():
        hashes = " ".join(sorted(set(style_hashes)))
        headers.write_text(headers.read_text("utf-8").replace(STYLE_HASHES, hashes), "utf-8")
    if faults := judge_site(site):
        raise PluginError("\n".join(faults))
