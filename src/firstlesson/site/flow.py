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

_BOX, _GAP, _TOP, _LINE, _PAD = 300, 110, 10, 22, 14
_LANES = 10
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
    ways = [(step.id, one.to) for step in protocol.steps for one in step.next]
    ways = [(start, to) for start, to in ways if start in boxes and to in boxes]
    aside = [way for way in ways if not _follows(boxes[way[0]], boxes[way[1]])]
    arrows = [
        _arrow(
            boxes[start], boxes[to], lane=aside.index((start, to)) if (start, to) in aside else 0
        )
        for start, to in ways
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
    _column(main_way(protocol), boxes, numbers, words, x=10, top=_TOP, branch=False)
    right = _TOP
    for branch in protocol.branches:
        steps = [step for step in way_of(protocol, branch) if step.id not in boxes]
        right = _column(steps, boxes, numbers, words, x=10 + _BOX + _GAP, top=right, branch=True)
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


def _follows(start: Box, end: Box) -> bool:
    """Whether a box stands right below another one."""
    return start.x == end.x and start.y < end.y <= start.y + start.height + 40


def _arrow(start: Box, end: Box, *, lane: int) -> Arrow:
    """Straight down to the next box of a column; through a lane of its own everywhere else."""
    if _follows(start, end):
        return Arrow(f"M{start.middle} {start.y + start.height}V{end.y - 4}", aside=False)
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    middle = 10 + _BOX + 15 + lane % _LANES * (_GAP - 30) // (_LANES - 1)
    leaves = start.x + _BOX if start.x < middle else start.x
    enters = end.x + _BOX + 4 if end.x < middle else end.x - 4
    return Arrow(f"M{leaves} {y1}H{middle}V{y2}H{enters}", aside=True)
