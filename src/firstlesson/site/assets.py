"""Our styles and scripts, as every project that installs the package gets them."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

KINDS: dict[str, tuple[str, ...]] = {
    "home": ("cards",),
    "audience": ("cards",),
    "lesson": ("lesson", "exercises"),
    "easy": ("lesson", "easy"),
    "protocol": ("protocol",),
    "card": ("paper",),
    "sheets": ("exercises", "sheets"),
    "help": ("contacts",),
    "status": (),
    "page": ("cards",),
    "sheet": ("sheet",),
    "catalogue": ("cards", "catalogue"),
    "projector": ("projector",),
    "presenter": ("projector",),
    "certificate": ("certificate",),
    "not-found": (),
}
"""Each page kind, and the style files that it needs beside the base."""

SCRIPTS = (
    "settings",
    "keep",
    "help",
    "exit",
    "quiz",
    "scenario",
    "protocol",
    "catalogue",
    "projector",
    "progress",
    "search",
)
"""The scripts of every page, in the order in which they run."""


@cache
def style_of(kind: str) -> str:
    """The style of a page kind, without comments and needless white space."""
    return "".join(squeezed(_read(f"styles/{name}.css")) for name in ("base", *KINDS[kind]))


@cache
def script(names: tuple[str, ...] = SCRIPTS) -> str:
    """The one script of the site, or some parts of it; each part keeps its names to itself."""
    parts = [f"(function () {{\n{_read(f'scripts/{name}.js').strip()}\n}})();" for name in names]
    return '"use strict";\n' + "\n".join(parts) + "\n"


def _read(name: str) -> str:
    return (resources.files("firstlesson.site") / name).read_text("utf-8")


def squeezed(css: str) -> str:
    """A style without comments and needless white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css).replace(";}", "}").strip()
    return re.sub(r"(?<=[{;])([\w-]+): ", r"\1:", css)
