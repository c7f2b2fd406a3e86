"""A lesson step by step: what pupils see on the wall, and what the teacher has beside it.

Both come from the teacher's own plan, so the wall, the second window and the paper never disagree.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.schema import Quiz, Scenario
from firstlesson.schema.lesson import Part
from firstlesson.site.addresses import HELP, lesson_path, media_path, relative
from firstlesson.site.chrome import help_groups
from firstlesson.site.exercises import asked_of, pictures_of
from firstlesson.site.pieces import blocks_of, lines_of, piece, questions_in
from firstlesson.site.prose import ready
from firstlesson.site.render import render
from firstlesson.site.words import Words
from firstlesson.source.markdown import Section


@dataclass(frozen=True, slots=True)
class Slide:
    """One step of a lesson."""

    title: str
    wall: str
    """What pupils need, as Markdown: a question, a picture, a task, choices; never an answer."""
    notes: str
    """The teacher's script, notes and answers, as Markdown."""
    part: str = ""
    """The part of the plan whose minutes run."""
    minutes: int = 0
    id: str = ""
    """Where a choice of a story leads to."""


def slides(lesson: Lesson, prose: Prose, course: Course, words: Words, *, at: str) -> list[Slide]:
    """The lesson in the order of its plan; what the plan does not name comes after the help."""
    left: list[Quiz | Scenario] = [*(lesson.scenario.scenarios if lesson.scenario else ())]
    left += lesson.quiz.quizzes if lesson.quiz else ()
    found = [_first(lesson, words, at)]
    for part in lesson.data.parts:
        for slide in _part(part, lesson, prose, course, words, at=at):
            found.append(slide)
            named = [one for one in left if one.name[words.language] in slide.notes]
            for exercise in named:
                left.remove(exercise)
                found += _exercise(exercise, lesson, words, at, part)
    found.append(_help(course, words, at))
    for exercise in left:
        found += _exercise(exercise, lesson, words, at, None)
    return found


def _first(lesson: Lesson, words: Words, at: str) -> Slide:
    plan = relative(lesson_path(lesson, "teacher"), at) + ".html"
    return Slide(
        lesson.data.name[words.language],
        render("slide_outcomes", lesson=lesson, words=words),
        render("slide_materials", lesson=lesson, plan=plan, words=words),
    )


def _part(
    part: Part, lesson: Lesson, prose: Prose, course: Course, words: Words, *, at: str
) -> Iterator[Slide]:
    section = prose.document.section(part.id)
    if section is None:
        return
    media = posixpath.dirname(media_path(lesson, "x"))
    wall = piece(prose, _for_the_wall(prose, section))
    notes = piece(prose, lines_of(prose, section))
    yield Slide(
        section.title,
        ready(wall, course, words, at=at, media=media).strip(),
        ready(notes, course, words, at=at, media=media, audience="teacher").strip(),
        part.id,
        part.minutes,
    )


def _for_the_wall(prose: Prose, section: Section) -> list[str]:
    """The pictures and tasks of a part; where there is no task, the questions of the script."""
    lines = [
        f"![{image.text}]({image.target})\n"
        for image in prose.document.images
        if section.first_line <= image.span.line <= section.last_line
    ]
    tasks = blocks_of(prose, section, "task")
    for task in tasks:
        lines += [*task, ""]
    if not tasks:
        said = (" ".join(one) for one in blocks_of(prose, section, "say"))
        lines += [f"- {question}" for text in said for question in questions_in(text)]
    return lines


def _exercise(
    exercise: Quiz | Scenario, lesson: Lesson, words: Words, at: str, part: Part | None
) -> Iterator[Slide]:
    steps = (
        _questions(exercise, words)
        if isinstance(exercise, Quiz)
        else _scenes(exercise, lesson, words, at)
    )
    for step in steps:
        yield replace(step, part=part.id, minutes=part.minutes) if part else step


def _questions(quiz: Quiz, words: Words) -> Iterator[Slide]:
    for number, question in enumerate(quiz.questions, start=1):
        wall = render(
            "slide_question", question=question, choices=asked_of(question, words), words=words
        )
        notes = render("slide_answers", question=question, words=words)
        yield Slide(f"{quiz.name[words.language]} {number}", wall, notes)


def _scenes(scenario: Scenario, lesson: Lesson, words: Words, at: str) -> Iterator[Slide]:
    names = {one.id: one.name[words.language] for one in scenario.scenes}
    pictures = pictures_of(scenario, lesson, at)
    for scene in scenario.scenes:
        shared = {"scene": scene, "story": f"slide-{scenario.id}", "words": words}
        wall = render("slide_scene", picture=pictures.get(scene.id), **shared)
        notes = render("slide_scene_notes", names=names, **shared)
        title = f"{scenario.name[words.language]}: {names[scene.id]}"
        yield Slide(title, wall, notes, id=f"slide-{scenario.id}-{scene.id}")


def _help(course: Course, words: Words, at: str) -> Slide:
    shared = {"help_page": relative(HELP, at) + ".html", "words": words}
    wall = render("slide_help", help=help_groups(course, words, adult=False), **shared)
    notes = render("slide_help", help=help_groups(course, words, adult=True), **shared)
    return Slide(words("help-title"), wall, notes)
