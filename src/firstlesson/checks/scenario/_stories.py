"""All stories of a lesson with the place of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firstlesson.course.model import Lesson
from firstlesson.schema import Scenario
from firstlesson.source.yaml import Route, YamlDocument


@dataclass(frozen=True, slots=True)
class Story:
    """One story where it stands."""

    scenario: Scenario
    route: Route
    source: YamlDocument

    @property
    def edges(self) -> dict[str, list[str]]:
        """From each scene to those that its choices lead to."""
        return {scene.id: [one.to for one in scene.choices] for scene in self.scenario.scenes}

    @property
    def has_choices(self) -> bool:
        """Whether there is anything to choose."""
        return any(scene.choices for scene in self.scenario.scenes)

    @property
    def is_whole(self) -> bool:
        """Whether every choice leads to a scene that is there."""
        edges = self.edges
        return all(to in edges for following in edges.values() for to in following)


def stories(lesson: Lesson) -> Iterator[Story]:
    """The stories of a lesson."""
    if lesson.scenario is None or lesson.scenario_source is None:
        return
    for index, scenario in enumerate(lesson.scenario.scenarios):
        yield Story(scenario, ("scenarios", index), lesson.scenario_source)
