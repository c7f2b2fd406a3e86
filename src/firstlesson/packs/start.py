"""The two files with which a copy greets: a start page and a read-me, each in every language."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from firstlesson.packs.about import About
from firstlesson.site.assets import squeezed
from firstlesson.site.render import render

START = "FILLO-START.html"
READ_ME = "LEXOME-READ-ME.txt"


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the start page."""

    href: str
    title: str
    note: str = ""
    language: str = ""
    """The language of what it leads to, where the page does not say it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the start page says in one language."""

    language: str
    about: About
    links: tuple[Way, ...]
    lines: tuple[str, ...]
    """What has to be known for opening it."""


def start_page(parts: Sequence[Part]) -> bytes:
    """The start page; it needs no other file."""
    return (render("copy_start", parts=parts, style=style(), policy=_policy()) + "\n").encode()


def read_me(parts: Sequence[Part], first: Mapping[str, str]) -> bytes:
    """The read-me; `first` says by language with which file to begin. Every editor reads it."""
    blocks = [
        "\n".join([part.about.title, "", first[part.language], *part.lines, "", *_rest(part)])
        for part in parts
    ]
    text = ("\n\n" + "-" * 60 + "\n\n").join(blocks) + "\n"
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _rest(part: Part) -> list[str]:
    _, *lines = part.about.lines()
    return lines


@cache
def style() -> str:
    """The style of pages that stand beside a copy."""
    file = resources.files("firstlesson.site") / "styles/copy.css"
    return squeezed(file.read_text("utf-8"))


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
