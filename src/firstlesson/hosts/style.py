"""The style that stands inside every page: the theme's, reduced to what our pages use, then ours.

A linked style sheet would hold up the first view; the theme's has 137 KB for things no page of ours
has. What remains of it are the rules whose every class and element can occur in our pages.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

from firstlesson.site.assets import KINDS, style_of

_CLASSES = {"md-typeset"}
_ELEMENTS = set(
    """
    a abbr blockquote caption cite code dd div dl dt em figcaption figure h1 h2 h3 h4 hr html img
    li mark ol p pre small strong sub sup svg table tbody td th thead tr ul
    """.split()  # noqa: SIM905  # a list that one can read
)
_UNWANTED = re.compile(
    r"rtl|\[(?!dir=ltr\])|#|\*|"
    r"::?(?!before|after|not\(\[class\]\)|hover|focus|first-child|last-child|root)"
)
_NAME = re.compile(r"\.([\w-]+)|(?<![\w.:\-\[(=])([a-z][a-z0-9]*)\b")
_VARIABLE = re.compile(r"--[\w-]+")


@dataclass(frozen=True, slots=True)
class Style:
    """The whole style of a page kind, and its hash for the content security policy."""

    css: str
    hash: str


def styles(theme: str) -> Mapping[str, Style]:
    """The style of every page kind; `theme` is what remains of the theme's."""
    return {kind: _hashed(theme + style_of(kind)) for kind in KINDS}


def theme_style(folders: Iterable[str]) -> str:
    """What remains of a theme's style, whose folders these are."""
    return reduced(_theme_css(folders))


def reduced(css: str) -> str:
    """The rules of a style sheet that our pages use, and the variables that these need."""
    kept: list[str] = []
    variables: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            selectors = tinycss2.serialize(rule.prelude)
            if ":root" in selectors:
                variables |= _variables(rule.content)
            wanted = [one for one in selectors.split(",") if _used(one)]
            if wanted:
                kept.append(f"{','.join(wanted)}{{{tinycss2.serialize(rule.content).strip()}}}")
    text = "".join(kept).replace("[dir=ltr] ", "")
    return _roots(text, variables) + text


def _used(selector: str) -> bool:
    """Whether every class and element of a selector can occur, and it is about our text."""
    if ".md-typeset" not in selector or _UNWANTED.search(selector):
        return False
    return all(
        (name in _CLASSES if name else element in _ELEMENTS)
        for name, element in _NAME.findall(
            selector.replace("[dir=ltr]", "").replace(":not([class])", "")
        )
    )


def _variables(content: Iterable[Node]) -> dict[str, str]:
    declarations = tinycss2.parse_declaration_list(
        content, skip_comments=True, skip_whitespace=True
    )
    return {
        one.name: tinycss2.serialize(one.value).strip()
        for one in declarations
        if one.type == "declaration" and one.name.startswith("--")
    }


def _roots(text: str, variables: Mapping[str, str]) -> str:
    """The variables that some kept rule asks for, and those that these ask for."""
    needed: dict[str, str] = {}
    waiting = sorted(set(_VARIABLE.findall(text)))
    while waiting:
        name = waiting.pop()
        if name in variables and name not in needed:
            needed[name] = variables[name]
            waiting.extend(sorted(set(_VARIABLE.findall(variables[name]))))
    declared = ";".join(f"{name}:{value}" for name, value in sorted(needed.items()))
    return f":root{{{declared}}}" if declared else ""


def _theme_css(folders: Iterable[str]) -> str:
    for folder in map(Path, folders):
        for file in sorted(folder.glob("assets/stylesheets/main.*.min.css")):
            return file.read_text("utf-8")
    return ""


def _hashed(css: str) -> Style:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Style(css, f"'sha256-{digest}'")
