"""Ways through a story or a protocol: what can be reached, and from where an end is reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Edges = Mapping[str, Sequence[str]]


def reached(starts: Iterable[str], edges: Edges) -> set[str]:
    """All that can be reached from the starts, themselves included."""
    seen: set[str] = set()
    waiting = [start for start in starts if start in edges]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting.extend(to for to in edges[node] if to in edges)
    return seen


def leading_to(ends: Iterable[str], edges: Edges) -> set[str]:
    """All from which one of the ends can be reached, the ends included."""
    backwards: dict[str, list[str]] = {node: [] for node in edges}
    for node, following in edges.items():
        for to in following:
            if to in backwards:
                backwards[to].append(node)
    return reached(ends, backwards)
