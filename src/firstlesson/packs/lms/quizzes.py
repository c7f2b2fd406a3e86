"""The quizzes that go to a learning platform: for pupils only those whose answers are open."""

from __future__ import annotations

from firstlesson.packs.about import About
from firstlesson.packs.source import Page, Source
from firstlesson.schema import Quiz
from firstlesson.site.addresses import lesson_path


def quizzes_for(source: Source, page: Page) -> tuple[Quiz, ...]:
    """The quizzes whose answers the readers of a lesson's page may have: teachers all of them."""
    course, audience = source.course, page.draft.audience
    for lesson in course.lessons.values():
        if audience and lesson.quiz and lesson_path(lesson, audience) == page.draft.path:
            reader = course.audiences[audience]
            if reader.educational_role == "teacher":
                return lesson.quiz.quizzes
            return tuple(
                one for one in lesson.quiz.quizzes if reader.minor and one.answers == "open"
            )
    return ()


def help_line(said: About) -> str:
    """Whom to turn to, as it stands before the questions."""
    ways = [f"{one.name} – {one.shown}" if one.shown else one.name for one in said.help]
    return f"{said.help_title}: {'; '.join(ways)}"
