"""One page of every kind: the largest, for what fits there fits everywhere."""

from __future__ import annotations

from pathlib import Path

from pages import Page, pages_of


def one_of_each_kind(site: Path) -> list[Page]:
    """For each language: every hand-written page, and the longest of each kind of the others."""
    longest: dict[tuple[str, ...], Page] = {}
    for page in pages_of(site).values():
        which = page.place if page.kind == "page" else page.place.rpartition("/")[2]
        if page.kind in ("protocol", "not-found"):
            which = ""
        kind = (page.language, page.kind, page.audience, which)
        if page.kind and len(page.source) > len(getattr(longest.get(kind), "source", "")):
            longest[kind] = page
    return sorted(longest.values(), key=lambda page: page.path)
