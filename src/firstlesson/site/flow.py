"""A protocol's ways as a picture: boxes and arrows, drawn at build time, the same bytes each time.

The main way runs down on the left; each branch stands on the right, level with the step it leaves.
The picture repeats what the steps say in words, so a reader who cannot see it misses nothing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firstlesson.course.graph import main_way, way_of
from firstlesson.schema import ProtocolFile
from firstlesson.schema.protocol import Step
from firstlesson.site.render import render
from firstlesson.site.words import Words

_BOX, _GAP, _TOP, _LINE, _PAD = 300, 60, 10, 22, 14
_CHARACTERS = 30


@dataclass(frozen=True, slots=True)
class Box:
    """One step in the picture; measures in pixels."""

    id: str
    number: int
    lines: tuple[str, ...]
    x: int
    y: int
    height: int
    branch: bool

    @property
    def middle(self) -> int:
        """Where arrows begin and end, from the left."""
        return self.x + _BOX // 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to another, as an SVG path."""

    path: str
    aside: bool


def flow(protocol: ProtocolFile, numbers: Mapping[str, int], words: Words) -> str:
    """The picture as inline SVG; empty where a protocol has no branch to show."""
    boxes = _placed(protocol, numbers, words)
    arrows = [
        _arrow(boxes[step.id], boxes[one.to])
        for step in protocol.steps
        for one in step.next
        if step.id in boxes and one.to in boxes
    ]
    height = max(box.y + box.height for box in boxes.values()) + _TOP
    return render(
        "flow",
        id=protocol.id,
        boxes=list(boxes.values()),
        arrows=arrows,
        width=2 * _BOX + _GAP + 20,
        height=height,
        box=_BOX,
        line=_LINE,
        pad=_PAD,
        words=words,
        name=protocol.name[words.language],
    )


def _placed(protocol: ProtocolFile, numbers: Mapping[str, int], words: Words) -> dict[str, Box]:
    boxes: dict[str, Box] = {}
    bottom = _column(main_way(protocol), boxes, numbers, words, x=10, top=_TOP, branch=False)
    right = _TOP
    for branch in protocol.branches:
        steps = [step for step in way_of(protocol, branch) if step.id not in boxes]
        right = _column(steps, boxes, numbers, words, x=10 + _BOX + _GAP, top=right, branch=True)
    del bottom
    return boxes


def _column(
    steps: Sequence[Step],
    boxes: dict[str, Box],
    numbers: Mapping[str, int],
    words: Words,
    *,
    x: int,
    top: int,
    branch: bool,
) -> int:
    """Places steps below one another and gives the next free height."""
    for step in steps:
        text = f"{numbers[step.id]}. {step.name[words.language]}"
        lines = tuple(textwrap.wrap(text, _CHARACTERS))
        height = len(lines) * _LINE + 2 * _PAD
        boxes[step.id] = Box(step.id, numbers[step.id], lines, x, top, height, branch)
        top += height + 34
    return top


def _arrow(start: Box, end: Box) -> Arrow:
    """Straight down to the next box of a column; around the side everywhere else."""
    if start.x == end.x and start.y < end.y <= start.y + start.height + 40:
        return Arrow(f"M{start.middle} {start.y + start.height}V{end.y - 4}", aside=False)
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    if start.x < end.x:
        middle = start.x + _BOX + _GAP // 2
        return Arrow(f"M{start.x + _BOX} {y1}H{middle}V{y2}H{end.x - 4}", aside=True)
    if start.x > end.x:
        middle = end.x + _BOX + _GAP // 2
        return Arrow(f"M{start.x} {y1}H{middle}V{y2}H{end.x + _BOX + 4}", aside=True)
    side = start.x + _BOX + 8
    return Arrow(f"M{start.x + _BOX} {y1}H{side}V{y2}H{end.x + _BOX + 4}", aside=True)
