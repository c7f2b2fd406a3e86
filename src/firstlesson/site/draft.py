"""What a page kind makes: a page without the chrome that all pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way up: a title and a page's path."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A sister page: the same lesson for another audience."""

    title: str
    path: str
    audience: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One page in one language."""

    path: str
    """Without language and suffix."""
    kind: str
    heading: str
    """The h1; it stands in the body."""
    body: str
    """Markdown, with HTML for what is structured."""
    description: str
    title: str = ""
    """What the browser's tab shows, where that differs from the heading."""
    audience: str = ""
    """The one audience it is for; empty where everybody reads it."""
    crumbs: tuple[Crumb, ...] = ()
    editions: tuple[Edition, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    """Ids and titles of its own sections, for its menu."""
    noindex: bool = False
    metadata: tuple[Mapping[str, Any], ...] = ()
    """What it is in schema.org's words."""
    parts: tuple[str, ...] = ()
    """Pages that go on with what would make this one too long, in order."""
    copies: tuple[tuple[str, str], ...] = ()
    """Files that go with it: from the project's root, to the site."""
