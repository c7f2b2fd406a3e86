"""What is said after an answer: something that helps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._index import texts_matching
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks._told import is_told, told_by
from firstlesson.checks._wordlists import patterns, word_list
from firstlesson.checks.quiz._questions import asked, plain
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion

_WORDS = re.compile(r"[^\W_]+")
_UNWRITTEN = {"todo", "tbd", "xxx", "lorem ipsum", "fixme", "placeholder", "..."}
_NOTES = {"todo", "tbd", "fixme"}


@check(
    "QUZ014",
    severity=Severity.ERROR,
    why=Text(
        sq="Pas çdo përgjigjeje fëmija pret një fjalë; një vend bosh e lë pa të.",
        en="After every answer a child waits for a word; an empty place leaves it without one.",
    ),
)
def feedback_not_written(course: Course) -> Iterator[Finding]:
    """Feedback is more than dots, dashes or a note that it is still to be written."""
    files = texts_by_file(course).items()
    asking = (texts for path, texts in files if path.endswith(("/quiz.yml", "/scenario.yml")))
    for said in chain.from_iterable(asking):
        text = said.text
        if text.route[-2] not in ("feedback", "tryAgain", "text", "match"):
            continue
        first = _WORDS.search(said.folded)
        wordless = not first and text.route[-2] in ("feedback", "tryAgain")
        if wordless or (first and _is_unwritten(first[0], said.folded)):
            yield Finding(
                text.span(0, len(text.text)),
                Text(sq="ky tekst ende nuk është shkruar", en="this text is not written yet"),
                Text(
                    sq="shkruani çfarë i thuhet atij që zgjodhi këtë",
                    en="write what is said to anyone who chose this",
                ),
            )


def _is_unwritten(first: str, folded: str) -> bool:
    """Whether a text, whose first word is given, is a note that it is still to be written."""
    if first in _NOTES:
        return True
    return first in _FIRST_WORDS and " ".join(_WORDS.findall(folded)) in _UNWRITTEN


_FIRST_WORDS = {one.split(" ")[0] for one in _UNWRITTEN}


@check(
    "QUZ007",
    severity=Severity.ADVICE,
    why=Text(
        sq="E njëjta fjalë për çdo përgjigje nuk i mëson askujt pse.",
        en="The same word after every answer teaches nobody why.",
    ),
)
def same_feedback(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The feedback of a question's options is not the same for all of them."""
    for one in asked(lesson):
        question = one.question
        if not isinstance(question, ChoiceQuestion):
            continue
        for language in course.languages:
            if len({plain(option.feedback[language]) for option in question.options}) == 1:
                yield Finding(
                    one.source.span(*one.route, "options", 1, "feedback", language),
                    Text(
                        sq=f"të gjitha përgjigjet e pyetjes `{question.id}` marrin të njëjtën fjalë",
                        en=f"all answers of the question `{question.id}` get the same feedback",
                    ),
                    Text(
                        sq="thoni për secilën pse ndihmon ose pse jo",
                        en="say of each why it helps or why not",
                    ),
                )
                break


@check(
    "QUZ008",
    severity=Severity.ADVICE,
    why=Text(
        sq="“Gabim” pa arsye e bën fëmijën të hamendësojë; arsyeja është ajo që mbetet.",
        en="“Wrong” without a reason makes a child guess; the reason is what stays.",
    ),
)
def feedback_without_reason(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Feedback says why, not only right or wrong; one finding for each question."""
    for one in asked(lesson):
        question = one.question
        if not isinstance(question, ChoiceQuestion):
            continue
        for index, option in enumerate(question.options):
            language = next(
                (
                    language
                    for language in course.languages
                    if _is_bare(option.feedback[language], language)
                ),
                None,
            )
            if language:
                yield Finding(
                    one.source.span(*one.route, "options", index, "feedback", language),
                    Text(
                        sq="kjo thotë vetëm nëse përgjigjja është e saktë, jo pse",
                        en="this says only whether the answer is right, not why",
                    ),
                    Text(sq="shtoni një fjali me arsyen", en="add a sentence with the reason"),
                )
                break


@lru_cache(maxsize=4096)
def _is_bare(text: str, language: str) -> bool:
    words = word_list("quiz", "words")["bare"].get(language, ())
    sentences = re.split(r"[.!?,;:–—-]+", fold(text))
    said = [sentence.strip(" \"'") for sentence in sentences if sentence.strip(" \"'")]
    return bool(said) and all(sentence in words for sentence in said)


@check(
    "QUZ009",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një fëmijë që ka zgjedhur gabim, në kuiz ose në jetë, duhet të guxojë të tregojë. Fjalët që "
        "fajësojnë ose turpërojnë ia mbyllin gojën.",
        en="A child who has chosen wrongly, in a quiz or in life, must dare to tell. Words that blame or "
        "shame close that door.",
    ),
    locked=True,
)
def feedback_that_blames(course: Course) -> Iterator[Finding]:
    """Feedback of quizzes and stories neither blames, shames nor mocks."""
    told = told_by(course, "terms", "TRM013")
    blaming = patterns("quiz", "words", "blaming")
    for said, found in texts_matching(course, blaming):
        text = said.text
        if text.kind != "short" or not text.path.endswith(("/quiz.yml", "/scenario.yml")):
            continue
        if text.route[-2] not in ("feedback", "tryAgain", "hint"):
            continue
        for match in found:
            if not said.is_quoted(match.start()) and not _denied(said.folded, match.start()):
                at = said.span(*match.span())
                if is_told(at, told):
                    break
                yield Finding(
                    at,
                    Text(
                        sq="kjo fjalë fajëson ose turpëron atë që u përgjigj",
                        en="this blames or shames anyone who answered",
                    ),
                    Text(
                        sq="thoni çfarë ndihmon tani: “Ndodh shpesh. Herën tjetër mund të…”",
                        en="say what helps now: “That happens often. Next time you can …”",
                    ),
                )
                break


def _denied(text: str, start: int) -> bool:
    """Whether a `not` before it takes the blame away; `do not be stupid` keeps it."""
    head = text[max(0, start - 40) : start]
    if _CALLED.search(head):
        return True
    return bool(_DENIAL.search(head)) and not _SCOLDING.search(head)


_CALLED = re.compile(
    r"\b(?:quan|quaj\w*|call(?:s|ed|ing)?)\b(?: (?!te\b|ty\b|ju\b|you\b)\w+){0,2} $"
)
"""What somebody in the story is called: that is spoken about, not said to the reader."""
_SCOLDING = re.compile(
    r"\b(?:mos (?:u )?(?:bej|beni|behu|ji|jini|rri)|(?:do not|don't) (?:be|act|behave))\b[^.!?;,]*$"
)
_DENIAL = re.compile(
    r"(?:\b(?:nuk|s'|jo|mos|kurre|as|askush|asnje|not|never|no|nobody|neither|without|pa|don't|isn't|"
    r"aren't|wasn't|doesn't|won't)\b[^.!?;]*$)"
)
