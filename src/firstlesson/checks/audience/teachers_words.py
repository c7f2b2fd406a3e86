"""Text of the teacher in a file that pupils read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._expressions import first_of
from firstlesson.checks._index import texts_for, texts_for_each
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentence_ends import sentences_of
from firstlesson.checks._sentences import Said
from firstlesson.checks.audience._words import (
    alternatives_of,
    edition_of,
    is_for_pupils,
    pattern_of,
    patterns_of,
    texts_for_pupils,
)
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.remembered import remembered
from firstlesson.span import Span

# What stands in the teacher's text for others to read or hear.
_FOR_OTHERS = ("handout", "exit-ticket", "letter-to-parents", "letter", "cards", "worksheet")
_HEARD = ("say", "pupils", "example", "student", "parent", "task")
_LEAST_WORDS = 6
_WHOLE_PARAGRAPH = 18
_Key: TypeAlias = tuple[str, str, str]
"""The lesson, the language and the words of a sentence."""
_Place: TypeAlias = tuple[Said, int, int]
_NO_WORD = re.compile(r"[^a-z0-9]+")
# The same sign by sign, in half the time: nearly all folded texts are plain ASCII.
_NO_LETTERS = str.maketrans({sign: " " for sign in map(chr, range(128)) if _NO_WORD.match(sign)})


@check(
    "AUD006",
    severity=Severity.ERROR,
    why=Text(
        sq="Ajo që u shkruhet mësuesve (si ta drejtojnë orën, çfarë të vënë re te një fëmijë) nuk duhet të arrijë te "
        "nxënësit.",
        en="What is written to teachers (how to lead the lesson, what to notice in a child) must not reach the "
        "pupils.",
    ),
    locked=True,
)
def teachers_text_among_pupils(course: Course) -> Iterator[Finding]:
    """A sentence of the teacher's text does not stand in the pupils' text too."""
    owned = _teachers_sentences(course)
    if not owned:
        return
    teaching = {id(said) for said in texts_for(course, patterns_of("of_teaching"))}
    for said in texts_for_pupils(course):
        if said.text.kind == "heading":
            continue
        if said.text.passage is None and said.text.path.endswith("scenario.yml"):
            continue  # the same stories stand on the teacher's cards
        teaches = id(said) in teaching and _teaches(said.folded, said.language)
        owner, language, said_here = said.text.owner, said.language, _words_in(said.folded)
        if not teaches and (owner, language, said_here[0][2]) not in owned:
            continue
        sentences = [(start, end, (owner, language, words)) for start, end, words in said_here]
        known = [one for one in sentences if one[2] in owned]
        pattern = pattern_of("of_teaching", language) if known else None
        words = sum(len(key[2].split()) for _, _, key in known)
        whole = len(known) == len(sentences) > 1 and words >= _WHOLE_PARAGRAPH
        for start, end, key in known:
            if whole or (pattern and pattern.search(said.folded, start, end)):
                teachers = _at(*owned[key])
                yield Finding(
                    _at(said, start, end),
                    Text(
                        sq=f"kjo fjali është e tekstit të mësuesit ({teachers})",
                        en=f"this sentence belongs to the teacher's text ({teachers})",
                    ),
                    Text(
                        sq="hiqeni nga teksti i nxënësve",
                        en="take it out of the pupils' text",
                    ),
                    related=(teachers,),
                )
                break


@remembered(8192)
def _teaches(folded: str, language: str) -> bool:
    pattern = pattern_of("of_teaching", language)
    return bool(pattern and pattern.search(folded))


@check(
    "AUD008",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fëmijë që lexon udhëzimet e mësuesit mëson çfarë pritet prej tij, dhe ndihet i vëzhguar.",
        en="A child who reads the teacher's instructions learns what is expected of it, and feels watched.",
    ),
    locked=True,
)
def words_to_teachers_among_pupils(course: Course) -> Iterator[Finding]:
    """The pupils' text speaks to pupils, not to teachers."""
    owned = _teachers_sentences(course)
    for said, forms in texts_for_each(course, alternatives_of("to_teachers")):
        if not is_for_pupils(said, course) or said.text.block in course.audiences:
            continue
        match = first_of(forms, said.folded)
        if match and _key(said, *said.sentence_at(match.start())) not in owned:
            yield Finding(
                said.span(*_trimmed(said.folded, *match.span())),
                Text(
                    sq="këto fjalë u drejtohen mësuesve, por këtë tekst e lexojnë nxënësit",
                    en="these words speak to teachers, but pupils read this text",
                ),
                Text(
                    sq="zhvendosini te `teacher.….md`",
                    en="move them to `teacher.….md`",
                ),
            )


def _teachers_sentences(course: Course) -> dict[_Key, _Place]:
    """Sentences that only teachers have, by lesson, language and words."""
    if _last and _last[0][0] is course:
        return _last[0][1]
    owned: dict[_Key, _Place] = {}
    open_to_all: set[_Key] = set()
    files = texts_by_file(course).values()
    teachers = (texts for texts in files if edition_of(texts[0]) == "teacher")
    for said in chain.from_iterable(teachers):
        if said.text.kind == "heading":
            continue
        heard = said.text.block in _HEARD or said.text.section in _FOR_OTHERS
        quotes = '"' in said.folded or "'" in said.folded
        for start, end, words in _words_in(said.folded):
            if words.count(" ") < _LEAST_WORDS - 1:
                continue
            key = (said.text.owner, said.language, words)
            if heard or (quotes and said.is_quoted(start + 2)):
                open_to_all.add(key)
            else:
                owned.setdefault(key, (said, start, end))
    found = {key: at for key, at in owned.items() if key not in open_to_all}
    _last[:] = [(course, found)]
    return found


_last: list[tuple[Course, dict[_Key, _Place]]] = []


def _key(said: Said, start: int, end: int) -> _Key:
    return said.text.owner, said.language, _words_of(said.folded[start:end])


@remembered(8192)
def _words_in(folded: str) -> Sequence[tuple[int, int, str]]:
    """Where each sentence begins and ends, and its words."""
    return [(start, end, _words_of(folded[start:end])) for start, end in sentences_of(folded)]


def _words_of(text: str) -> str:
    words = text.translate(_NO_LETTERS) if text.isascii() else _NO_WORD.sub(" ", text)
    return " ".join(words.split())


def _at(said: Said, start: int, end: int) -> Span:
    return said.span(*_trimmed(said.folded, start, end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and not text[start].isalnum():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return start, end
