"""The pieces of the expressions of words: what stands in every text in which one finds something."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]  # as expressions read themselves
from re import _parser  # type: ignore[attr-defined]  # as above
from typing import Any, NamedTuple, TypeAlias

from firstlesson.checks import run_checks
from firstlesson.checks._expressions import DIGIT, all_expressions, key_of
from firstlesson.course import load

TINY = Path(__file__).resolve().parent.parent / "tests" / "tiny"
_MOST = 150
"""Of how many texts it is told that a part finds just these."""
_GROUPS = 4
"""How many groups of a way are kept: more find hardly less."""
_WAYS = 8
"""In how many ways two parts together are told, if both are told in several."""
_PHRASES = 24
"""Of more phrases only the longest words are told."""
_LETTERS = 3
"""Shorter words say little by themselves: `2 h`."""
_SIGN = 4
"""A sign is as rare as a word of so many letters."""
_WORD = re.compile(r"\w+|[^\w\s]+")


class _Found(NamedTuple):
    """What a part of an expression finds."""

    whole: frozenset[str] | None
    """All that it can find, where that is a small number of texts."""
    ways: tuple[_Way, ...]
    """Where it is not: the ways in which it finds something."""


_Group: TypeAlias = frozenset[str]
_Way: TypeAlias = tuple[_Group, ...]
"""Of each group, one piece stands in whatever is found in this way."""
_EMPTY: _Group = frozenset([""])
_ANYTHING = _Found(None, ((),))


def pieces() -> str:
    """The text of `pieces.json`: for every expression that a check asks for, its pieces."""
    course, loaded = load(TINY)
    run_checks(course, loaded, today=dt.date(2026, 1, 1))
    found = {key_of(written): pieces_of(written) for written in all_expressions()}
    rows = [f"{json.dumps(key)}: {_row(one)}" for key, one in sorted(found.items()) if one]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _row(ways: object) -> str:
    return json.dumps(ways, ensure_ascii=False, separators=(",", ":"))


def pieces_of(written: str) -> list[list[list[str]]]:
    """The ways in which an expression finds something; none where one of them is by no piece."""
    parsed = _parser.parse(written)
    if parsed.state.flags & re.IGNORECASE:
        return []
    ways = [_rarest(way) for way in _in_row(parsed).ways]
    if not all(ways):
        return []
    told = [[sorted(group) for group in way] for way in _together(ways)]
    return sorted(told)


def _rarest(way: _Way) -> _Way:
    """The groups of a way that are in few texts, the rarest first; long ones by their words alone."""
    useful = {
        words if len(group) > _PHRASES else _without_longer(one.strip() for one in group)
        for group in way
        if _worth(group) > 0 and (words := _words(group))
    }
    return tuple(sorted(useful, key=lambda one: (-_worth(one), sorted(one)))[:_GROUPS])


def _together(ways: Iterable[_Way]) -> set[_Way]:
    """The ways, those of one group made into one."""
    found = set(ways)
    single = [way for way in found if len(way) == 1]
    if len(single) > 1:
        found -= set(single)
        found.add((frozenset().union(*(way[0] for way in single)),))
    return found


def _worth(group: _Group) -> float:
    """How rare its pieces are in texts: long words, and few of them."""
    words = _words(group)
    if not words or "" in words:
        return 0
    shortest = min(len(one) if one[0].isalnum() else _SIGN for one in words)
    return shortest - len(words) / _MOST if shortest > 1 else 0


def _words(group: _Group) -> _Group:
    """Each of its pieces by its longest word or sign, without those that hold another one."""
    return _without_longer(one if one == DIGIT else _word(one.strip()) for one in group)


def _word(piece: str) -> str:
    longest = max(_WORD.findall(piece), key=len, default="")
    return piece if len(longest) < _LETTERS else longest


def _without_longer(group: Iterable[str]) -> _Group:
    """A group without those that hold another one of it."""
    kept: list[str] = []
    for one in sorted(group, key=lambda one: (len(one), one)):
        if not any(other in one for other in kept):
            kept.append(one)
    return frozenset(kept)


def _in_row(parts: Iterable[tuple[Any, Any]]) -> _Found:
    """What parts find that stand one behind the other."""
    groups: list[_Group] = []
    ways: tuple[_Way, ...] = ((),)
    so_far, exact = _EMPTY, True
    for part, given in parts:
        found = _in_part(part, given)
        if found.whole is not None and len(so_far) * len(found.whole) <= _MOST:
            so_far = frozenset(a + b for a in so_far for b in found.whole)
            continue
        exact = False
        groups.append(so_far)
        so_far = found.whole or _EMPTY
        if found.whole is None:
            if len(ways) * len(found.ways) > _WAYS:
                fewer, ways = sorted((ways, found.ways), key=len)
                groups.extend(_in_one(fewer))
            else:
                ways = tuple((*one, *other) for one in ways for other in found.ways)
    told = tuple(group for group in (*groups, so_far) if "" not in group)
    return _Found(so_far if exact else None, tuple((*way, *told) for way in ways))


def _in_one(ways: Sequence[_Way]) -> _Way:
    """Several ways as one: of each the rarest of its groups."""
    if len(ways) == 1 or not all(ways):
        return ways[0] if len(ways) == 1 else ()
    rarest = [max(way, key=lambda one: (_worth(one), sorted(one))) for way in ways]
    return (frozenset().union(*rarest),)


def _in_part(part: Any, given: Any) -> _Found:  # noqa: ANN401  # the parser's own tree
    if part is op.LITERAL:
        return _of([chr(given)])
    if part is op.IN:
        return _in_class(given)
    if part is op.BRANCH:
        return _in_branches([_in_row(one) for one in given[1]])
    if part is op.SUBPATTERN:
        return _ANYTHING if given[1] & re.IGNORECASE else _in_row(given[3])
    if part is op.ATOMIC_GROUP:
        return _in_row(given)
    if part in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeated(given[0], given[1], _in_row(given[2]))
    if part in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return _of([""])
    return _ANYTHING


def _of(texts: Iterable[str]) -> _Found:
    whole = frozenset(texts)
    return _Found(whole, ((),) if "" in whole else ((whole,),))


def _in_class(given: Sequence[tuple[Any, Any]]) -> _Found:
    if all(part is op.LITERAL for part, _ in given):
        return _of(chr(one) for _, one in given)
    if list(given) == [(op.CATEGORY, op.CATEGORY_DIGIT)]:
        return _Found(None, ((frozenset([DIGIT]),),))
    return _ANYTHING


def _in_branches(branches: Sequence[_Found]) -> _Found:
    wholes = [one.whole for one in branches if one.whole is not None]
    if len(wholes) == len(branches) and sum(map(len, wholes)) <= _MOST:
        return _of(frozenset().union(*wholes))
    return _Found(None, tuple(_together(way for one in branches for way in one.ways)))


def _repeated(least: int, most: int, found: _Found) -> _Found:
    if found.whole is not None and most == 1:
        return _of(found.whole | _EMPTY) if not least else found
    return _Found(None, found.ways) if least else _ANYTHING
