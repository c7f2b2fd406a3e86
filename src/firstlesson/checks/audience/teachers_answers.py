"""Answers that only teachers have, in a file that pupils read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said, fold
from firstlesson.checks.audience._words import edition_of, pattern_of, texts_for_pupils
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion

_NO_WORD = re.compile(r"[^a-z0-9]+")
_LEAST_WORDS = 4
_FEEDBACK_WORDS = 12


@check(
    "AUD007",
    severity=Severity.ERROR,
    why=Text(
        sq="Përgjigjet e një kuizi `answers: teacher` i ka vetëm mësuesi; nxënësit nuk duhet t'i gjejnë në tekstin e tyre.",
        en="The answers of a quiz with `answers: teacher` are the teacher's alone; pupils must not find them in their text.",
    ),
    locked=True,
)
def teachers_answers_among_pupils(course: Course) -> Iterator[Finding]:
    """The pupils' text does not give away the answers of the teacher's quiz."""
    texts: dict[tuple[str, str], list[Said]] = {}
    for said in texts_for_pupils(course):
        if edition_of(said):
            texts.setdefault((said.text.owner, said.language), []).append(said)
    for lesson in course.lessons.values():
        for language, secret in _secrets(lesson, course).items():
            yield from _given_away(texts.get((lesson.folder, language), []), language, secret)


def _given_away(
    texts: list[Said], language: str, secret: list[tuple[str, list[str]]]
) -> Iterator[Finding]:
    pattern = pattern_of("answers", language)
    joined = " | ".join(_plain(said.folded) for said in texts)
    for said in texts:
        told = pattern.search(said.folded) if pattern else None
        if told and said.is_meant(*told.span()):
            yield _finding(said, *told.span())
            continue
        plain = f" {_plain(said.folded)} "
        for question, answers in secret:
            if any(
                f" {answer} " in plain
                and (f" {question} " in f" {joined} " or answer.count(" ") >= _FEEDBACK_WORDS)
                for answer in answers
            ):
                yield _finding(said, 0, len(said.folded))
                break


def _secrets(lesson: Lesson, course: Course) -> dict[str, list[tuple[str, list[str]]]]:
    """Each question of the teacher's quizzes with its right answers and feedback, by language."""
    quizzes = lesson.quiz.quizzes if lesson.quiz else ()
    if not any(quiz.answers == "teacher" for quiz in quizzes):
        return {}
    open_texts = {
        language: " | ".join(
            _plain(fold(text[language]))
            for quiz in quizzes
            if quiz.answers == "open"
            for question in quiz.questions
            if isinstance(question, ChoiceQuestion)
            for option in question.options
            for text in (option.text, option.feedback)
        )
        for language in course.languages
    }
    return {
        language: [
            (
                _plain(fold(question.text[language])),
                [
                    plain
                    for option in question.options
                    for text in (
                        (option.text, option.feedback) if option.correct else (option.feedback,)
                    )
                    if (plain := _plain(fold(text[language]))).count(" ") >= _LEAST_WORDS - 1
                    and plain not in open_texts[language]
                ],
            )
            for quiz in quizzes
            if quiz.answers == "teacher"
            for question in quiz.questions
            if isinstance(question, ChoiceQuestion)
        ]
        for language in course.languages
    }


def _plain(folded: str) -> str:
    return _NO_WORD.sub(" ", folded).strip()


def _finding(said: Said, start: int, end: int) -> Finding:
    return Finding(
        said.span(start, max(end, start + 1)),
        Text(
            sq="këtu jepet një përgjigje që e ka vetëm mësuesi",
            en="this gives away an answer that only the teacher has",
        ),
        Text(
            sq="hiqeni këtu, ose bëjeni kuizin `answers: open`",
            en="take it out, or make the quiz `answers: open`",
        ),
    )
