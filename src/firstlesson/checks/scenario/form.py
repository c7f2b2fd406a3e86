"""Stories to play through and cards to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordlists import NOTHING, patterns, word_list
from firstlesson.checks.scenario._stories import Story, stories
from firstlesson.course.model import Course, Lesson
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text


@check(
    "QUZ057",
    severity=Severity.ERROR,
    why=Text(
        sq="Kur tema është shfrytëzimi seksual ose ekstremizmi, asnjë fëmijë nuk duhet të luajë se si i "
        "përgjigjet atij që lëndon: një zgjedhje “e gabuar” do ta bënte fajtor. Për këto bisedohet.",
        en="Where the topic is sexual exploitation or extremism, no child should play at answering the one who "
        "harms: a “wrong” choice would make it guilty. These are talked about.",
    ),
    locked=True,
)
def choices_on_harm(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Stories on sexual or extremist topics have the form `discussion`."""
    topics = set(word_list("scenario", "words")["discussion-only"])
    about = next((one for one in lesson.data.about if one in topics), "")
    for story in stories(lesson):
        if story.scenario.form != "choices":
            continue
        name = about and course.topics[about].name if about in course.topics else None
        word = "" if about else _telling(story, course)
        if about or word:
            shown_sq, shown_en = (name["sq"], name["en"]) if name else (word or about,) * 2
            yield Finding(
                story.source.span(*story.route, "form"),
                Text(
                    sq=f"për këtë temë ({shown_sq}) historia nuk luhet me zgjedhje",
                    en=f"on this topic ({shown_en}) a story is not played with choices",
                ),
                Text(
                    sq="shkruani `form: discussion`, pa `choices`, me pyetje te `discuss`",
                    en="write `form: discussion`, without `choices`, with questions in `discuss`",
                ),
            )


def _telling(story: Story, course: Course) -> str:
    """A word of the story itself that shows its topic."""
    words = patterns("scenario", "words", "harm")
    scenes = (*story.route, "scenes")
    for said in texts_by_file(course).get(story.source.path, ()):
        route = said.text.route
        if route[:2] != story.route:
            continue
        told = len(route) == 4 or (route[:3] == scenes and len(route) == 6)
        if told and route[-2] in ("introduction", "text", "name"):
            match = words.get(said.language, NOTHING).search(said.folded)
            if match:
                return match[0]
    return ""


@check(
    "QUZ061",
    severity=Severity.ERROR,
    why=Text(
        sq="Te kartat për bisedë zgjedhjet nuk shfaqen: çfarë shkruhet aty humbet.",
        en="Cards to talk about show no choices: what is written there is lost.",
    ),
)
def discussion_with_choices(lesson: Lesson) -> Iterator[Finding]:
    """A discussion has no choices, and a story to play through has some."""
    for story in stories(lesson):
        scenes = story.scenario.scenes
        first = next((index for index, scene in enumerate(scenes) if scene.choices), None)
        if story.scenario.form == "discussion" and first is not None:
            yield Finding(
                story.source.key_span(*story.route, "scenes", first, "choices"),
                Text(
                    sq="kjo histori është për bisedë, por ka zgjedhje",
                    en="this story is for discussion, but it has choices",
                ),
                Text(
                    sq="kthejini në pyetje te `discuss`, ose shkruani `form: choices`",
                    en="turn them into questions in `discuss`, or write `form: choices`",
                ),
            )
        elif story.scenario.form == "choices" and first is None:
            yield Finding(
                story.source.span(*story.route, "form"),
                Text(
                    sq="kjo histori luhet me zgjedhje, por nuk ka asnjë",
                    en="this story is played with choices, but has none",
                ),
                Text(
                    sq="shtoni `choices`, ose shkruani `form: discussion`",
                    en="add `choices`, or write `form: discussion`",
                ),
            )


@check(
    "QUZ062",
    severity=Severity.WARNING,
    why=Text(
        sq="Pa pyetje klasa mbetet me historinë dhe pa atë që mësohet prej saj.",
        en="Without questions a class is left with the story and without what is learnt from it.",
    ),
)
def nothing_to_discuss(lesson: Lesson) -> Iterator[Finding]:
    """A story for discussion asks something in at least one scene."""
    for story in stories(lesson):
        if story.scenario.form == "discussion" and not any(
            one.discuss for one in story.scenario.scenes
        ):
            yield Finding(
                story.source.span(*story.route, "form"),
                Text(
                    sq="kjo histori është për bisedë, por nuk pyet asgjë",
                    en="this story is for discussion, but asks nothing",
                ),
                Text(sq="shtoni pyetje te `discuss`", en="add questions in `discuss`"),
            )


@check(
    "QUZ064",
    severity=Severity.WARNING,
    why=Text(
        sq="Fëmijët njohin njëri-tjetrin: duhet të dihet që historia nuk është për askënd në klasë.",
        en="Children know one another: it must be clear that a story is about nobody in the class.",
    ),
)
def not_said_made_up(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The introduction of a story says that it is made up."""
    saying = patterns("scenario", "words", "made-up")
    [said_of] = _by_place(course)
    for story in stories(lesson):
        for language in course.languages:
            told = [
                said_of.get((story.source.path, *story.route, key, language))
                for key in ("introduction", "name")
            ]
            if language in saying and not any(
                one and saying[language].search(one.folded) for one in told
            ):
                yield Finding(
                    story.source.span(*story.route, "introduction", language),
                    Text(
                        sq="hyrja nuk thotë që historia është e trilluar",
                        en="the introduction does not say that the story is made up",
                    ),
                    Text(
                        sq="shtoni “Kjo histori është e trilluar.”",
                        en="add “This story is made up.”",
                    ),
                )
                break


@once_for_a_course
def _by_place(course: Course) -> Iterator[dict[tuple[str | int, ...], Said]]:
    """The short texts of all stories, by their file and route."""
    yield {
        (said.text.path, *said.text.route): said
        for path, texts in texts_by_file(course).items()
        if path.endswith("/scenario.yml")
        for said in texts
    }
