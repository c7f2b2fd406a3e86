"""`ti` to children, `ju` to adults; and no label for a child who was harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._index import texts_with
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_JU = re.compile(r"\b(?:ju(?! te dy| te gjithe| lutem)|juaj|tuaj|tuaja|tuajin|tuajen|tuajit)\b")
_TI = re.compile(r"\b(?:ti|ty|yt|jote|tend|tende|tendit|sate|tete)\b")
_VICTIM = {
    "sq": re.compile(r"(?<!\bje )\bviktim(?:e|a|en|es|at|ave|ash)?\b"),
    "en": re.compile(r"(?<!you are a )\bvictims?\b"),
}
_OTHERS = {"say", "example", "pupils", "listen"}


@check(
    "TRM005",
    severity=Severity.WARNING,
    why=Text(
        sq="Fëmijëve u flasim me “ti”, të rriturve me “ju”: kështu secili e di se teksti është për të.",
        en="In Albanian we say `ti` to children and `ju` to adults: so everybody knows that a text is for them.",
    ),
)
def wrong_address(course: Course) -> Iterator[Finding]:
    """An Albanian text for children says `ju`, or one for adults says `ti`."""
    files = texts_by_file(course).values()
    prose = (texts for texts in files if texts[0].language == "sq" and texts[0].text.passage)
    for said in chain.from_iterable(prose):
        text = said.text
        if text.language != "sq" or text.kind == "short" or text.block in _OTHERS:
            continue
        is_child = said.audience == "student"
        if not is_child and said.audience not in ("parent", "teacher", "professional"):
            continue
        if not is_child and text.block == "task":
            continue  # it goes on the wall, for the pupils
        for match in (_JU if is_child else _TI).finditer(said.folded):
            if said.is_quoted(match.start()) or said.rejected or said.linked.count("example"):
                continue
            if not is_child and _is_childs(said.folded, said.context):
                continue
            word = "ti" if is_child else "ju"
            yield Finding(
                said.span(*match.span()),
                Text(
                    sq=f"këtu lexuesit i flitet me “{'ju' if is_child else 'ti'}”, jo me “{word}”",
                    en=f"this addresses the reader as `{'ju' if is_child else 'ti'}`, not as `{word}`",
                ),
                Text(
                    sq=f"shkruani me “{word}”; fjalët që i thuhen dikujt tjetër vihen në thonjëza",
                    en=f"write with `{word}`; words said to somebody else stand in quotation marks",
                ),
            )
            break


@check(
    "TRM007",
    severity=Severity.WARNING,
    why=Text(
        sq="Fjalët te `say` i thuhen fëmijës ashtu siç janë; me “ju” ato tingëllojnë të largëta.",
        en="The words in `say` are said to the child as they stand; with `ju` they sound distant.",
    ),
)
def polite_words_to_a_child(course: Course) -> Iterator[Finding]:
    """In Albanian, what a protocol says to a child says `ti`."""
    for protocol in course.protocols.values():
        for index, step in enumerate(protocol.data.steps):
            for number, words in enumerate(step.say):
                said = words.root.get("sq", "")
                folded = _QUOTED.sub("", fold(said))
                if _POLITE.search(folded) and not _TO_OTHERS.search(folded):
                    yield Finding(
                        protocol.source.span("steps", index, "say", number, "sq"),
                        Text(sq="këtu fëmijës i flitet me “ju”", en="this says `ju` to a child"),
                        Text(sq="shkruani me “ti”", en="write with `ti`"),
                    )


_POLITE = re.compile(
    r"\b(?:do t'ju|t'ju|ju|juaj|tuaj\w*|keni|jeni|doni|dini|\w+heni|(?:ish|kish|don|din|ndihesh)it|"
    r"\w{2,}uat|erdhet|folet|thate|bete|ndjete|patet|dhate|moret|dolet|"
    r"(?:trego|thua|tho|flis|fol|ulu|merr|prit|pris|shko|eja|vi|rri|qetesohu|shqetesohu|shqeteso|frikesohu|mba|shkrua|"
    r"vizato|deshiro|prefero|mendo|kujto|jeto|bano|beso|ndalo|fillo|vazhdo|perpiqu|fal|degjo|shih|shiko|kujdesu|"
    r"shpjego|pershkrua|zgjidh|thirr|kerko|pyet|provo|mundohu|qa|lejo|perserit|lodhu|nxito)"
    r"(?:m[ei]|j[ei])?(?:ni|eni|ini))\b"
)
_TO_OTHERS = re.compile(  # to parents, or to several children at once
    r"\b(?:femij\w*|vajz\w*|djal\w*|bir\w*) (?:juaj|tuaj)|\bte (?:dy|dyja|gjithe|gjitha|tre|trija)\b|"
    r"\bsho[kq]\w*(?: \w+){0,2} juaj|\b(?:djema|vajza|femije|zonje|zoti|prinder)(?:, |$)"
)
_QUOTED = re.compile(r'"[^"]*"')


def _is_childs(folded: str, context: str) -> bool:
    """Whether words for the child follow a colon or stand in a sheet for pupils."""
    return ":" in folded or bool(re.search(r"flet|kart|nxenes|bilet|histori|tregim", context))


@check(
    "TRM006",
    severity=Severity.WARNING,
    why=Text(
        sq="Një fëmijë është më shumë se ajo që i ka ndodhur; etiketa “viktimë” mbetet, ndihma duhet të mbetet.",
        en="A child is more than what happened to them; the label “victim” sticks, help should.",
    ),
)
def victim_as_label(course: Course) -> Iterator[Finding]:
    """A text for children calls somebody a victim."""
    for said in texts_with(course, {"sq": ["viktim"], "en": ["victim"]}):
        if said.audience != "student":
            continue
        for match in _VICTIM[said.language].finditer(said.folded):
            if not said.is_mentioned(*match.span()):
                yield Finding(
                    said.span(*match.span()),
                    Text(sq="“viktimë” bëhet etiketë", en="“victim” becomes a label"),
                    Text(
                        sq="thoni “fëmija të cilit i ndodhi kjo” ose “ajo që të ka ndodhur”",
                        en="say “the child who was harmed” or “what happened to you”",
                    ),
                )
                break
