"""Our styles and scripts, as every project that installs the package gets them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from firstlesson.course.model import Course
from firstlesson.site.addresses import HOME, SEARCH, root_relative
from firstlesson.site.render import render
from firstlesson.site.words import Words, words_of

KINDS: dict[str, tuple[str, ...]] = {
    "home": ("cards", "unseen"),
    "audience": ("cards", "unseen"),
    "lesson": ("lesson", "exercises"),
    "story": ("lesson", "exercises"),
    "easy": ("lesson", "easy"),
    "plan": ("lesson",),
    "beside": ("lesson", "beside"),
    "protocol": ("protocol", "unseen"),
    "card": ("paper",),
    "sheets": ("exercises", "sheets"),
    "key": ("exercises", "sheets"),
    "help": ("contacts",),
    "status": (),
    "page": ("cards", "unseen"),
    "sheet": ("sheet",),
    "catalogue": ("cards", "catalogue", "unseen"),
    "projector": ("projector",),
    "presenter": ("projector",),
    "certificate": ("certificate",),
    "not-found": (),
}
"""Each page kind, and the style files that it needs beside the base."""

SCRIPTS = (
    "style",
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


def more_style(kind: str, others: Iterable[str]) -> str:
    """What pages of other kinds need besides the style of a page kind."""
    names = dict.fromkeys(name for other in others for name in KINDS[other])
    return "".join(
        squeezed(_read(f"styles/{name}.css")) for name in names if name not in KINDS[kind]
    )


READING = (
    ("size", ("normal", "large", "larger")),
    ("spacing", ("normal", "wide")),
    ("lines", ("normal", "short")),
    ("contrast", ("normal", "strong", "cream")),
)
"""What a reader can set, with its values; the first one is how the page comes."""

_GIVEN = re.compile(r"\b(say|panel|fact)\[\"([\w-]+)\"\]")
"""What a script asks of the build: words, boxes that only scripts bring, facts of the site."""


def script(course: Course, words: Words, names: tuple[str, ...] = SCRIPTS) -> str:
    """The script of a language's pages, or some parts of it; it brings all that only it shows."""
    settings = course.settings
    files = root_relative(
        f"{SEARCH}/{words.language}/", HOME, words.language, course.source_language
    )
    return _script(names, words.language, files, settings.exit_url or "", str(settings.site_url))


@cache
def _script(names: tuple[str, ...], language: str, files: str, away: str, origin: str) -> str:
    words, facts = words_of(language), {"away": away, "origin": origin}
    parts = [_read(f"scripts/{name}.js").strip() for name in names]
    given: dict[str, dict[str, str]] = {"say": {}, "panel": {}, "fact": {}}
    for kind, key in sorted(set(_GIVEN.findall("\n".join(parts)))):
        if kind == "panel":
            given[kind][key] = render(key, words=words, reading=READING, files=files)
        else:
            given[kind][key] = words(key) if kind == "say" else facts[key]
    texts = {**given, "style": scripted_style()}
    lines = [f"var {name} = {_literal(text)};" for name, text in texts.items()]
    lines += [f"(function () {{\n{part}\n}})();" for part in parts]
    body = "\n".join(lines)
    return f'"use strict";\n(function () {{\n{body}\n}})();\n'


def _literal(value: object) -> str:
    """A value as JavaScript reads it, inside a page too."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")


@cache
def scripted_style() -> str:
    """The style of what only scripts bring: they bring it too, so that no page carries it at first."""
    return squeezed(_read("styles/scripted.css"))


def _read(name: str) -> str:
    return (resources.files("firstlesson.site") / name).read_text("utf-8")


def squeezed(css: str) -> str:
    """A style without comments and needless white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css).replace(";}", "}").strip()
    return re.sub(r"(?<=[{;(])([\w-]+): ", r"\1:", css)
