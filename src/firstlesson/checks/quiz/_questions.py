"""All questions of a lesson with the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstlesson.checks._sentences import fold
from firstlesson.course.model import Lesson
from firstlesson.schema import Localized, Quiz
from firstlesson.schema.quiz import Question
from firstlesson.source.remembered import remembered
from firstlesson.source.yaml import Route, YamlDocument


@dataclass(frozen=True, slots=True)
class Asked:
    """One question where it stands."""

    quiz: Quiz
    question: Question
    route: Route
    source: YamlDocument


def asked(lesson: Lesson) -> Iterator[Asked]:
    """The questions of all quizzes of a lesson."""
    if lesson.quiz is None or lesson.quiz_source is None:
        return
    for first, quiz in enumerate(lesson.quiz.quizzes):
        for second, question in enumerate(quiz.questions):
            route = ("quizzes", first, "questions", second)
            yield Asked(quiz, question, route, lesson.quiz_source)


_EDGES = re.compile(r"^\W+|\W+$")


@remembered(8192)  # every option is asked for by several checks
def plain(text: str) -> str:
    """A text as it is heard: without case, accents, emphasis and punctuation.

    Passwords, addresses, signs and single words between quotation marks are compared as they are
    written: there, every sign counts.
    """
    if "`" in text:
        return text.strip()
    words = [word if word.isalnum() else _EDGES.sub("", word) for word in fold(text).split()]
    heard = " ".join(word for word in words if word)
    lonely = " " not in text.strip()
    if not heard or (lonely and re.search(r"\w[^\w\s'’-]\w|\d|^[“„\"«].*[”“\"»]$", text)):
        return text.strip()
    return heard


def equal_to_earlier(texts: Sequence[Localized], language: str) -> Iterator[tuple[int, int]]:
    """Texts that sound like one before them: both numbers, the later first."""
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        heard = plain(text[language])
        if heard in seen:
            yield index, seen[heard]
        else:
            seen[heard] = index
