"""Sentences that resemble advice which must never be given, in words that no rule knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise

from firstlesson.checks._likeness import likeness_in
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentence_ends import sentences_of
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text

_SURE, _LIKELY = 1.5, 0.6
"""What a sentence weighs that is most likely harmful, and one that may be: `scripts/train.py --judge`
tells how many unseen sentences of both sorts each finds."""
_DOUBTFUL, _TOGETHER = -0.5, 2.0
"""What one of two sentences must weigh before both are weighed together, and what both then must."""
_FEWEST = 4
"""Words that a sentence must have to say enough."""
_BEFORE = " \"'(-"
"""What may stand before its first word."""


@check(
    "TRM019",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Rregullat njohin vetëm fjalët që u janë mësuar. Kjo fjali u ngjan shumë këshillave që dëmtojnë një fëmijë: dikush "
        "që i njeh rregullat duhet ta lexojë para se të botohet.",
        en="Rules know only the words they were taught. This sentence is very much like advice that harms a child: "
        "somebody who knows the rules has to read it before it is published.",
    ),
)
def resembles_harmful_advice(course: Course) -> Iterator[Finding]:
    """No sentence is very much like advice that must never be given."""
    for weight, said, start, end in _alike(course):
        if weight >= _SURE:
            yield _finding(said, start, end)


@check(
    "TRM020",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Kjo fjali ka fjalë që shpesh gjenden në këshilla të dëmshme. Mund të jetë krejt në rregull: këtë e di vetëm kush e "
        "lexon.",
        en="This sentence has words that often stand in harmful advice. It may be quite right: only a reader knows.",
    ),
)
def may_resemble_harmful_advice(course: Course) -> Iterator[Finding]:
    """A sentence that has the words of harmful advice has been read once more."""
    for weight, said, start, end in _alike(course):
        if weight < _SURE:
            yield _finding(said, start, end)


@once_for_a_course
def _alike(course: Course) -> Iterator[tuple[float, Said, int, int]]:
    """What likely passages weigh, and where they stand."""
    for said, likely in texts_in_which(course, partial(_likely, weighed=cache(_weighed))):
        for weight, start, end in () if said.rejected else likely:
            if said.is_meant(start, end) and not said.is_quoted(start):
                yield weight, said, start, end


def _likely(one: Wording, weighed: Callable[[str, str], float]) -> list[tuple[float, int, int]]:
    """The sentences of a text that weigh so much, or two that do together, and where they stand."""
    text = one.folded
    alone = [
        (weighed(one.language, text[start:end]), start, end) for start, end in sentences_of(text)
    ]
    found = [each for each in alone if each[0] >= _LIKELY]
    for (first, start, _), (second, _, end) in pairwise(alone):
        if _DOUBTFUL <= max(first, second) < _SURE:
            weight = weighed(one.language, text[start:end])
            if weight >= _TOGETHER and not any(
                start < known[2] and known[1] < end and known[0] >= _SURE for known in found
            ):
                found = [known for known in found if known[1] >= end or known[2] <= start]
                found.append((weight, start, end))
    return [(weight, _begin(text, start, end), end) for weight, start, end in found]


def _begin(text: str, start: int, end: int) -> int:
    """Where the first word of a passage stands."""
    return end - len(text[start:end].lstrip(_BEFORE))


def _weighed(language: str, passage: str) -> float:
    """What a passage weighs; nothing where it is too short or its language is not known."""
    likeness = likeness_in(language) if passage.count(" ") >= _FEWEST else None
    return likeness.of(passage) if likeness else -1.0


def _finding(said: Said, start: int, end: int) -> Finding:
    likeness = likeness_in(said.language)
    telling = likeness.telling(said.folded[start:end]) if likeness else []
    shown = ", ".join(f"“{_as_written(said, word, start)}”" for word in telling)
    return Finding(
        said.span(start, end),
        Text(
            sq="kjo fjali u ngjan këshillave që nuk duhen dhënë kurrë"
            + (f"; e thonë sidomos fjalët {shown}" if shown else ""),
            en="this sentence is like advice that must never be given"
            + (f"; above all its words {shown} say so" if shown else ""),
        ),
        _HINT,
    )


def _as_written(said: Said, word: str, start: int) -> str:
    at = said.folded.index(word, start)
    return said.text.text[said.source(at) : said.source(at + len(word) - 1) + 1]


_HINT = Text(
    sq="lexojeni edhe një herë me rregullat në dorë: mos i kërkon fëmijës a të rriturit diçka që dëmton, mos premton, mos e "
    "fajëson fëmijën? Nëse po, ndryshojeni; nëse është në rregull, thuajeni ndryshe ose shënoni pse qëndron",
    en="read it once more with the rules at hand: does it ask a child or an adult for something harmful, promise, or "
    "blame the child? If so, change it; if it is right, say it in other words or note why it stays",
)
