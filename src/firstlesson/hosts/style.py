"""The style that stands inside every page: the theme's, reduced to what our pages use, then ours.

A linked style sheet would hold up the first view; the theme's has 137 KB for things no page of ours
has. What remains of it for a page kind are the rules whose every class and element can occur there,
without those that ours replace.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

from firstlesson.site.assets import KINDS, scripted_style, style_of
from firstlesson.site.security import content_security_policy

_CLASSES = {"md-typeset"}
_TEXT = set("div dl dt em img li ol p strong svg ul".split())  # noqa: SIM905  # read as a list
"""What a text of ours may be made of; headings, quotes, links, tables and small print have our own style."""
_TECHNICAL = set("abbr code dd figcaption figure hr mark pre sub sup".split())  # noqa: SIM905  # as above
"""What only the pages of `docs/` have."""
_TECHNICAL_KINDS = {"page", "help", "status", "not-found"}
_USELESS = re.compile(
    r"-webkit-|box-decoration|color-adjust|direction|font-variant|outline|scrollbar|touch|transition"
)
"""What does not change how our pages look: moving colours, and what browsers have long done."""
_OURS = {
    "--md-default-fg-color": "--ink",
    "--md-default-fg-color--light": "--soft",
    "--md-default-fg-color--lighter": "--edge-line",
    "--md-default-fg-color--lightest": "--line",
    "--md-default-bg-color": "--paper",
    "--md-typeset-a-color": "--link",
    "--md-accent-fg-color": "--link",
    "--md-code-bg-color": "--wash",
    "--md-code-fg-color": "--ink",
}
"""The theme's colours, and ours that stand in their place."""
_UNWANTED = re.compile(
    r"rtl|(?:[ou]l .*){2}[ou]l|\[(?!dir=ltr\])|#|\*|"
    r"::?(?!before|after|not\(\[class\]\)|hover|focus|first-child|last-child|root)"
)
_NAME = re.compile(r"\.([\w-]+)|(?<![\w.:\-\[(=])([a-z][a-z0-9]*)\b")
_VARIABLE = re.compile(r"--[\w-]+")


@dataclass(frozen=True, slots=True)
class Style:
    """The whole style of a page kind, and what the content security policy lets it have."""

    css: str
    hashes: tuple[str, ...]
    """Its own, and that of the style which the script brings."""

    @property
    def policy(self) -> str:
        """What a browser may do on a page of this kind."""
        return content_security_policy(" ".join(self.hashes))


class Styles(Mapping[str, Style]):
    """The style of every page kind, made when it is asked for."""

    def __init__(self, theme: str) -> None:
        """`theme` is what remains of the theme's style."""
        self.theme = theme
        self._text = ""
        self._made: dict[str, Style] = {}

    def __getitem__(self, kind: str) -> Style:
        if kind not in self._made:
            self._text = self._text or reduced(self.theme, _TEXT)
            theme = self.theme if kind in _TECHNICAL_KINDS else self._text
            self._made[kind] = _hashed(theme + style_of(kind))
        return self._made[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


def theme_style(folders: Iterable[str]) -> str:
    """What remains of a theme's style, whose folders these are."""
    return reduced(_theme_css(folders), _TEXT | _TECHNICAL)


def reduced(css: str, elements: Collection[str]) -> str:
    """The rules of a style sheet that such elements use, and the variables that these need."""
    kept: list[str] = []
    variables: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            selectors = tinycss2.serialize(rule.prelude)
            if ":root" in selectors:
                variables |= _variables(rule.content)
            wanted = [one for one in selectors.split(",") if _used(one, elements)]
            declared = _declared(rule.content) if wanted else ""
            if declared:
                kept.append(f"{','.join(wanted)}{{{declared}}}")
    text = "".join(kept).replace("[dir=ltr] ", "")
    return _roots(text, variables) + text


def _declared(content: Iterable[Node]) -> str:
    """What a rule declares, without what our pages do not show."""
    declarations = tinycss2.parse_declaration_list(
        content, skip_comments=True, skip_whitespace=True
    )
    return ";".join(
        f"{one.name}:{_ours(one.value)}{'!important' * one.important}"
        for one in declarations
        if one.type == "declaration" and not _USELESS.match(one.name)
    )


def _ours(value: Iterable[Node]) -> str:
    """A value with our colours in the place of the theme's."""
    text = tinycss2.serialize(value).strip()
    return _VARIABLE.sub(lambda found: _OURS.get(found[0], found[0]), text)


def _used(selector: str, elements: Collection[str]) -> bool:
    """Whether every class and element of a selector can occur, and it is about our text."""
    if ".md-typeset" not in selector or _UNWANTED.search(selector):
        return False
    return all(
        (name in _CLASSES if name else element in elements)
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
    return Style(css, (_hash(css), _hash(scripted_style())))


def _hash(css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"'sha256-{digest}'"
