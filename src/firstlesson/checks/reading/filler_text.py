"""Notes of an author and words without meaning that were to be written over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._index import texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_FILLER = re.compile(r"(?<![\w`])(?:(?:TODO|FIXME|TBD|XXX+)(?![\w`])|(?i:lorem ipsum)\b)")


@check(
    "TXT041",
    severity=Severity.ERROR,
    why=Text(
        sq="“TODO” dhe “lorem ipsum” mbajnë vendin e një teksti; lexuesi që vjen për ndihmë gjen një vend bosh.",
        en="“TODO” and “lorem ipsum” keep a place for a text; a reader who comes for help finds it empty.",
    ),
)
def filler_text(course: Course) -> Iterator[Finding]:
    """No placeholder stands where readers read."""
    for said in texts_holding(course, ["todo", "fixme", "tbd", "xxx", "lorem ipsum"]):
        text = said.text
        if text.path.endswith(("/quiz.yml", "/scenario.yml")):
            continue  # QUZ014 tells it
        if match := _FILLER.search(text.text):
            yield Finding(
                text.span(*match.span()),
                Text(
                    sq=f"“{match[0]}” mban vendin e një teksti",
                    en=f"“{match[0]}” keeps the place of a text",
                ),
                Text(sq="shkruani tekstin, ose hiqeni", en="write the text, or remove it"),
            )
