"""The ways through a story: every choice leads on, every scene can be met, every way ends."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._did_you_mean import did_you_mean, replaced
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._ways import leading_to, reached
from firstlesson.checks.scenario._stories import stories
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text


@check(
    "QUZ050",
    severity=Severity.ERROR,
    why=Text(
        sq="Fëmija zgjedh dhe historia nuk vazhdon: mbetet pa përgjigje pikërisht aty ku duhej ndihma.",
        en="A child chooses and the story does not go on: no answer, just where help was needed.",
    ),
    locked=True,
)
def unknown_scene(lesson: Lesson) -> Iterator[Finding]:
    """Every choice leads to a scene of the same story."""
    for story in stories(lesson):
        known = list(story.edges)
        for first, scene in enumerate(story.scenario.scenes):
            for second, choice in enumerate(scene.choices):
                if choice.to not in known:
                    at = story.source.span(*story.route, "scenes", first, "choices", second, "to")
                    yield Finding(
                        at,
                        Text(
                            sq=f"skena `{choice.to}` nuk ekziston në këtë histori",
                            en=f"there is no scene `{choice.to}` in this story",
                        ),
                        did_you_mean(choice.to, known),
                        replaced(choice.to, known, at),
                    )


@check(
    "QUZ051",
    severity=Severity.ERROR,
    why=Text(
        sq="Një skenë ku nuk çon asnjë zgjedhje nuk lexohet kurrë; shpesh është pikërisht ajo me ndihmën.",
        en="A scene to which no choice leads is never read; often it is the very one with the help.",
    ),
)
def unreachable_scene(lesson: Lesson) -> Iterator[Finding]:
    """Every scene of a story with choices can be reached from the first."""
    for story in stories(lesson):
        if story.scenario.form != "choices" or not story.is_whole or not story.has_choices:
            continue  # what is missing there is told already
        met = reached([story.scenario.scenes[0].id], story.edges)
        unmet = [scene.id for scene in story.scenario.scenes if scene.id not in met]
        inside = {to for one in unmet for to in story.edges[one] if to != one}
        for index, scene in enumerate(story.scenario.scenes):
            # Scenes that follow an unmet one are met as soon as it is; of a circle, the first is told.
            if scene.id in unmet and (scene.id not in inside or unmet[0] == scene.id):
                yield Finding(
                    story.source.span(*story.route, "scenes", index, "id"),
                    Text(
                        sq=f"asnjë zgjedhje nuk çon te skena `{scene.id}`",
                        en=f"no choice leads to the scene `{scene.id}`",
                    ),
                    Text(
                        sq=f"shtoni një zgjedhje me `to: {scene.id}`, ose hiqeni skenën",
                        en=f"add a choice with `to: {scene.id}`, or remove the scene",
                    ),
                )


@check(
    "QUZ054",
    severity=Severity.ERROR,
    why=Text(
        sq="Fëmija sillet në rreth dhe historia nuk mbaron kurrë: as ndihma, as fjala e fundit nuk vijnë.",
        en="A child goes round in circles and the story never ends: neither help nor a last word comes.",
    ),
    locked=True,
)
def no_way_out(lesson: Lesson) -> Iterator[Finding]:
    """From every scene some way leads to an ending."""
    for story in stories(lesson):
        if story.scenario.form != "choices" or not story.is_whole:
            continue
        scenes = story.scenario.scenes
        ends = [scene.id for scene in scenes if not scene.choices]
        free = leading_to(ends, story.edges)
        met = reached([scenes[0].id], story.edges)
        caught = [i for i, scene in enumerate(scenes) if scene.id in met and scene.id not in free]
        if caught:
            places = [story.source.span(*story.route, "scenes", index, "id") for index in caught]
            yield Finding(
                places[0],
                Text(
                    sq=f"nga skena `{scenes[caught[0]].id}` nuk arrihet asnjë fund",
                    en=f"from the scene `{scenes[caught[0]].id}` no ending can be reached",
                ),
                Text(
                    sq="shtoni një zgjedhje që çon te një fund",
                    en="add a choice that leads to an ending",
                ),
                related=tuple(places[1:]),
            )
