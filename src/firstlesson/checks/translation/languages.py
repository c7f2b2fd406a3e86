"""Texts that stand in the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._index import Texts, index_of, numbers_of
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordings import spread, wordings
from firstlesson.checks.translation._own_words import own_words
from firstlesson.checks.translation._sides import side_by_side
from firstlesson.checks.translation._which_language import (
    NAMES,
    WORD,
    folded_words,
    hits,
    holds,
    is_albanian,
    is_in,
    words_known,
)
from firstlesson.checks.translation.marked_language import without_marked
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.course.texts import ReaderText
from firstlesson.diagnostics import Edit, Fix, Severity, Text
from firstlesson.span import Span

_HALVED = re.compile(r"[^\w\s](?<=[^\W\d_].)[^\w\s]*[^\W\d_]")
"""A sign inside a word, which may be one word to a listener: `wo**rd**`."""
_SENTENCE = re.compile(r"[^.!?\n]*(?:\n[^.!?\n]*)*[.!?]*")
_GUESSED = ("drawn", "told")
"""Texts whose language is known by their words only."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A text in another language than it should be, and where that begins and ends."""

    text: ReaderText
    language: str
    start: int
    end: int


@check(
    "TRN019",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush lexon gjuhën tjetër nuk e kupton këtë pjesë; shpesh është një kopje që mbeti pa përkthyer.",
        en="Anyone who reads the other language does not understand this part; often it is a copy left untranslated.",
    ),
)
def wrong_language(course: Course) -> Iterator[Finding]:
    """A text is in the language of its file or key; one finding where a whole file is not."""
    judged = _judged(course)
    for path, wrong in judged.wrong.items():
        if (
            len(wrong) > 2
            and path.endswith(".md")
            and 2 * len(wrong) > _number_judged(course, path)
        ):
            first = wrong[0]
            name = NAMES.get(first.language, Text(sq=first.language, en=first.language))
            yield Finding(
                first.text.span(first.start, first.end),
                Text(sq=f"ky skedar është {name.sq}", en=f"this file is in {name.en}"),
                Text(
                    sq="përkthejeni, ose jepini emrin e gjuhës së tij",
                    en="translate it, or give it the name of its language",
                ),
            )
            continue
        for one in wrong:
            name = NAMES.get(one.language, Text(sq=one.language, en=one.language))
            yield Finding(
                one.text.span(one.start, one.end),
                Text(sq=f"ky tekst është {name.sq}", en=f"this text is in {name.en}"),
                Text(
                    sq="përkthejeni; një titull ose një fjalë tjetri vihet në thonjëza",
                    en="translate it; a title or another's words stand in quotation marks",
                ),
            )


@check(
    "TRN020",
    severity=Severity.ERROR,
    why=Text(
        sq="Të dy lexuesit marrin tekstin e tjetrit.",
        en="Each of the two readers gets the other's text.",
    ),
)
def languages_swapped(course: Course) -> Iterator[Finding]:
    """Two texts that stand side by side are each in its own language."""
    for first, second in _judged(course).swapped:
        a, b = (one.span(0, len(one.text)) for one in (first, second))
        given, other = _as_typed(first), _as_typed(second)
        title = Text(sq="ndërrojini vendet", en="swap them")
        yield Finding(
            a,
            Text(
                sq=f"`{first.language}` dhe `{second.language}` kanë ndërruar vendet",
                en=f"`{first.language}` and `{second.language}` have changed places",
            ),
            Text(sq="ndërrojini", en="swap them"),
            Fix(title, (Edit(a, other), Edit(b, given)), safe=False) if given and other else None,
            related=(b,),
        )


@check(
    "TRN021",
    severity=Severity.WARNING,
    why=Text(
        sq="I njëjti tekst në të dyja gjuhët është zakonisht një përkthim që mbeti për më vonë.",
        en="The same text in both languages is usually a translation put off until later.",
    ),
)
def same_in_both(course: Course) -> Iterator[Finding]:
    """A text of more than three words is not the same in both languages, unless it is a name."""
    for text in _judged(course).same:
        yield Finding(
            text.span(0, len(text.text)),
            Text(
                sq="ky tekst është njësoj në të dyja gjuhët",
                en="this text is the same in both languages",
            ),
            Text(
                sq="përkthejeni; nëse është një emër, le të nisë çdo fjalë me shkronjë të madhe",
                en="translate it; if it is a name, let every word begin with a capital",
            ),
        )


@dataclass(frozen=True, slots=True)
class _Judged:
    wrong: dict[str, list[_Wrong]]
    """By file."""
    swapped: list[tuple[ReaderText, ReaderText]]
    same: list[ReaderText]

    def add(self, text: ReaderText, wrong: _Wrong | None) -> None:
        """Takes in what was found in a text."""
        if wrong:
            self.wrong.setdefault(text.path, []).append(wrong)


def _judged(course: Course) -> _Judged:
    """All texts, judged once for the three checks."""
    return _once(course)[0]


@once_for_a_course
def _once(course: Course) -> tuple[_Judged]:
    return (_judge(course),)


def _judge(course: Course) -> _Judged:
    judged = _Judged({}, [], [])
    labels = _foreign_labels(course)
    strange = set()
    """The texts that may be wrong, by their `id`."""
    for text in _with_strange_words(course):
        strange.add(id(text))
        if _is_judged(text) and text.kind != "short":
            judged.add(text, _wrong_in(text, labels.get(text.path, frozenset()), course))
    languages = words_known().keys()
    for texts in side_by_side(course):
        known = [text for text in texts if text.language in languages]
        if not known:
            continue
        first, *others = known
        alike = others and len({" ".join(one.text.split()) for one in known}) == 1
        if not alike and strange.isdisjoint(map(id, known)):
            continue  # as nearly all
        if len(others) == 1 and id(first) in strange and _changed_places(first, others[0]):
            judged.swapped.append((first, others[0]))
            continue
        found = [
            (text, _wrong_in(text, frozenset(), course) if id(text) in strange else None)
            for text in known
        ]
        if alike and not any(wrong for _, wrong in found):
            copied = _copied(others[-1], course)
            if copied is True:
                judged.same.append(others[-1])
            found = [(others[-1], copied or None)] if copied is not True else []
        for text, wrong in found:
            judged.add(text, wrong)
    return judged


def _is_judged(text: ReaderText) -> bool:
    return text.language in words_known() and text.kind not in _GUESSED


def _number_judged(course: Course, path: str) -> int:
    """How many texts of a file of prose are judged."""
    return sum(_is_judged(said.text) for said in texts_by_file(course)[path])


def _with_strange_words(course: Course) -> Iterator[ReaderText]:
    """The texts in which a word or letter of another language may stand."""
    held: Texts = 0
    for language in words_known():
        strange = folded_words(next((one for one in words_known() if one != language), ""))
        index = index_of(course, language)
        held |= index.texts_of(
            one for one in index.words if not strange.isdisjoint(WORD.findall(one))
        )
    numbers = {*numbers_of(held)}
    for number, one in enumerate(wordings(course)):
        if (one.language != "sq" and _holds_albanian_letter(one.text)) or (
            len(one.folded) != len(one.text) and _HALVED.search(one.text)
        ):
            numbers.add(number)
    return (said.text for said, _ in spread(course, dict.fromkeys(numbers)))


def _holds_albanian_letter(text: str) -> bool:
    return not text.isascii() and ("ë" in text or "ç" in text or "Ë" in text or "Ç" in text)


def _wrong_in(text: ReaderText, labels: frozenset[str], course: Course) -> _Wrong | None:
    """The first stretch of a text that is clearly in the other language, and does not say so."""
    other = next((one for one in words_known() if one != text.language), "")
    if not holds(text.text, other):
        return None
    plain = without_marked(own_words(text.text, labels), text.path, other, course)
    first = last = -1
    for match in _SENTENCE.finditer(plain):
        if not match[0].strip():
            continue
        if is_in(match[0], other, text.language):
            first = match.start() if first < 0 else first
            last = match.end()
        elif first >= 0:
            break
    if first < 0:
        return None
    first += len(plain[first:last]) - len(plain[first:last].lstrip())
    return _Wrong(text, other, first, first + len(plain[first:last].rstrip()))


def _changed_places(first: ReaderText, second: ReaderText) -> bool:
    """Whether each of two texts is in the other's language."""
    one, two = WORD.findall(first.text), WORD.findall(second.text)
    if len(one) < 2 or len(two) < 2:
        return False
    return (
        hits(one, second.language) > 0
        and hits(one, first.language) == 0
        and hits(two, first.language) > 0
        and hits(two, second.language) == 0
        and " ".join(one) != " ".join(two)
    )


def _copied(text: ReaderText, course: Course) -> _Wrong | bool:
    """What a text that is the same in both languages is: in one of them, perhaps a copy, or a name."""
    plain = own_words(text.text, frozenset())
    found = WORD.findall(plain)
    lower = [word for word in found if word.islower()]
    long = len(found) > 3 and len(lower) > 2
    if not long and not (len(lower) > 1 and any(map(is_albanian, lower))):
        return False
    if text.path == "data/sources.yml" or text.route[-2] == "alternateName":
        return False
    for language in course.languages:
        other = next((one for one in words_known() if one != language), "")
        if language in words_known() and is_in(plain, language, other, least=2, share=0.2):
            wrong = next(one for one in course.languages if one != language)
            document = text.document
            route = (*text.route[:-1], wrong)
            if document is not None and route in document.values:
                text = ReaderText(
                    text.text, wrong, text.path, text.owner, text.audience, text.kind,
                    text.section, document=document, route=route,
                )  # fmt: skip
            return _Wrong(text, language, 0, len(text.text))
    return True


def _foreign_labels(course: Course) -> dict[str, frozenset[str]]:
    """For each file the words of links to sources and other sites: titles in any language."""
    return {
        prose.path: frozenset(
            link.text
            for link in prose.document.links
            if link.target.startswith(("source:", "http://", "https://"))
        )
        for prose in course.prose
    }


def _as_typed(text: ReaderText) -> str:
    """A text as it can be written elsewhere in the file; empty where that is not sure."""
    if text.document is None:
        return ""
    span: Span = text.document.span(*text.route)
    if span.line != span.end_line:
        return ""
    row = text.document.text.split("\n")[span.line - 1]
    return row[span.column - 1 : span.end_column - 1]
