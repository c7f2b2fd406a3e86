"""`verify.html`: a page that checks its own folder in the browser, without any program or network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from firstlesson.packs.about import About
from firstlesson.packs.integrity import SYSTEMS_OWN, UNFINISHED
from firstlesson.packs.shelf import SUMS
from firstlesson.packs.start import START, style
from firstlesson.site.render import render
from firstlesson.site.words import words_of

VERIFY = "verify.html"
_LIST = re.compile(r"<script type=\"application/json\" id=\"sums\">(.*?)</script>", re.DOTALL)
_KEYS = (
    "changed",
    "extra",
    "missing",
    "no-folders",
    "reading",
    "unfinished",
    "what-now",
    "whole",
    "wrong-folder",
)


def verify_page(
    languages: Sequence[str], abouts: Sequence[About], digests: Mapping[str, str]
) -> bytes:
    """The page with the digests of all other files; only `SHA256SUMS`, which lists it, is left out."""
    data = {
        "files": dict(sorted(digests.items())),
        "ignored": f"^(?:{SYSTEMS_OWN.pattern.removeprefix('(?i)')})",
        "page": VERIFY,
        "start": START,
        "sums": SUMS,
        "unfinished": UNFINISHED,
    }
    parts = [
        {"language": one, "words": words_of(one), "about": said}
        for one, said in zip(languages, abouts, strict=True)
    ]
    html = render(
        "verify",
        parts=parts,
        keys=_KEYS,
        style=style(),
        policy=_policy(),
        sums=json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"),
        script="{script}",
    )
    return (html.replace("{script}", _script()) + "\n").encode()


def list_of_page(folder: Path) -> dict[str, str] | None:
    """The digests that stand in a folder's `verify.html`; nothing where they cannot be read."""
    try:
        text = (folder / VERIFY).read_text("utf-8")
        found = json.loads(_LIST.findall(text)[0])["files"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found if isinstance(found, dict) else None


@cache
def _script() -> str:
    return (resources.files("firstlesson.site") / "scripts/verify.js").read_text("utf-8")


def _policy() -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style())}'; script-src '{_hash(_script())}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
