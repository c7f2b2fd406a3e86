"""Things that can be found only by who sees their colour or their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._index import texts_where
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks.accessibility._words import pattern_of
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_KINDS = ("paragraph", "cell", "short", "title")
_COLOURS = [
    "kuq",
    "gjelb",
    "verdh",
    "kalt",
    "blu",
    "portokall",
    "vjollc",
    "roze",
    "gri",
    "zez",
    "zi",
    "lejla",
    "jeshil",
    "red",
    "green",
    "yellow",
    "blue",
    "orange",
    "purple",
    "pink",
    "gray",
    "grey",
    "black",
]
_PLACES = [
    "djatht",
    "majt",
    "siper",
    "poshte",
    "lart",
    "fund",
    "krye",
    "mes",
    "qoshe",
    "kend",
    "anash",
    "krah",
    "cep",
    "right",
    "left",
    "top",
    "bottom",
    "corner",
    "side",
    "upper",
    "lower",
    "middle",
    "cent",
]
# Where people, streets and real things are spoken about, colours and places are everyday words.
_EVERYDAY = re.compile(
    r"(?<![\w-])(?:gjera|sende|objekt|perreth|rrotull|dhom|thing|object|around|room|flamur|kapele|kapuc|bluz|fustan|lule|molle|semafor|drite|drita|topin|toke|rruge|dora|dore|krahu|krahet|kembe|syri|ulet|qetesisht|laps|shkumes|shenues|marker|boje|leter|letra|fletez|karton|lodr|ballon|tullumbac|xhaket|flag|hat|dress|flower|apple|traffic|pencil|pen|pens|chalk|crayon|paint|paper|cardboard|sticker|balloon|shirt|jacket|ball|hand|arm|foot|eye|seat|road|street|door|dere|dera|referee|player|football|foul|rules|arbit|lojtar)\w*"
)


@check(
    "ACC020",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Kush nuk i dallon ngjyrat, ose dëgjon faqen, nuk e gjen “butonin e kuq”.",
        en="Anyone who cannot tell colours apart, or listens to the page, does not find “the red button”.",
    ),
)
def by_colour_alone(course: Course) -> Iterator[Finding]:
    """A thing is named by its words, not by its colour alone."""
    return _found(
        course,
        "colour",
        _COLOURS,
        Text(sq="kjo gjendet vetëm nga ngjyra", en="this is found only by its colour"),
        Text(
            sq="shkruani edhe fjalët që qëndrojnë mbi të: butoni “Dil shpejt”",
            en="write the words that stand on it too: the button “Quick exit”",
        ),
    )


@check(
    "ACC021",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Në telefon, në letër dhe për kë dëgjon faqen nuk ka “në të djathtë”.",
        en="On a telephone, on paper and for anyone who listens there is no “on the right”.",
    ),
)
def by_position_alone(course: Course) -> Iterator[Finding]:
    """A thing is named by its words, not by its place alone."""
    return _found(
        course,
        "position",
        _PLACES,
        Text(sq="kjo gjendet vetëm nga vendi", en="this is found only by its place"),
        Text(
            sq="shkruani emrin e saj, ose bëni një lidhje deri te ajo",
            en="write its name, or make a link to it",
        ),
    )


def _found(
    course: Course, name: str, keys: list[str], message: Text, hint: Text
) -> Iterator[Finding]:
    patterns = {language: pattern_of(name, language) for language in course.languages}
    for said in texts_where(course, patterns, dict.fromkeys(course.languages, keys)):
        if said.text.kind not in _KINDS:
            continue
        for match in pattern_of(name, said.language).finditer(said.folded):
            if not _is_named(said, match):
                yield Finding(said.span(*match.span()), message, hint)
                break


def _is_named(said: Said, match: re.Match[str]) -> bool:
    """Whether the sentence names the thing too, or speaks of things that can be touched."""
    start, end = said.sentence_at(match.start())
    sentence = said.folded[start:end]
    return bool(
        pattern_of("name_there", said.language).search(sentence)
        or _EVERYDAY.search(sentence)
        or "[" in said.text.text
        or said.rejected
    )
