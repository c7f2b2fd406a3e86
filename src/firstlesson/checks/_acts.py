"""Advice by what is done to whom, whatever the words: read from the `acts.yml` of a family.

A rule there says whom it concerns (`audience`), what harms nobody (`unless`), what must stand
beside it (`needs`), and names rows of its word lists: see `_rows.py`. A deed counts as advice
unless it is forbidden, quoted, told of somebody else, only a case, or named to be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from firstlesson.checks._index import index_of
from firstlesson.checks._phrases import phrase_hits, sentences_told
from firstlesson.checks._registry import Finding
from firstlesson.checks._rows import Row, one_of, row_of
from firstlesson.checks._sentences import Said, said_in
from firstlesson.checks._verbs import told_in
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Text


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    message: Text
    hint: Text
    rows: Mapping[str, tuple[Row, ...]]
    unless: Mapping[str, re.Pattern[str] | None]
    needs: Mapping[str, re.Pattern[str] | None]
    audiences: frozenset[str]
    asks: bool


def advice_in(course: Course, family: str, code: str) -> Iterator[Finding]:
    """What the phrases and the acts of a code find in all texts of a course."""
    for _, finding in advice_hits(course, family, code):
        yield finding


def advice_hits(course: Course, family: str, code: str) -> Iterator[tuple[Said, Finding]]:
    """As `advice_in`, each with the text in which it stands."""
    yield from phrase_hits(course, family, code)
    yield from act_hits(course, family, code)


def act_hits(course: Course, family: str, code: str) -> Iterator[tuple[Said, Finding]]:
    """What the rules of a code find in all texts of a course, at most once in a sentence."""
    for rule, said, start, end in dict(_all_found(course))[family]:
        if rule.code == code:
            yield said, Finding(said.span(start, end), rule.message, rule.hint)


_Hit = tuple[_Rule, Said, int, int]


@once_for_a_course
def _all_found(course: Course) -> Iterator[tuple[str, list[_Hit]]]:
    told = set().union(*(sentences_told(course, family) for family in ("terms", "truth")))
    for family in ("terms", "truth"):
        yield family, list(_found(course, family, told))


def _found(course: Course, family: str, told: set[tuple[int, int]]) -> Iterator[_Hit]:
    waiting: dict[int, list[tuple[_Rule, str, Row]]] = {}
    for rule in _rules(family):
        for language, rows in rule.rows.items():
            index = index_of(course, language)
            for row in rows:
                for number in set.intersection(*map(index.texts_with, reversed(row.keys))):
                    waiting.setdefault(number, []).append((rule, language, row))
    texts = said_in(course)
    for number in sorted(waiting):
        for rule, language, row in waiting[number]:
            yield from _hits(rule, language, row, texts[number], told)


def _hits(
    rule: _Rule, language: str, row: Row, said: Said, told: set[tuple[int, int]]
) -> Iterator[_Hit]:
    if rule.audiences and (said.audience or "docs") not in rule.audiences:
        return
    for match in row.say.finditer(said.folded):
        first, last = said.sentence_at(match.start())
        if (id(said), first) in told or match.end() > last:
            continue
        unless, needs = rule.unless[language], rule.needs[language]
        if unless and unless.search(said.folded, first, last):
            continue
        if needs and not needs.search(said.folded, first, last):
            continue
        if _is_advice(rule, row, said, match):
            told.add((id(said), first))
            yield rule, said, *match.span()


def _is_advice(rule: _Rule, row: Row, said: Said, match: re.Match[str]) -> bool:
    places = [match.start(name) for name, found in match.groupdict().items() if found]
    start = places[0]
    first, last = said.sentence_at(start)
    if said.is_question(start):
        if _is_offer(said, first, last):
            return not said.rejected and not said.is_quoted(start)
        if not rule.asks:
            return False
    if row.tells and (_is_of_another(said, start) or _is_rejected(said, match, last)):
        return False
    return not all(map(said.is_case, places)) and said.is_meant(start, match.end())


def _is_offer(said: Said, first: int, last: int) -> bool:
    """Whether a question only dresses up advice: `why not …?`."""
    return bool(told_in(said.language).offer.search(said.folded, first, last))


def _is_of_another(said: Said, start: int) -> bool:
    """Whether the sentence tells what somebody else does, not what is to be done."""
    head = said.folded[said.sentence_at(start)[0] : start]
    clause = re.split(r"[,;:]", head)[-1]
    return bool(told_in(said.language).another.search(clause))


def _is_rejected(said: Said, match: re.Match[str], last: int) -> bool:
    """Whether a deed that is only named is judged: `confronting them is dangerous`."""
    words = told_in(said.language)
    deed = next(found for found in match.groupdict().values() if found)
    return bool(words.named.match(deed) and words.bad.search(said.folded, match.end(), last))


@cache
def _rules(family: str) -> tuple[_Rule, ...]:
    data = word_list(family, "acts")
    return tuple(_rule(entry, data["lists"]) for entry in data["rules"])


def _rule(entry: Mapping[str, Any], lists: Mapping[str, Mapping[str, str]]) -> _Rule:
    own = [language for language in lists if language in entry]

    def anywhere(key: str) -> dict[str, re.Pattern[str] | None]:
        return {one: one_of(entry.get(key, {}).get(one, ""), one) for one in own}

    return _Rule(
        entry["code"],
        Text(**entry["message"]),
        Text(**entry["hint"]),
        {one: tuple(row_of(row, lists[one], one) for row in entry[one]) for one in own},
        anywhere("unless"),
        anywhere("needs"),
        frozenset(str(entry.get("audience", "")).split()),
        entry.get("asks") == "true",
    )
