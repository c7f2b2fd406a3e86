"""Albanian words without their ë and ç."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course
from firstlesson.course.texts import texts_of
from firstlesson.diagnostics import Edit, Fix, Severity, Text

_WORD = re.compile(r"[^\W\d_]+")


@check(
    "TRM004",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Pa ë dhe ç fjalët lexohen më vështirë, programet që lexojnë me zë i shqiptojnë gabim dhe kërkimi nuk i gjen.",
        en="Without ë and ç words are harder to read, screen readers pronounce them wrongly and search does not find them.",
    ),
)
def missing_diacritics(course: Course) -> Iterator[Finding]:
    """A frequent Albanian word is written without its ë or ç."""
    right = _right()
    correct: set[str] = set()  # each text, and each stretch between spaces, is taken apart once
    for text in texts_of(course):
        if text.language != "sq" or text.text in correct:
            continue
        new = set(text.text.lower().split()) - correct
        if right.keys().isdisjoint(_WORD.findall(" ".join(new))):
            correct |= new
            correct.add(text.text)
            continue
        for match in _WORD.finditer(text.text):
            mended = right.get(match[0].lower())
            if mended is None or (match[0][0].isupper() and not _begins(text.text, match.start())):
                continue
            at = text.span(*match.span())
            mended = _in_case_of(match[0], mended)
            yield Finding(
                at,
                Text(
                    sq=f"“{match[0]}” shkruhet “{mended}”", en=f"“{match[0]}” is written “{mended}”"
                ),
                fix=Fix(
                    Text(sq=f"shkruani “{mended}”", en=f"write “{mended}”"),
                    (Edit(at, mended),),
                    safe=mended.lower() in _certain() or match[0].lower() != fold(mended),
                ),
            )


@cache
def _right() -> Mapping[str, str]:
    """Every wrong spelling of the listed words, with the right one."""
    lists = word_list("terms", "spelling")
    found: dict[str, str] = {}
    for word in _certain():
        for letters in itertools.product(*(_ways(letter) for letter in fold(word))):
            found["".join(letters)] = word
    for word in lists["bare"].split():
        found[fold(word)] = word
    found.update(lists["pairs"])
    for word in _certain():
        found.pop(word, None)
    return found


@cache
def _certain() -> frozenset[str]:
    """Words of which there is only one right spelling."""
    return frozenset(word_list("terms", "spelling")["words"].split())


def _ways(letter: str) -> str:
    return {"e": "eë", "c": "cç"}.get(letter, letter)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there; elsewhere a capital letter makes a name."""
    before = text[:start].rstrip(' \n*_[(“"«>#-')
    return not before or before[-1] in ".!?:…”»" or text[start : start + 2].isupper()


def _in_case_of(shown: str, mended: str) -> str:
    if len(shown) > 1 and shown.isupper():
        return mended.upper()
    return mended.capitalize() if shown[0].isupper() else mended
