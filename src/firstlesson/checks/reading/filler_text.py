"""Notes of an author and words without meaning that were to be written over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._index import texts_holding, texts_matching
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks._wordlists import patterns
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

# Three crosses count a chapter or a century too.
_NUMBERED = re.compile(
    r"(?:chapter|volume|part|class|grade|century|kapitull\w*|vëllim\w*|pjes\w*|klas\w*|shekull\w*) $",
    re.IGNORECASE,
)
_FILLER = re.compile(r"(?<![\w`])(?:(?:TODO|FIXME|TBD|XXX+)(?![\w`])|(?i:lorem ipsum)\b)")

# [Write the text here]: brackets are not heard, so they stand in no expression over folded text.
_BRACKETED = re.compile(
    r"\[(?:insert|add|write|enter|put|your|name of|fill in|text|placeholder|date of|to be|shkruaj|shkruani|vendos|"
    r"vendosni|shto|shtoni|plotëso\w*|emri i|teksti?|data e|këtu)\b[^\]\[\n]*\](?![(\[:{])",
    re.IGNORECASE,
)


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
    told = set()
    for said in texts_holding(course, ["todo", "fixme", "tbd", "xxx", "lorem ipsum"]):
        match = _FILLER.search(said.text.text)
        if (
            match
            and not _is_elsewhere(said)
            and not _NUMBERED.search(said.text.text[: match.start()])
        ):
            told.add(id(said))
            yield _finding(said.text.span(*match.span()), match[0])
    for said, match in texts_in_which(course, _bracketed):
        if id(said) not in told and not _is_elsewhere(said):
            told.add(id(said))
            yield _finding(said.text.span(*match.span()), match[0])
    for said, found in texts_matching(course, patterns("reading", "words", "filler")):
        if (
            id(said) not in told
            and not _is_elsewhere(said)
            and not said.is_quoted(found[0].start())
        ):
            yield _finding(said.span(*found[0].span()), said.folded[slice(*found[0].span())])


def _bracketed(one: Wording) -> re.Match[str] | None:
    return _BRACKETED.search(one.text) if "[" in one.text else None


def _is_elsewhere(said: Said) -> bool:
    """Whether QUZ014 tells it."""
    return said.text.path.endswith(("/quiz.yml", "/scenario.yml"))


def _finding(at: Span, words: str) -> Finding:
    return Finding(
        at,
        Text(sq=f"“{words}” mban vendin e një teksti", en=f"“{words}” keeps the place of a text"),
        Text(sq="shkruani tekstin, ose hiqeni", en="write the text, or remove it"),
    )
