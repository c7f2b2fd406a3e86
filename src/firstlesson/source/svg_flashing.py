"""Pictures that flash: more than three times in a second can cause a seizure (WCAG 2.3.1).

Only what changes the look of a part counts, not what moves it. A part that goes from one look to
another and starts anew has flashed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

MOST = 3
"""Flashes in a second."""
_FOREVER = 1000.0
_LOOKS = (
    "opacity", "fill", "fill-opacity", "stroke", "stroke-opacity", "stop-color", "stop-opacity",
    "color", "visibility", "display", "flood-color", "flood-opacity", "lighting-color", "filter",
    "background", "background-color", "mix-blend-mode", "href",
)  # fmt: skip
_TIME = re.compile(r"(?:(\d+):)?(?:(\d+):)?(\d*\.?\d+(?:e[+-]?\d+)?)(ms|s|min|h)?", re.IGNORECASE)
_UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "": 1.0}
_KEYFRAMES = re.compile(r"(?i)@(?:-\w+-)?keyframes\s+[\"']?([\w-]+)[\"']?\s*\{")
_MOST_KEYFRAMES = 50
_CHANGES_LOOK = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(_LOOKS)})\s*:")
_ANIMATION = re.compile(r"(?i)(?<![\w])(?:-\w+-)?animation(-[a-z-]+)?\s*:\s*([^;}]*)")
_RULE = re.compile(r"[^{}]+")
_CSS_TIME = re.compile(r"(?i)(?<![\w.-])(\d*\.?\d+)(ms|s)\b")
_CSS_COUNT = re.compile(r"(?i)(?<![\w.-])(infinite|\d*\.?\d+)(?![\w.%])")


def flashes(attributes: Mapping[str, str]) -> bool:
    """Whether an `animate` or a `set` makes its part flash."""
    if attributes.get("attributeName", "").strip() not in _LOOKS:
        return False
    seconds = _seconds(attributes.get("dur", ""))
    values = [one for one in attributes.get("values", "").split(";") if one.strip()]
    repeats = _number(attributes.get("repeatCount", "1"))
    if lasting := _seconds(attributes.get("repeatDur", "")):
        repeats = max(repeats, lasting / seconds if seconds else _FOREVER)
    if re.search(r"\.(?:end|begin|repeat)", attributes.get("begin", "")):
        repeats = _FOREVER  # it may start again whenever another, or itself, has ended
    return _too_often(seconds, max(len(values), 2), repeats)


def looks_by_name(css: str) -> Mapping[str, int]:
    """How many looks each set of key frames of a picture's style goes through."""
    return {name: max(number, 2) for name, number in _keyframes(css) if number}


def flashes_by_style(css: str, looks: Mapping[str, int]) -> bool:
    """Whether a style sheet, or a style on an element, makes something flash with such key frames."""
    return bool(looks) and any(_rule_flashes(rule[0], looks) for rule in _RULE.finditer(css))


def _rule_flashes(rule: str, looks: Mapping[str, int]) -> bool:
    seconds, repeats, named = 0.0, 1.0, set[str]()
    for kind, value in _ANIMATION.findall(rule):
        named |= looks.keys() & re.findall(r"[\w-]+", value)
        if kind.lower() in ("", "-duration") and (found := _CSS_TIME.search(value)):
            seconds = float(found[1]) * _UNITS[found[2].lower()]
        if kind.lower() in ("", "-iteration-count"):
            repeats = max(repeats, *map(_number, _CSS_COUNT.findall(value)), 1.0)
    return bool(named) and _too_often(seconds, max(looks[one] for one in named), repeats)


def _too_often(seconds: float, looks: int, repeats: float) -> bool:
    """Whether so many looks in so many seconds, again and again, are more than a few flashes a second."""
    if seconds <= 0:
        return False
    if repeats <= 1:
        return (looks - 1) / 2 > MOST and (looks - 1) / 2 / seconds > MOST
    return max(1.0, (looks - 1) / 2) / seconds > MOST


def _keyframes(css: str) -> Iterator[tuple[str, int]]:
    """The name of each set of key frames, and how many of its frames change how something looks."""
    for named in islice(_KEYFRAMES.finditer(css), _MOST_KEYFRAMES):
        number, depth, at = 0, 1, named.end()
        for brace in re.compile("[{}]").finditer(css, named.end()):
            if brace[0] == "{":
                depth, at = depth + 1, brace.end()
                continue
            depth -= 1
            if not depth:
                break
            number += bool(_CHANGES_LOOK.search(css, at, brace.start()))
        yield named[1], number


def _seconds(said: str) -> float:
    found = _TIME.fullmatch(said.strip())
    if not found:
        return 0.0
    first, second, number, unit = found.groups()
    minutes = [float(one) for one in (first, second) if one]
    whole = float(number) * _UNITS[(unit or "").lower()]
    for one, worth in zip(reversed(minutes), (60.0, 3600.0), strict=False):
        whole += one * worth
    return whole


def _number(said: str) -> float:
    said = said.strip().lower()
    if said in ("indefinite", "infinite"):
        return _FOREVER
    try:
        return float(said)
    except ValueError:
        return 1.0
