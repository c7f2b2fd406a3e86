"""One page of every kind, for what holds for it holds for all others."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from pages import Page, pages_of


@cache
def one_of_each_kind(site: Path, pick: Callable[..., Page] = max) -> list[Page]:
    """For each language: every hand-written page, and the longest of each kind of the others."""
    kinds: dict[tuple[str, ...], list[Page]] = {}
    for page in pages_of(site).values():
        if page.kind:
            kinds.setdefault((page.language, page.kind, page.audience, _which(page)), []).append(
                page
            )
    picked = [pick(pages, key=lambda page: len(page.source)) for pages in kinds.values()]
    return sorted(picked, key=lambda page: page.path)


def _which(page: Page) -> str:
    """What sets a page apart from others of its kind."""
    name = page.place.rpartition("/")[2]
    if page.kind == "page":
        return page.place
    if page.kind == "card":
        return name.rpartition("-")[2]
    return "" if page.kind in ("protocol", "not-found") else name
