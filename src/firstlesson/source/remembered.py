"""What is asked of the same text again and again is remembered, unless the text is long."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_Asked = Callable[Concatenate[str, P], R]

_LONG = 4000
"""A text of so many characters is hardly ever said twice; to keep a thousand such would cost much."""


def remembered(most: int) -> Callable[[_Asked[P, R]], _Asked[P, R]]:
    """Remembers the last answers of a function of a text, so many at most."""

    def decorate(function: _Asked[P, R]) -> _Asked[P, R]:
        known = lru_cache(maxsize=most)(function)

        @wraps(function)
        def asked(text: str, /, *others: P.args, **named: P.kwargs) -> R:
            answer = known if len(text) < _LONG else function
            return answer(text, *others, **named)

        return asked

    return decorate
