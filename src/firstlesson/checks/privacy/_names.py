"""First names and surnames in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firstlesson.checks._expressions import expression
from firstlesson.checks._folding import fold
from firstlesson.checks.privacy._words import words

SMALL = r"[a-zçëéèöüáà]{1,14}"
CAPITALISED = rf"[A-ZÇË]{SMALL}"
"""A word that begins with a capital, as names do."""
_FULL_NAME = re.compile(  # it begins with a capital: all else is leapt over
    rf"[A-ZÇË](?<![\w’'-].){SMALL}(?: {CAPITALISED}(?:-{CAPITALISED})?){{1,3}}(?![\w])"
)
_CHILD = expression(
    r"nxenes\w*|femij\w*|vajz\w*|djal\w*|pupils?|students?|child|children|girl|boy|foto\w*|vizatim\w*"
)


def people_in(text: str) -> Sequence[tuple[int, int]]:
    """Where a first name and a surname stand; what a child is called before them is left out."""
    found = []
    for match in _FULL_NAME.finditer(text):
        start, parts = match.start(), match[0].split(" ")
        while parts and _CHILD.fullmatch(fold(parts[0])):
            start += len(parts.pop(0)) + 1
        if len(parts) >= 2 and not any(fold(part) in words()["no-names"] for part in parts):
            found.append((start, match.end()))
    return found


@cache
def first_names() -> frozenset[str]:
    """First names in the forms that Albanian gives them."""
    forms = set(words()["first-names"])
    for name in words()["first-names"]:
        forms |= {f"{name}i", f"{name}it", f"{name}in", f"{name}n", f"{name}s", f"{name}t"}
        forms |= {f"{name[:-1]}es", f"{name[:-1]}en"} if name.endswith("a") else set()
    return frozenset(forms)
