"""The words that the glossary discourages, in all their forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial, reduce
from operator import and_

from firstlesson.checks._index import index_of, numbers_of
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said, fold
from firstlesson.checks._wordings import spread, wordings
from firstlesson.checks._wordlists import word_list
from firstlesson.checks.terms._forms import forms_of
from firstlesson.course.model import Course
from firstlesson.diagnostics import Edit, Fix, Severity, Text
from firstlesson.schema import Term


@check(
    "TRM001",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Disa fjalë e bëjnë fajtor fëmijën që u lëndua ose e zbukurojnë dhunën. Cilat janë dhe pse, thuhet te "
        "`data/glossary.yml`.",
        en="Some words make the harmed child guilty or prettify violence. Which they are and why stands in "
        "`data/glossary.yml`.",
    ),
)
def forbidden_word(course: Course) -> Iterator[Finding]:
    """A word that must not be used, except where a law is quoted or the word itself is discussed."""
    yield from (finding for grave, finding in _found(course) if grave)


@check(
    "TRM002",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Fjalori zgjedh fjalë që nuk frikësojnë, nuk fajësojnë dhe kuptohen; secila arsye qëndron pranë fjalës.",
        en="The glossary chooses words that do not frighten, do not blame and are understood; each reason stands "
        "beside its word.",
    ),
)
def discouraged_word(course: Course) -> Iterator[Finding]:
    """A word that the glossary advises against."""
    yield from (finding for grave, finding in _found(course) if not grave)


@dataclass(frozen=True, slots=True)
class _Word:
    """One discouraged word of a term."""

    word: str
    term: Term
    reason: Text
    grave: bool
    form: Callable[[], re.Pattern[str]]
    """All its forms; an expression is made only where a text may hold it."""
    keys: tuple[str, ...]
    """Beginnings of its words: a text that holds it holds all of them."""
    near: re.Pattern[str] | None


_last: list[tuple[Course, list[tuple[bool, Finding]]]] = []


def _found(course: Course) -> list[tuple[bool, Finding]]:
    if not _last or _last[0][0] is not course:
        _last[:] = [(course, list(_search(course)))]
    return _last[0][1]


def _search(course: Course) -> Iterator[tuple[bool, Finding]]:
    waiting: dict[int, list[_Word]] = {}
    for language in course.languages:
        index = index_of(course, language)
        for one in _words(course, language):
            some = reduce(and_, (index.texts_with((key,)) for key in one.keys))
            for number in numbers_of(some):
                waiting.setdefault(number, []).append(one)
    wording, held = wordings(course), {}
    for number, words in waiting.items():
        if found := [one for one in words if one.form().search(wording[number].folded)]:
            held[number] = found
    for said, found in spread(course, held):
        taken: list[tuple[int, int]] = []
        for one in found:
            for match in one.form().finditer(said.folded):
                start, end = match.span()
                if any(a < end and start < b for a, b in taken):
                    continue
                taken.append((start, end))
                if one.near and not one.near.search(
                    f"{said.context} {said.previous} {said.folded}"
                ):
                    continue
                if not said.is_mentioned(start, end) and not _is_name(said, one, start, end):
                    yield one.grave, _finding(said, one, start, end)


def _words(course: Course, language: str) -> list[_Word]:
    """The discouraged words of a language, long ones first."""
    lists = word_list("terms", "words")
    grave = set(lists["grave"])
    grave_words = {fold(word) for word in lists["grave-words"]}
    elsewhere = {fold(word) for word in lists["elsewhere"]}
    elsewhere.update(  # a term's own name: TRM021 tells it once
        fold(term.name[language]) for term in course.terms.values() if language in term.name.root
    )
    beside = {word: near for words, near in lists["near"].items() for word in words.split(", ")}
    found = []
    for term in course.terms.values():
        for entry in term.discouraged:
            if entry.language != language:
                continue
            reason = Text(**{key: entry.reason.root.get(key, "") for key in ("sq", "en")})
            for word in entry.words:
                folded = fold(word)
                if folded in elsewhere:
                    continue
                given = lists["forms"].get(word)
                form = (
                    partial(re.compile, rf"(?<![\w-])(?:{given['say']})")
                    if given
                    else partial(forms_of, word, language)
                )
                is_grave = term.id in grave or folded in grave_words
                near = re.compile(beside[word]) if word in beside else None
                parts = [part[:4] for part in re.split(r"[\s-]+", folded)]
                long = tuple(part for part in parts if len(part) > 3) or tuple(parts[:1])
                keys = (given["has"],) if given else long
                found.append(_Word(word, term, reason, is_grave, form, keys, near))
    return sorted(found, key=lambda one: len(one.word), reverse=True)


@cache
def _law() -> re.Pattern[str]:
    return re.compile(word_list("terms", "words")["law"].replace(" ", ""))


@cache
def _titled() -> re.Pattern[str]:
    """What stands between the word for a law and the words of its title."""
    return re.compile(rf"{_law().pattern}(?:\W+\w+){{0,7}}\W*$")


def _is_name(said: Said, one: _Word, start: int, end: int) -> bool:
    """Whether it belongs to the title of a law or to an official name."""
    first, last = said.sentence_at(start)
    sentence = said.folded[first:last]
    if one.grave and _law().search(sentence) and ("porno" in sentence or "prostit" in sentence):
        return said.is_quoted(start) or bool(_titled().search(said.folded[first:start]))
    raw = said.span(start, end)
    if "xhital" in said.folded[start:end]:
        before = said.folded[first:start].strip(" \"'")
        shown = _shown(said, start, end)
        return bool(before) and shown[:1].isupper() and raw.line == raw.end_line
    return False


def _shown(said: Said, start: int, end: int) -> str:
    """The words as they stand in the file."""
    text = said.text.text
    position = said.source(start)
    return text[position : said.source(end - 1) + 1]


def _finding(said: Said, one: _Word, start: int, end: int) -> Finding:
    shown = _shown(said, start, end)
    name = one.term.name.root
    message = Text(
        sq=f"këtë fjalë nuk e përdorim: “{shown}”", en=f"a word that we do not use: “{shown}”"
    )
    preferred = name.get(said.language, "")
    mended = _mended(shown)
    hint = (
        Text(sq=f"shkruani “{mended}”. {one.reason.sq}", en=f"write “{mended}”. {one.reason.en}")
        if mended
        else Text(
            sq=f"thuhet “{preferred}”. {one.reason.sq}", en=f"say “{preferred}”. {one.reason.en}"
        )
    )
    fix = None
    if mended:
        title = Text(sq=f"shkruani “{mended}”", en=f"write “{mended}”")
        fix = Fix(title, (Edit(said.span(start, end), mended),), safe=True)
    return Finding(said.span(start, end), message, hint, fix)


_MENDED = (
    (re.compile(r"(?<=[dD])ixhi(?=tal)"), "igji"),
    (re.compile(r"(?<=[dD])IXHI(?=TAL)"), "IGJI"),
    (re.compile(r"\b([bB])ul+iz(?:im|em|ëm)\b"), r"\1ullizëm"),
    (re.compile(r"\b([bB])ul+iz(?:im|em|ëm|m)(?=\w)"), r"\1ullizm"),
)


def _mended(shown: str) -> str:
    """The right spelling where only the spelling is wrong; else nothing."""
    for wrong, right in _MENDED:
        if wrong.search(shown):
            return wrong.sub(right, shown)
    return ""
