"""Answers that say yes in one language and no in the other."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._wordlists import patterns
from firstlesson.checks.quiz._questions import asked, plain
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema.quiz import ChoiceQuestion


@check(
    "TRN024",
    severity=Severity.ERROR,
    why=Text(
        sq="E njëjta përgjigje do të dilte e saktë në një gjuhë dhe e gabuar në tjetrën.",
        en="The same answer would be called right in one language and wrong in the other.",
    ),
    locked=True,
)
def answers_differ(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """An option that says `true` or `yes` in one language does so in the other."""
    yes = patterns("translation", "answers", "true")
    no = patterns("translation", "answers", "false")
    for one in asked(lesson):
        if not isinstance(one.question, ChoiceQuestion):
            continue
        for index, option in enumerate(one.question.options):
            heard = {one: plain(option.text[one]) for one in course.languages if one in yes}
            said = {
                language: bool(yes[language].fullmatch(text))
                for language, text in heard.items()
                if yes[language].fullmatch(text) or no[language].fullmatch(text)
            }
            if len(set(said.values())) > 1:
                language = next(name for name in said if name != course.source_language)
                first = one.source.span(
                    *one.route, "options", index, "text", course.source_language
                )
                yield Finding(
                    one.source.span(*one.route, "options", index, "text", language),
                    Text(
                        sq="kjo përgjigje thotë po në një gjuhë dhe jo në tjetrën",
                        en="this answer says yes in one language and no in the other",
                    ),
                    Text(sq="ndrequni njërën", en="correct one of them"),
                    related=(first,),
                )
