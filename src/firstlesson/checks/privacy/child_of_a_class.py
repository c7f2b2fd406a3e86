"""Children who could be recognised by their first name, class and school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._expressions import expression
from firstlesson.checks._folding import fold
from firstlesson.checks._index import texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.privacy._names import CAPITALISED, first_names, people_in
from firstlesson.checks.privacy._words import is_made_up, words
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_NAME = re.compile(rf"(?<![\w’'-]){CAPITALISED}(?![\w-])")
_TITLE = re.compile(
    r"(?:[Mm]ësues(?:i|ja|e)?|[Pp]sikolog(?:u|ia)?|[Dd]rejtor(?:i|esha)?|[Zz]oti|[Zz]onja|[Zz]\.|[Zz]nj\.|[Dd]r\.?|[Pp]rof\.?|"
    r"[Tt]eacher|[Pp]sychologist|[Pp]rincipal|[Hh]ead|Mrs?\.?|Ms\.?|Miss) $"
)
_CLASS = r"(?:klas\w{1,3}|[Cc]lass|[Gg]rade|[Yy]ear) (?:[IVX]{1,4}|\d{1,2})\b"
_ITS_CLASS = re.compile(
    rf"(?:,| |\s\(){{1,2}}(?:nga|e|i|së|të|of|in|from|a pupil (?:of|in)|nxënës\w* (?:i|e|në|nga))?\s?{_CLASS}"
)
_ASIDE = re.compile(rf"(?:,? from|,? nga|,| \(| –)\s?{_CLASS}")
_ORDINAL = (
    r"(?:pare|dyte|trete|katert|peste|gjashte|shtate|tete|nente|dhjete|njembedhjete|dymbedhjete)"
)
_A_CLASS = expression(
    r"\b(?:klas\w{1,3} (?:[ivx]{1,4}|\d{1,2}[a-e]?)\b|kl\. ?(?:[ivx]{1,4}|\d)|(?:class|grade|year) (?:[ivx]{1,4}|\d{1,2}[a-e]?)\b|"
    rf"klas\w{{1,3}} (?:e|se) {_ORDINAL}\b|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)[ -](?:grade|class|year|form)|"
    r"\d{1,2}(?:st|nd|rd|th)[ -](?:grade|class|year|form))"
)
_A_SCHOOL = re.compile(
    r"(?:[Ss]hkoll\w*|[Gg]jimnaz\w*|[Kk]opsht\w*|[Ss]chool|[Kk]indergarten)(?: [\w-]+){0,2}? (?:[“«\"„][^”»\"]+[”»\"]|"
    r"[A-ZÇË0-9][\w'’]*(?: [A-ZÇË][\w'’]*){0,3})|[“«\"„][^”»\"]+[”»\"] (?:[A-Z]\w+ )?[Ss]chool|"
    r"(?:\d{1,2} )?[A-ZÇË][\w'’]*(?: (?:de|d'|i|e|të|[A-ZÇË][\w'’]*)){0,3} [Ss]chool"
)


@check(
    "PRV020",
    severity=Severity.ERROR,
    why=Text(
        sq="Edhe vetëm me emrin e vogël, një fëmijë gjendet kur dihen klasa dhe shkolla e tij.",
        en="Even by a first name alone a child is found, once class and school are known.",
    ),
    locked=True,
)
def child_of_a_class(course: Course) -> Iterator[Finding]:
    """No child is named together with the class and the name of the school."""
    for said in texts_holding(course, ["shkoll", "school", "gjimnaz", "kindergarten", "kopsht"]):
        told = -1
        for match in _A_CLASS.finditer(said.folded):
            first, last = said.sentence_at(match.start())
            if first == told or is_made_up(said):
                continue
            start, end = said.source(first), said.source(last - 1) + 1
            if name := _named_with_school(said.text.text[start:end]):
                told = first
                yield Finding(
                    said.text.span(start + name.start(), start + name.end()),
                    Text(
                        sq=f"“{shown(name[0])}” gjendet nga klasa dhe shkolla",
                        en=f"“{shown(name[0])}” can be found by class and school",
                    ),
                    Text(
                        sq="hiqni klasën dhe shkollën, ose thoni se rasti është i trilluar",
                        en="remove class and school, or say that the case is made up",
                    ),
                )


def _named_with_school(sentence: str) -> re.Match[str] | None:
    """The first name of a child beside the name of a school; full names are told by PRV014."""
    schools = [match.span() for match in _A_SCHOOL.finditer(sentence)]
    people = [
        (start, end)
        for start, end in people_in(sentence)
        if fold(sentence[start:end].split(maxsplit=1)[0]) in first_names()
        or fold(sentence[start:end].rsplit(maxsplit=1)[-1]) not in first_names()
    ]
    for name in _NAME.finditer(sentence) if schools else ():
        known = fold(name[0])
        before = sentence[: name.start()]
        if any(a <= name.start() < b for a, b in (*schools, *people)) or _TITLE.search(before):
            continue
        if known in words()["no-names"] or known in words()["towns"]:
            continue
        if known in first_names() or (
            before.strip(' “"') and _ITS_CLASS.match(sentence, name.end())
        ):
            return name
        if _ASIDE.match(sentence, name.end()):
            return name
    return None
