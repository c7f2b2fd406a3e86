"""Words of an outline that were never written over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._folding import fold
from firstlesson.checks._index import texts_with
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_OUTLINE = "outline"
_EXAMPLES = {
    "sq": (
        r"Shkruani këtu (?:në një fjali|në pak fjali|çfarë duhet të dini|kur përdoret)\b.*",
        r"Shkruani çfarë (?:përgatitet:|bëhet së pari|duhet të dijë i rrituri).*",
        r"Shkruani (?:si tingëllon një|përgjigjet që prisni|kujt i thuhet|kush kujdeset|arsyet e hapave).*",
        r"Këtu fillon mësimi\..*",
        r"Shtoni këtu fjalë që ndihmojnë.*",
        r"Një hap (?:i vogël dhe i sigurt|tjetër)\.$",
        r"Gjëja që duhet të mbetet në mend\.$",
        r"Unë mund të … \(.*",
        r"“(?:Sot flasim për|Ky rast është i trilluar:) …”",
    ),
    "en": (
        r"Write here (?:in one sentence|in a few sentences|what you need to know|when it is used)\b.*",
        r"Write what (?:to prepare:|is done first|an adult should know|a good answer sounds).*",
        r"Write (?:the answers you expect|who is told|who looks after|the reasons for the steps).*",
        r"The lesson begins here\..*",
        r"Add words that help with this topic\..*",
        r"(?:One small and safe|Another) step\.$",
        r"The one thing to remember\.$",
        r"I can … \(.*",
        r"“(?:Today we talk about|This case is made up:) …”",
    ),
}
_ANY = {
    language: expression(rf"(?:^|(?<=\. ))(?:{'|'.join(words)})")
    for language, words in _EXAMPLES.items()
}


@cache
def _words() -> Mapping[str, Sequence[str]]:
    """What stands in every example, as the index of words knows it."""
    return {
        language: [fold(piece) for way in one.pieces for group in way or [[""]] for piece in group]
        for language, one in _ANY.items()
    }


def _example_in(text: str, example: Expression) -> re.Match[str] | None:
    """An example at the beginning of a text or behind a full stop, where alone it may stand."""
    at = 0
    while not (found := example.match(text, at)):
        at = text.find(". ", at) + 2
        if at < 2:  # there is no other sentence
            return None
    return found


@check(
    "TXT040",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="“Shkruani këtu …” u tha autorëve. Një fëmijë ose një mësues që e lexon, nuk merr ndihmën që kërkon.",
        en="“Write here …” was said to authors. A child or teacher who reads it does not get the help they came for.",
    ),
)
def example_text_left(course: Course) -> Iterator[Finding]:
    """An example text of `firstlesson new` still stands in a lesson or protocol that is built."""
    built = {
        f"{folder}/{one.id}"
        for folder, ones in (("lessons", course.lessons), ("protocols", course.protocols))
        for one in ones.values()
        if one.data.creative_work_status != _OUTLINE
    }
    for said in texts_with(course, _words()):
        text = said.text
        if text.owner in built and (found := _example_in(text.text, _ANY[text.language])):
            yield Finding(
                text.span(*found.span()),
                Text(
                    sq="ky është teksti shembull i skicës",
                    en="this is the example text of the outline",
                ),
                Text(
                    sq="shkruani tekstin tuaj, ose hiqeni; deri atëherë lëreni `creativeWorkStatus: outline`",
                    en="write your own text, or remove it; until then leave `creativeWorkStatus: outline`",
                ),
            )
