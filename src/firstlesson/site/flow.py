"""A protocol's ways as a picture: boxes and arrows, drawn at build time, the same bytes each time.

There are two: a wide one, the main way on the left and the branches on the right, and one for a
phone, the branches below the main way. The picture repeats what the steps say in words, so a reader who cannot see it misses nothing.
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

_BOX, _GAP, _TOP, _LINE, _PAD, _LABEL = 300, 110, 10, 22, 14, 28
_LANES = 10
_CHARACTERS = 30


@dataclass(frozen=True, slots=True)
class Box:
    """One step in the picture; measures in pixels."""

    id: str
    lines: tuple[str, ...]
    x: int
    y: int
    height: int
    branch: bool
    label: str
    """The name of the case that begins here; it stands above the box."""

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
    """Both pictures as inline SVG, inside a box that opens."""
    pictures = [
        {
            "id": f"{protocol.id}-{name}",
            "name": name,
            "boxes": list(boxes.values()),
            "arrows": _arrows(protocol, boxes, narrow=narrow),
            "width": _PAD + _LANE_ROOM + _BOX if narrow else 2 * _BOX + _GAP + 20,
            "height": max(box.y + box.height for box in boxes.values()) + _TOP,
        }
        for name, narrow in (("wide", False), ("narrow", True))
        for boxes in [_placed(protocol, numbers, words, narrow=narrow)]
    ]
    return render(
        "flow",
        pictures=pictures,
        box=_BOX,
        line=_LINE,
        pad=_PAD,
        words=words,
        name=protocol.name[words.language],
    )


_LANE_ROOM = 46
"""How much room the ways aside have on a phone, left of the boxes."""


def _placed(
    protocol: ProtocolFile, numbers: Mapping[str, int], words: Words, *, narrow: bool
) -> dict[str, Box]:
    boxes: dict[str, Box] = {}
    labels: dict[str, list[str]] = {}
    for branch in protocol.branches:
        labels.setdefault(branch.start, []).append(branch.name[words.language])
    left = _LANE_ROOM if narrow else 10
    below = _column(main_way(protocol), boxes, numbers, words, x=left, top=_TOP, labels={})
    right, top = (left, below) if narrow else (10 + _BOX + _GAP, _TOP)
    for branch in protocol.branches:
        steps = [step for step in way_of(protocol, branch) if step.id not in boxes]
        top = _column(steps, boxes, numbers, words, x=right, top=top, labels=labels)
    return boxes


def _column(
    steps: Sequence[Step],
    boxes: dict[str, Box],
    numbers: Mapping[str, int],
    words: Words,
    *,
    x: int,
    top: int,
    labels: Mapping[str, Sequence[str]],
) -> int:
    """Places steps below one another and gives the next free height."""
    for step in steps:
        label = " / ".join(labels.get(step.id, ()))
        top += _LABEL if label else 0
        text = f"{numbers[step.id]}. {step.name[words.language]}"
        lines = tuple(textwrap.wrap(text, _CHARACTERS))
        height = len(lines) * _LINE + 2 * _PAD
        boxes[step.id] = Box(step.id, lines, x, top, height, bool(labels), label)
        top += height + 34
    return top


def _arrows(protocol: ProtocolFile, boxes: Mapping[str, Box], *, narrow: bool) -> list[Arrow]:
    ways = [(step.id, one.to) for step in protocol.steps for one in step.next]
    ways = [(start, to) for start, to in ways if start in boxes and to in boxes]
    aside = [way for way in ways if not _follows(boxes[way[0]], boxes[way[1]])]
    arrows = []
    for start, to in ways:
        lane = aside.index((start, to)) % _LANES if (start, to) in aside else 0
        draw = _beside if narrow else _between
        arrows.append(_down(boxes[start], boxes[to]) or draw(boxes[start], boxes[to], lane))
    return arrows


def _follows(start: Box, end: Box) -> bool:
    """Whether a box stands right below another one of the same way."""
    near = start.y < end.y <= start.y + start.height + 40
    return start.x == end.x and start.branch == end.branch and near and not end.label


def _down(start: Box, end: Box) -> Arrow | None:
    """Straight down to the next box of a column."""
    if not _follows(start, end):
        return None
    return Arrow(f"M{start.middle} {start.y + start.height}V{end.y - 4}", aside=False)


def _between(start: Box, end: Box, lane: int) -> Arrow:
    """Through a lane of its own between the two columns."""
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    middle = 10 + _BOX + 15 + lane * (_GAP - 30) // (_LANES - 1)
    leaves = start.x + _BOX if start.x < middle else start.x
    enters = end.x + _BOX + 4 if end.x < middle else end.x - 4
    return Arrow(f"M{leaves} {y1}H{middle}V{y2}H{enters}", aside=True)


def _beside(start: Box, end: Box, lane: int) -> Arrow:
    """Through a lane of its own left of the boxes."""
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    return Arrow(f"M{start.x} {y1}H{4 + lane * 3}V{y2}H{end.x - 4}", aside=True)
