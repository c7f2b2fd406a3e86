"""Slanted letters and abbreviations where reading must be easy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import said_in
from firstlesson.checks.reading._measure import easy_texts, reader_of, without_pictures
from firstlesson.checks.reading._words import lists
from firstlesson.course.model import Course
from firstlesson.diagnostics import Edit, Fix, Severity, Text

_SLANTED = re.compile(
    r"(?<![\\*\w])\*(?!\*|\s)([^*\n]+?)(?<![\s\\*])\*(?!\*|\w)|(?<![\\_\w])_(?!_|\s)([^_\n]+?)(?<![\s\\_])_(?!_|\w)"
    r"|\*\*\*(?!\*|\s)([^*\n]+?)(?<!\s)\*\*\*"
)
_YOUNG = 9.0
_INITIALS = re.compile(r"(?<![\w@./-])(?:[A-ZËÇ]{2,}[a-z]?|[A-ZËÇ](?:\.[A-ZËÇ])+\.?)(?![\w@])")
_SHORTENED = {
    "sq": re.compile(
        r"(?<!\w)(?:p\. ?sh|d\. ?m\. ?th|dmth|etj|nr|dr|prof|tel|fq|psh|bll|kl|mund|shën)\.|(?<!\w)(?:dmth|psh|etj)(?![\w.])"
    ),
    "en": re.compile(
        r"(?<!\w)(?:[Ee]\. ?g|[Ii]\. ?e|etc|approx|no|[Dd]r|[Pp]rof|tel|vs|incl|fig|max|min)\.(?! [A-Z])"
        r"|(?<!\w)(?:etc|eg|ie|asap|info|approx)(?![\w.])"
    ),
}
_ROMAN = re.compile(r"[IVX]+")


@check(
    "TXT027",
    severity=Severity.WARNING,
    why=Text(
        sq="Shkronjat e pjerrëta janë më të vështira për t'u lexuar, sidomos për kë ka disleksi ose sapo mëson.",
        en="Slanted letters are harder to read, most of all with dyslexia or when just learning.",
    ),
)
def slanted_letters(course: Course) -> Iterator[Finding]:
    """No italics on an easy page or in a text for beginners."""
    for said in said_in(course):
        if said.text.passage is None or ("*" not in said.text.text and "_" not in said.text.text):
            continue
        reader = reader_of(said, course)
        if not reader.easy and (reader.age is None or reader.age >= _YOUNG):
            continue
        for match in _SLANTED.finditer(said.text.text):
            at = said.text.span(*match.span())
            inner = next(group for group in match.groups() if group)
            yield Finding(
                at,
                Text(sq="shkronja të pjerrëta", en="slanted letters"),
                Text(
                    sq=f"hiqni shenjat, ose përdorni të theksuarat: `**{inner}**`",
                    en=f"remove the signs, or use bold letters: `**{inner}**`",
                ),
                Fix(
                    Text(sq="shkronja të theksuara", en="bold letters"),
                    (Edit(at, f"**{inner}**"),),
                    safe=True,
                ),
            )


@check(
    "TXT028",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Një shkurtim është një gjëegjëzë për kë lexon me mundim.",
        en="An abbreviation is a riddle to anyone who reads with effort.",
    ),
)
def abbreviation_in_easy_text(course: Course) -> Iterator[Finding]:
    """No abbreviations on an easy page, but for names of contacts and of the glossary."""
    known = _known(course)
    for said in easy_texts(course):
        text = without_pictures(said.text.text)
        found = [one for one in _INITIALS.finditer(text) if not _is_name(one[0], known, text)]
        shortened = _SHORTENED.get(said.language)
        found += shortened.finditer(text) if shortened else ()
        for match in found:
            yield Finding(
                said.text.span(*match.span()),
                Text(sq=f"“{match[0]}” është shkurtim", en=f"“{match[0]}” is an abbreviation"),
                Text(sq="shkruajini fjalët të plota", en="write the words out"),
            )


def _is_name(word: str, known: frozenset[str], text: str) -> bool:
    return (
        word in known or bool(_ROMAN.fullmatch(word)) or (text.isupper() and len(text) > len(word))
    )


def _known(course: Course) -> frozenset[str]:
    texts = [*course.settings.name.root.values(), course.settings.publisher, *lists()["names"]]
    for contact in course.contacts.values():
        texts += contact.name.root.values()
    for term in course.terms.values():
        texts += term.name.root.values()
        texts += [one for name in term.alternate_name for one in name.root.values()]
    return frozenset(match[0] for text in texts for match in re.finditer(r"\w+", text))
