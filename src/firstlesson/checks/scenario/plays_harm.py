"""Stories in which the reader is the one who harms."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._index import texts_for
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._told import is_told, told_by
from firstlesson.checks._wordlists import NOTHING, patterns
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "QUZ058",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Kush luan atë që lëndon, ushtron lëndimin para shokëve, dhe dikush në klasë e njeh atë nga afër.",
        en="Anyone who plays the one who harms practises harming in front of others, and someone in the class "
        "knows it at first hand.",
    ),
    locked=True,
)
def plays_the_one_who_harms(course: Course) -> Iterator[Finding]:
    """The reader of a story stands by someone or is hurt, and never plays the one who harms."""
    told = told_by(course, "terms", "TRM016", "TRM017")
    acting = patterns("scenario", "words", "acts-harm")
    playing = patterns("scenario", "words", "plays-harm")
    for said in texts_for(course, playing, acting):
        text = said.text
        if text.kind != "short" or not text.path.endswith("/scenario.yml"):
            continue
        if text.route[-2:-1] in (("feedback",), ("alt",)):
            continue
        found = [*playing.get(said.language, NOTHING).finditer(said.folded)]
        if text.route[2:3] == ("introduction",) or text.route[2:5] == ("scenes", 0, "text"):
            found += acting.get(said.language, NOTHING).finditer(said.folded)
        for match in found:
            at = said.span(*match.span())
            if is_told(at, told):
                break
            if said.is_meant(*match.span()) and not said.is_quoted(match.start()):
                yield Finding(
                    at,
                    Text(
                        sq="këtu lexuesi luan atë që lëndon",
                        en="here the reader plays the one who harms",
                    ),
                    Text(
                        sq="le të jetë shok, dëshmitar ose ai që kërkon ndihmë",
                        en="let the reader be a friend, a witness or the one who looks for help",
                    ),
                )
                break
