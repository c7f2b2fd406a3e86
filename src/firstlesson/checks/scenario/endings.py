"""How a story ends."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._ways import reached
from firstlesson.checks.scenario._stories import stories
from firstlesson.course.model import Lesson
from firstlesson.diagnostics import Severity, Text

_LET = Text(
    sq="lejohen `ending: good`, `mixed` ose `unfinished`",
    en="allowed are `ending: good`, `mixed` or `unfinished`",
)


@check(
    "QUZ052",
    severity=Severity.ERROR,
    why=Text(
        sq="Aty ku nuk ka më zgjedhje, fëmija duhet të dijë që historia mbaroi dhe si.",
        en="Where there is nothing left to choose, a child must know that the story is over, and how.",
    ),
)
def scene_without_ending(lesson: Lesson) -> Iterator[Finding]:
    """In a story with choices, a scene without choices says which `ending` it is."""
    for story in stories(lesson):
        if story.scenario.form != "choices" or not story.has_choices:
            continue
        for index, scene in enumerate(story.scenario.scenes):
            if not scene.choices and scene.ending is None:
                yield Finding(
                    story.source.span(*story.route, "scenes", index, "id"),
                    Text(
                        sq=f"skena `{scene.id}` nuk ka as zgjedhje, as `ending`",
                        en=f"the scene `{scene.id}` has neither choices nor an `ending`",
                    ),
                    _LET,
                )


@check(
    "QUZ053",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fund nuk vazhdon: lexuesi nuk e di nëse duhet të zgjedhë apo ka mbaruar.",
        en="An ending does not go on: a reader cannot tell whether to choose or whether it is over.",
    ),
)
def ending_with_choices(lesson: Lesson) -> Iterator[Finding]:
    """A scene that is an ending has no choices."""
    for story in stories(lesson):
        for index, scene in enumerate(story.scenario.scenes):
            if scene.choices and scene.ending is not None:
                yield Finding(
                    story.source.key_span(*story.route, "scenes", index, "ending"),
                    Text(
                        sq=f"skena `{scene.id}` ka edhe `ending`, edhe zgjedhje",
                        en=f"the scene `{scene.id}` has both an `ending` and choices",
                    ),
                    Text(sq="lini vetëm njërën", en="leave only one of them"),
                )


@check(
    "QUZ055",
    severity=Severity.ADVICE,
    why=Text(
        sq="Në jetë ka më shumë se një rrugë të mirë; një histori me një të vetme mëson se kush gabon, humbi.",
        en="In life there is more than one good way; a story with a single one teaches that one mistake loses all.",
    ),
)
def few_good_ways(lesson: Lesson) -> Iterator[Finding]:
    """At least two choices of a story lead to a good ending."""
    for story in stories(lesson):
        scenes = story.scenario.scenes
        good = {scene.id for scene in scenes if scene.ending == "good"}
        choices = sum(len(scene.choices) for scene in scenes)
        if story.scenario.form != "choices" or not story.is_whole or not good or choices < 2:
            continue
        met = reached([scenes[0].id], story.edges)
        ways = sum(to in good for scene in met for to in story.edges[scene])
        if ways == 1:
            yield Finding(
                story.source.span(*story.route, "id"),
                Text(
                    sq=f"te historia `{story.scenario.id}` vetëm një zgjedhje çon te një fund i mirë",
                    en=f"in the story `{story.scenario.id}` only one choice leads to a good ending",
                ),
                Text(
                    sq="shtoni edhe një rrugë të mirë, për shembull pas një gabimi",
                    en="add another good way, for example after a mistake",
                ),
            )


@check(
    "QUZ056",
    severity=Severity.WARNING,
    why=Text(
        sq="Një histori pa asnjë fund të mirë tremb dhe nuk mëson; gjithmonë ka një hap që ndihmon.",
        en="A story without any good ending frightens and does not teach; there is always a step that helps.",
    ),
)
def no_good_ending(lesson: Lesson) -> Iterator[Finding]:
    """A story with choices can end well."""
    for story in stories(lesson):
        scenes = story.scenario.scenes
        if story.scenario.form == "choices" and not any(one.ending == "good" for one in scenes):
            if not any(one.ending for one in scenes):
                continue  # endings are missing altogether, which is told already
            yield Finding(
                story.source.span(*story.route, "id"),
                Text(
                    sq=f"historia `{story.scenario.id}` nuk ka asnjë fund të mirë",
                    en=f"the story `{story.scenario.id}` has no good ending",
                ),
                Text(sq="shtoni një skenë me `ending: good`", en="add a scene with `ending: good`"),
            )
