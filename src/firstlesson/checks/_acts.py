"""Advice by what is done to whom, whatever the words: read from the `acts.yml` of a family.

A rule there says whom it concerns (`audience`), what harms nobody (`unless`), what must stand
beside it (`needs`; with `near`, in the sentence before too; with `near: around`, in all that was said
before in the text, in the text before, the heading or the question; with `about`, nothing in a lesson
or protocol on that topic or of that name; with `plain`, nothing that says no may), and names rows of
its word lists (see `_rows.py`): `verb thing 5` is a deed and its object, at most
five words apart, in all forms of the verb and all orders of a sentence; `= one other 5` two lists as
they stand, `~ one other 5` in either order, `& one other` anywhere in a sentence, `! one` a single
list. `@other` in a list, in `unless` or `needs` stands for the entries of another list. A deed counts
as advice unless it is forbidden, quoted, told of somebody else, only a case, or named to be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from firstlesson.checks._index import numbers_of
from firstlesson.checks._negation import negation_in
from firstlesson.checks._orders import Found, Row, Spans, found_in, row_of, spans_in
from firstlesson.checks._phrases import OF_DEEDS, phrase_hits, sentences_told
from firstlesson.checks._registry import Finding
from firstlesson.checks._rows import Entries, entries_of, held_in
from firstlesson.checks._sentences import Said
from firstlesson.checks._topics import Topics, topics_of
from firstlesson.checks._verbs import told_in
from firstlesson.checks._wordings import spread, wordings
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
    unless: Mapping[str, str]
    needs: Mapping[str, Entries]
    near: str
    """Where else what it needs may stand: `true` in the sentence before, `around` anywhere before."""
    about: str
    """In a lesson or protocol on this topic, or of this name, it needs nothing."""
    audiences: frozenset[str]
    asks: bool
    plain: bool
    """It is found only where nothing in the sentence says no."""


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
    for family in ("terms", "truth", "privacy"):
        yield family, list(_found(course, family, told))


def _found(course: Course, family: str, told: set[tuple[int, int]]) -> Iterator[_Hit]:
    waiting: dict[int, list[tuple[_Rule, str, Row]]] = {}
    holders = cache(partial(held_in, course))
    for rule in _rules(family):
        for language, rows in rule.rows.items():
            needs = rule.needs[language]
            wide = rule.near == "around" or not needs.written
            some = -1 if wide else holders(needs).texts
            for row in rows if some else ():
                for number in numbers_of(row.texts(holders) & some):
                    waiting.setdefault(number, []).append((rule, language, row))
    wording, held = wordings(course), {}
    topics = topics_of(course)
    for number, some_rows in waiting.items():
        where = spans_in(wording[number].folded, number, holders)
        if found := list(_held_by(wording[number].folded, some_rows, where)):
            held[number] = (found, where)
    for said, (found, where) in spread(course, held):
        for rule, language, row, one in found:
            if rule.audiences and (said.audience or "docs") not in rule.audiences:
                continue
            first, last = said.sentence_at(one.start)
            if (
                (id(said), first) not in told
                and one.end <= last
                and _is_meant(rule, language, said, first, last, topics)
                and _is_advice(rule, row, said, one)
                and not (rule.plain and _is_denied(row, said, one, where))
                and not (rule.code in OF_DEEDS and said.is_told_of(one.places[0]))
            ):
                told.add((id(said), first))
                yield rule, said, one.start, one.end


def _held_by(
    folded: str, rows: Sequence[tuple[_Rule, str, Row]], where: Spans
) -> Iterator[tuple[_Rule, str, Row, Found]]:
    """The rows that stand in a text, and where."""
    for rule, language, row in rows:
        for found in found_in(folded, row, where):
            yield rule, language, row, found


def _is_meant(
    rule: _Rule, language: str, said: Said, first: int, last: int, topics: Topics
) -> bool:
    """Whether the sentence holds what the rule needs, and nothing that makes it harmless."""
    unless, needs = entries_of(rule.unless[language], language), rule.needs[language]
    if unless.stand_in(said.folded, first, last):
        return False
    if not needs.written or rule.about in topics.get(said.text.owner, ()):
        return True
    if rule.near and first:
        first = 0 if rule.near == "around" else said.sentence_at(first - 1)[0]
    if needs.stand_in(said.folded, first, last):
        return True
    return rule.near == "around" and any(
        needs.stand_in(one, 0, len(one)) for one in (said.previous, said.context)
    )


def _is_advice(rule: _Rule, row: Row, said: Said, found: Found) -> bool:
    start = found.places[0]
    first, last = said.sentence_at(start)
    if said.is_urged(start, found.end):
        return True
    if said.is_question(start):
        if _is_offer(said, first, last):
            return not said.rejected and not said.is_quoted(start)
        if not rule.asks:
            return False
    if row.tells and _is_only_named(said, start, first, last):
        return False
    if row.tells and (_is_of_another(said, start) or _is_rejected(said, found, last)):
        return False
    if not row.tells and _is_judged(said, found, last):
        return False
    if (not row.tells or found.start < start) and _is_refused(rule, said, found):
        return False
    if _is_undone(said, found, last) or _is_named_as_harm(said, found, first, last):
        return False
    is_case = said.is_case if row.tells else said.is_supposed
    if any(said.is_quoted(one) and said.is_only_quoted(one, one + 1) for one in found.places[1:]):
        return False
    return not all(map(is_case, found.places)) and said.is_meant(start, found.end)


def _is_denied(row: Row, said: Said, found: Found, where: Spans) -> bool:
    """Whether the sentence says no to what is found, but by the words of the lists themselves."""
    own = [span for one in row.lists for span in where(one)]
    return said.is_denied_in(found.end, own)


def _is_only_named(said: Said, start: int, first: int, last: int) -> bool:
    """Whether a deed is a mere name, of which nothing good is said: `a search of the phone`."""
    words = told_in(said.language)
    return bool(
        words.noun.match(said.folded, start) and not words.praise.search(said.folded, first, last)
    )


def _is_offer(said: Said, first: int, last: int) -> bool:
    """Whether a question only dresses up advice: `why not …?`."""
    return bool(told_in(said.language).offer.search(said.folded, first, last))


def _is_of_another(said: Said, start: int) -> bool:
    """Whether the sentence tells what somebody else does, not what is to be done."""
    head = said.folded[said.sentence_at(start)[0] : start]
    clause = re.split(r"[,;:]", head)[-1]
    words = told_in(said.language)
    return bool(words.another.search(clause)) and not words.exemplary.search(head)


def _is_rejected(said: Said, found: Found, last: int) -> bool:
    """Whether a deed that is only named is judged: `confronting them is dangerous`."""
    words = told_in(said.language)
    if not words.named.match(said.folded, found.places[0]):
        head = said.folded[said.sentence_at(found.start)[0] : found.places[0]]
        if not words.to_do.fullmatch(head):
            return False
        clause = words.why.search(said.folded, found.end, last)
        last = clause.start() if clause else last
    return bool(
        words.bad.search(said.folded, found.end, last)
        and words.bad.search(said.without_granted(found.end, last))
    )


def _is_judged(said: Said, found: Found, last: int) -> bool:
    """Whether what is named is rejected by its own predicate: `mediation is never an option`."""
    start = found.places[0] + 1 if len(found.places) > 1 else found.end
    aside = _ASIDE.match(said.folded, found.end, last)
    clause = _CLAUSE.search(said.folded, aside.end() if aside else found.end, last)
    end = clause.start() if clause else last
    judged = told_in(said.language).judged
    return bool(
        judged.search(said.folded, start, end) and judged.search(said.without_granted(start, end))
    )


def _is_refused(rule: _Rule, said: Said, found: Found) -> bool:
    """Whether a predicate behind an advice says no."""
    if rule.code.startswith("TXT"):
        return False  # a figure stays one: `half of them do not tell`
    return said.is_refused(found.end) and not _says_no(said, found)


def _is_undone(said: Said, found: Found, last: int) -> bool:
    """Whether what follows says that it is not done: `tell him nothing`, `so no meeting is booked`."""
    words = told_in(said.language)
    return bool(
        (words.nothing.match(said.folded, found.end, last) and not _says_no(said, found))
        or words.so_not.search(said.folded, found.start, last)
    )


def _says_no(said: Said, found: Found) -> bool:
    """Whether a no is part of what is found, so that another one only stresses it."""
    denial = negation_in(said.language).denial
    return bool(denial.search(said.folded, found.start, found.end))


def _is_named_as_harm(said: Said, found: Found, first: int, last: int) -> bool:
    """Whether the sentence names something and says that it harms: `asking her again can harm`."""
    words = told_in(said.language)
    if not words.named.match(said.folded[first:last].lstrip()):
        return False
    clause = words.reason.search(said.folded, found.end, last)
    end = clause.start() if clause else last
    behind = said.without_granted(found.end, end)
    return any(one.search(behind) for one in (words.harms, words.judged))


_CLAUSE = re.compile(r"[,:]")
_ASIDE = re.compile(r", [^,:]{1,40},")
"""What is only put in: `saving it, even as evidence, is a mistake`."""


@cache
def _rules(family: str) -> tuple[_Rule, ...]:
    data = word_list(family, "acts")
    lists = {
        language: {name: filled(written, of_language) for name, written in of_language.items()}
        for language, of_language in data["lists"].items()
    }
    return tuple(_rule(entry, lists) for entry in data["rules"])


def filled(written: str, lists: Mapping[str, str]) -> str:
    """A list with the entries of those that it names by `@`."""
    while _NAME.search(written):
        written = _NAME.sub(lambda name: lists[name[1]], written)
    return written


_NAME = re.compile(r"@([\w-]+)")


def _rule(entry: Mapping[str, Any], lists: Mapping[str, Mapping[str, str]]) -> _Rule:
    own = [language for language in lists if language in entry]

    def anywhere(key: str) -> dict[str, str]:
        return {one: filled(entry.get(key, {}).get(one, ""), lists[one]) for one in own}

    return _Rule(
        entry["code"],
        Text(**entry["message"]),
        Text(**entry["hint"]),
        {one: tuple(row_of(row, lists[one], one) for row in entry[one]) for one in own},
        anywhere("unless"),  # few are ever asked for
        {one: entries_of(needed, one) for one, needed in anywhere("needs").items()},
        str(entry.get("near", "")),
        str(entry.get("about", "")),
        frozenset(str(entry.get("audience", "")).split()),
        entry.get("asks") == "true",
        entry.get("plain") == "true",
    )
