"""The course as readers may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.schema import Status

T = TypeVar("T")
Text = TypeVar("Text", Lesson, Protocol)


def without_outlines(course: Course) -> Course:
    """The course without the lessons and protocols that are only outlines.

    An outline has just been begun: its author sees it in the preview, nobody else sees it anywhere.
    """
    texts: list[Lesson | Protocol] = [*course.lessons.values(), *course.protocols.values()]
    outlines = {one.folder for one in texts if one.data.creative_work_status is Status.OUTLINE}
    return replace(
        course,
        lessons=_finished(course.lessons),
        protocols=_finished(course.protocols),
        prose=tuple(one for one in course.prose if one.owner not in outlines),
        prose_of=_without(course.prose_of, outlines),
        documents_of=_without(course.documents_of, outlines),
        made_from=_without(course.made_from, outlines),
    )


def _finished(texts: Mapping[str, Text]) -> dict[str, Text]:
    return {
        name: one
        for name, one in texts.items()
        if one.data.creative_work_status is not Status.OUTLINE
    }


def _without(texts: Mapping[str, T], folders: set[str]) -> dict[str, T]:
    return {folder: text for folder, text in texts.items() if folder not in folders}
