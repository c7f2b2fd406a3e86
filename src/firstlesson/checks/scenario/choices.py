"""Choices of a scene that a reader cannot tell apart, and ids that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import equal_to_earlier
from firstlesson.checks.quiz.id_twice import ids_twice, said_twice
from firstlesson.checks.scenario._stories import stories
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Severity, Text


@check(
    "QUZ059",
    severity=Severity.ERROR,
    why=Text(
        sq="Dy zgjedhje me të njëjtat fjalë çojnë në vende të ndryshme, dhe lexuesi nuk e di pse.",
        en="Two choices in the same words lead to different places, and a reader cannot tell why.",
    ),
)
def equal_choices(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The choices of a scene differ in every language."""
    for story in stories(lesson):
        for index, scene in enumerate(story.scenario.scenes):
            told: set[int] = set()
            for language in course.languages:
                texts = [choice.text for choice in scene.choices]
                for later, earlier in equal_to_earlier(texts, language):
                    if later in told:
                        continue
                    told.add(later)
                    route = (*story.route, "scenes", index, "choices")
                    first = story.source.span(*route, earlier, "text", language)
                    yield Finding(
                        story.source.span(*route, later, "text", language),
                        Text(
                            sq=f"kjo zgjedhje është njësoj si ajo në rreshtin {first.line}",
                            en=f"this choice is the same as the one on line {first.line}",
                        ),
                        Text(sq="ndryshojeni ose hiqeni", en="change or remove it"),
                        related=(first,),
                    )


@check(
    "QUZ060",
    severity=Severity.ERROR,
    why=Text(
        sq="Zgjedhjet i gjejnë skenat nga emri; nga dy skena me një emër njëra nuk shihet kurrë.",
        en="Choices find scenes by id; of two scenes with one id, one is never seen.",
    ),
    locked=True,
)
def scene_id_twice(lesson: Lesson) -> Iterator[Finding]:
    """Stories, scenes and choices have ids of their own."""
    if lesson.scenario and lesson.scenario_source:
        for at, name, first in ids_twice(lesson.scenario_source):
            yield said_twice(at, name, first)
