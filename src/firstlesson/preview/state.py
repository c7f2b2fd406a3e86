"""What is shown now: the last good site, and what is wrong with the texts as they stand."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """One moment of the preview."""

    version: str = ""
    """Of what is shown now."""
    folder: Path | None = None
    """The last good site; there is none before the first good build."""
    others: str = ""
    """Of all that pages show beside their text: pictures, scripts."""
    heading: str = ""
    problem: str = ""
    """Why the newest texts are not shown; empty where they are."""


class Board:
    """Where the newest state hangs: one thread puts it up, every open page waits for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._state = State()
        self._closed = False

    @property
    def state(self) -> State:
        """The newest state."""
        return self._state

    @property
    def closed(self) -> bool:
        """Whether nothing more will come."""
        return self._closed

    def show(self, state: State) -> None:
        """Puts up a new state."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def close(self) -> None:
        """Lets all who wait go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def next(self, seen: State, *, patience: float) -> State:
        """Waits for another state than the one seen; after `patience` seconds gives the same."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not seen, patience)
            return self._state
