"""Work on all cores: each piece in a copy of this process, where copying it is safe."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
T = TypeVar("T")
Tell = Callable[[str, str], None]
"""How a piece of work tells how far it is."""


class StoppedError(Exception):
    """A piece of work ended without a result: the system stopped it."""


def cores() -> int:
    """How many processes may work for us: one where copying this one is not safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def side_by_side(
    works: Mapping[K, Callable[[Tell], T]],
    tell: Tell,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[tuple[K, T]]:
    """Does all works, as many at once as there are cores; gives each one's result when it is there.

    What a work tells is told on by this process. Where one fails the others are ended. Only where
    several are at work is `meanwhile` done, by this process.
    """
    most = min(cores(), len(works))
    if most < 2:
        for name, work in works.items():
            yield name, work(tell)
        return
    # Where a small part is made again, one process does it and needs none of this.
    from firstlesson.build.processes import at_once  # noqa: PLC0415

    yield from at_once(works, most, tell, meanwhile)
