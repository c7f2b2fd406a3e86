"""Phrases that a text must not say, read from the `phrases.yml` of a family of checks.

Each rule there names its code, what is said to the author, and regular expressions for each
language over folded text (see `fold`). `{name}` stands for an entry of `words`. A gap of words,
`(?: \\S+){0,3}?`, never holds a negation; `(?P<at>…)` is the verb of the advice. `keys` are plain
pieces of which one must stand in a text before its rule is tried. `unless` is sought in the sentence,
`unless_near` in what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count

from firstlesson.checks._expressions import Expression, expression, first_of
from firstlesson.checks._index import Index, index_of, numbers_of
from firstlesson.checks._registry import Finding
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import Wording, spread, wordings
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course
from firstlesson.diagnostics import Text

OF_DEEDS = frozenset(("TRM010", "TRM011", "TRM015", "TRM016", "TRM017"))
"""What speaks of deeds that a story may tell, if it tells what came of them."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a rule looks for in one language."""

    keys: tuple[str, ...]
    say: tuple[Expression, ...]
    """The words of the phrase, in all its forms."""
    unless: Expression | None
    """What makes its sentence harmless."""
    near: Expression | None
    """What makes it harmless where the words around it speak of it."""
    needs: Expression | None
    """What its sentence or the words around it must hold."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must not be said, in each language."""

    code: str
    message: Text
    hint: Text
    patterns: Mapping[str, _Pattern]
    audiences: frozenset[str]
    """Whom it concerns (`docs`: texts for several audiences); empty: everybody."""
    advice: str
    """`verb`: it matters only as an instruction; `case`: not where it is said of a case."""
    asks: bool
    """It is wrong as a question too."""


def phrases_in(course: Course, family: str, code: str) -> Iterator[Finding]:
    """What the rules of a code find in all texts of a course, at most once in a sentence."""
    for _, finding in phrase_hits(course, family, code):
        yield finding


def phrase_hits(course: Course, family: str, code: str) -> Iterator[tuple[Said, Finding]]:
    """As `phrases_in`, each with the text in which it stands."""
    for rule, said, start, end in _found_once(course, family):
        if rule.code == code:
            yield said, Finding(said.span(start, end), rule.message, rule.hint)


def sentences_told(course: Course, family: str) -> set[tuple[int, int]]:
    """The sentences of which the rules of a family speak: their text, and where they begin."""
    return {
        (id(said), said.sentence_at(start)[0]) for _, said, start, _ in _found_once(course, family)
    }


_Hit = tuple[_Rule, Said, int, int]
_last: list[tuple[Course, dict[str, list[_Hit]]]] = []


def _found_once(course: Course, family: str) -> list[_Hit]:
    if not _last or _last[0][0] is not course:
        _last[:] = [(course, {})]
    found = _last[0][1]
    if family not in found:
        found[family] = list(_found(course, family))
    return found[family]


def _found(course: Course, family: str) -> Iterator[_Hit]:
    wording = wordings(course)
    held: dict[int, list[tuple[_Rule, _Pattern, list[Expression]]]] = {}
    for rule in _rules(family):
        for language, pattern in rule.patterns.items():
            index = index_of(course, language)
            for number, forms in _forms_in(pattern, index, wording).items():
                if first_of(forms, wording[number].folded):
                    held.setdefault(number, []).append((rule, pattern, forms))
    for said, rules in spread(course, held):
        told: set[tuple[str, int]] = set()
        for rule, pattern, forms in rules:
            if not rule.audiences or (said.audience or "docs") in rule.audiences:
                yield from _hits(rule, pattern, forms, said, told)


def _forms_in(
    pattern: _Pattern, index: Index, wording: Sequence[Wording]
) -> dict[int, list[Expression]]:
    """The texts that hold one of the keys, each with the forms of the phrase that it may hold."""
    found: dict[int, list[Expression]] = {}
    inside = index.texts_with(pattern.keys)
    for form in pattern.say if inside else ():
        for number in numbers_of(index.texts_for(form, inside)):
            found.setdefault(number, []).append(form)
    signs = [key for key in pattern.keys if not key.isalnum()]
    if not found or not signs:
        return found
    sure = set(numbers_of(index.texts_with(key for key in pattern.keys if key.isalnum())))
    return {
        number: forms
        for number, forms in found.items()
        if number in sure or any(key in wording[number].folded for key in signs)
    }


def _matches(forms: Sequence[Expression], text: str) -> Iterator[re.Match[str]]:
    """What is found of several expressions, as if they were the alternatives of one."""
    at = 0
    while first := first_of(forms, text, at):
        yield first
        at = max(first.end(), first.start() + 1)  # what finds nothing must not find it for ever


def _hits(
    rule: _Rule,
    pattern: _Pattern,
    forms: Sequence[Expression],
    said: Said,
    told: set[tuple[str, int]],
) -> Iterator[_Hit]:
    applies: dict[int, bool] = {}
    """By where a sentence begins; the same in one sentence may be found again and again."""
    for match in _matches(forms, said.folded):
        at = next((name for name, found in match.groupdict().items() if found), 0)
        start, end = match.span(at)
        first, last = said.sentence_at(start)
        if (rule.code, first) in told:
            continue
        if first not in applies:
            applies[first] = _applies(pattern, said, first, last)
        if not applies[first]:
            continue
        if said.is_answered_no(start) or (not rule.asks and said.is_question(start)):
            continue
        if rule.advice == "verb" and not said.is_instruction(start):
            continue
        if rule.advice == "case" and said.is_case(start):
            continue
        if rule.code in OF_DEEDS and said.is_told_of(start):
            continue
        if said.is_meant(start, end):
            told.add((rule.code, first))
            yield rule, said, *match.span()


def _applies(pattern: _Pattern, said: Said, first: int, last: int) -> bool:
    """Whether a rule has anything to say of a sentence, by what stands in it and around it."""
    sentence = said.folded[first:last]
    if pattern.needs and not pattern.needs.search(f"{said.context} {sentence}"):
        return False
    if pattern.unless and pattern.unless.search(sentence):
        return False
    return not (pattern.near and pattern.near.search(_around(said, first)))


def _around(said: Said, first: int) -> str:
    return f"{said.context} {said.previous} {said.folded[:first]}"


@cache
def _rules(family: str) -> tuple[_Rule, ...]:
    data = word_list(family, "phrases")
    return tuple(_rule(entry, data["words"]) for entry in data["rules"])


def _rule(entry: Mapping[str, object], words: Mapping[str, Mapping[str, str]]) -> _Rule:
    patterns = {}
    for language in words:
        part = entry.get(language)
        if isinstance(part, dict):
            patterns[language] = _Pattern(
                tuple(part["keys"]),
                tuple(_form(one, words[language], language) for one in part["say"]),
                _anywhere(part.get("unless"), words[language]),
                _anywhere(part.get("unless_near"), words[language]),
                _anywhere(part.get("needs"), words[language]),
            )
    message, hint = entry["message"], entry["hint"]
    assert isinstance(message, dict)  # noqa: S101  # our own file, and a test reads all of it
    assert isinstance(hint, dict)  # noqa: S101  # as above
    return _Rule(
        str(entry["code"]),
        Text(**message),
        Text(**hint),
        patterns,
        frozenset(str(entry.get("audience", "")).split()),
        str(entry.get("advice", "")),
        entry.get("asks") == "true",
    )


def _form(say: str, macros: Mapping[str, str], language: str) -> Expression:
    say = _filled(say, macros)
    say = say.replace(r"(?: \S+)", rf"(?: (?!{_NOT[language]})[^\s.!?;:]+)")
    say = say.replace(r"(?:\w+ )", rf"(?:(?!{_NOT[language]})\w+ )")
    number = count()
    say = re.sub(r"\(\?P<at>", lambda _: f"(?P<at{next(number)}>", say)
    return expression(rf"(?<![\w-])(?:{say})")


# What may not stand in a gap, as it would turn the phrase into its opposite.
_NOT = {
    "sq": r"(?:mos|nuk|s|pa|kurre|asnje|asnjehere|jo|kur|nese)\b",
    "en": r"(?:not|cannot|never|no|nor|without|nobody|\w+n't|only|if|when)\b",
}


def _filled(pattern: str, macros: Mapping[str, str]) -> str:
    for _ in range(2):  # a word may be made of words
        for name, meaning in macros.items():
            pattern = pattern.replace(f"{{{name}}}", f"(?:{meaning})")
    return pattern


def _anywhere(pattern: str | None, macros: Mapping[str, str]) -> Expression | None:
    return expression(_filled(pattern, macros)) if pattern else None
