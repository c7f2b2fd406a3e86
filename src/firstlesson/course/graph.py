"""Steps and scenes as a graph: what is reached from where, and in which order to tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstlesson.schema import ProtocolFile
from firstlesson.schema.protocol import Branch, Step


def reached(start: str, edges: Mapping[str, Sequence[str]]) -> list[str]:
    """The nodes that can be reached from `start`, itself first, nearest ways first."""
    order: list[str] = []
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node in edges and node not in order:
            order.append(node)
            waiting.extend(reversed(edges[node]))
    return order


def edges_of(protocol: ProtocolFile) -> dict[str, list[str]]:
    """From each step to the steps that may follow it."""
    return {step.id: [one.to for one in step.next] for step in protocol.steps}


def main_way(protocol: ProtocolFile) -> list[Step]:
    """The steps that belong to no branch, as they are written."""
    branched = {step.id for branch in protocol.branches for step in way_of(protocol, branch)}
    return [step for step in protocol.steps if step.id not in branched]


def way_of(protocol: ProtocolFile, branch: Branch) -> list[Step]:
    """The steps of one branch: those that the main way reaches only through the branch."""
    starts = {one.start for one in protocol.branches}
    edges = edges_of(protocol)
    outside = {
        node: [to for to in following if to not in starts] for node, following in edges.items()
    }
    main = set(reached(protocol.steps[0].id, outside))
    others = starts - {branch.start}
    inside = {node: [to for to in edges[node] if to not in others] for node in edges}
    order = reached(branch.start, inside)
    by_id = {step.id: step for step in protocol.steps}
    return [by_id[node] for node in order if node not in main]
