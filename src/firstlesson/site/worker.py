"""The service worker: what a reader may keep on the device, by language, each file with its digest."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from firstlesson.site.addresses import NOT_FOUND, SEARCH, script_path

WORKER = "sw.js"
_FOR_MACHINES = frozenset({WORKER, "_headers", "robots.txt", "sitemap.xml"})


def worker(digests: Mapping[str, str], languages: Sequence[str]) -> str:
    """The worker of a finished site: all its files by path, each with its SHA-256 in hexadecimal.

    Whatever changed afterwards would be refused.
    """
    kept: dict[str, dict[str, str]] = {"": {}, **{language: {} for language in languages}}
    for path in sorted(set(digests) - _FOR_MACHINES):
        kept[_language(path, languages)][path] = _for_browsers(digests[path])
    text = json.dumps(kept, separators=(",", ":"))
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    return _code().replace("__DATA__", f'{{"version":"{version}","files":{text}}}')


def _language(path: str, languages: Sequence[str]) -> str:
    """The language whose readers need a file; empty where all do."""
    source, *others = languages
    for one in others:
        if path.startswith((f"{one}/", f"{SEARCH}/{one}/", script_path(one))):
            return one
    own = (f"{SEARCH}/{source}/", script_path(source))
    shared = path.startswith("assets/") and not path.startswith(own)
    return "" if shared or path == f"{NOT_FOUND}.html" else source


def _for_browsers(digest: str) -> str:
    return base64.b64encode(bytes.fromhex(digest)).decode()


@cache
def _code() -> str:
    return (resources.files("firstlesson.site") / "scripts/worker.js").read_text("utf-8")
