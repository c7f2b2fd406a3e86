"""Questions that ask a pupil to tell about himself or herself."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._index import texts_for
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._told import is_told, told_by
from firstlesson.checks._wordlists import patterns
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "QUZ012",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një fëmijë që po lëndohet nuk duhet të zgjedhë mes heshtjes dhe tregimit para klasës. Flitet për "
        "raste të trilluara; kush do të tregojë, tregon veçmas.",
        en="A child who is being hurt must not have to choose between silence and telling the class. We talk "
        "about made-up cases; anyone who wants to tell does so in private.",
    ),
    locked=True,
)
def own_experience(course: Course) -> Iterator[Finding]:
    """Quizzes and stories ask about made-up cases, never about what happened to the reader."""
    told = told_by(course, "terms", "TRM017")
    asking = patterns("quiz", "words", "own-experience")
    for said in texts_for(course, asking):
        text = said.text
        if text.kind != "short" or not text.path.endswith(("/quiz.yml", "/scenario.yml")):
            continue
        if text.route[-2] in ("feedback", "teacherNotes", "alt") or "options" in text.route:
            continue
        if "choices" in text.route:
            continue
        for match in asking[said.language].finditer(said.folded):
            at = said.span(*match.span())
            if is_told(at, told):
                break
            if said.is_meant(*match.span()) and not said.is_quoted(match.start()):
                yield Finding(
                    at,
                    Text(
                        sq="kjo e pyet nxënësin për atë që i ka ndodhur vetë",
                        en="this asks a pupil about what happened to himself or herself",
                    ),
                    Text(
                        sq="pyesni për një rast të trilluar: “Çfarë mund të bëjë Ana?”",
                        en="ask about a made-up case: “What can Ana do?”",
                    ),
                )
                break
