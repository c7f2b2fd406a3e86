"""Work on all cores: each piece in a copy of this process, where copying it is safe."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

K = TypeVar("K")
T = TypeVar("T")
Tell = Callable[[str, str], None]
"""How a piece of work tells how far it is."""

_DIES_WITH_PARENT = 1
"""Linux' name for it, PR_SET_PDEATHSIG."""


class StoppedError(Exception):
    """A piece of work ended without a result: the system stopped it."""


def cores() -> int:
    """How many processes may work for us: one where copying this one is not safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def side_by_side(works: Mapping[K, Callable[[Tell], T]], tell: Tell) -> Iterator[tuple[K, T]]:
    """Does all works, as many at once as there are cores; gives each one's result when it is there.

    What a work tells is told on by this process. Where one fails the others are ended.
    """
    most = min(cores(), len(works))
    if most < 2:
        for name, work in works.items():
            yield name, work(tell)
        return
    waiting, running = list(works.items()), dict[Connection, tuple[K, BaseProcess]]()
    try:
        while waiting or running:
            while waiting and len(running) < most:
                name, work = waiting.pop(0)
                heard, process = _started(work)
                running[heard] = (name, process)
            for heard in cast("list[Connection]", wait(list(running))):
                name, process = running[heard]
                try:
                    kind, value = heard.recv()
                except EOFError:
                    raise StoppedError(name) from None
                if kind == "told":
                    tell(*value)
                elif kind == "failed":
                    raise value
                else:
                    del running[heard]
                    process.join()
                    yield name, value
    finally:
        for _, process in running.values():
            process.terminate()
            process.join()


def _started(work: Callable[[Tell], T]) -> tuple[Connection, BaseProcess]:
    fork = multiprocessing.get_context("fork")
    heard, told = fork.Pipe(duplex=False)
    process = fork.Process(target=_do, args=(told, work), daemon=True)
    process.start()
    told.close()
    return heard, process


def _do(told: Connection, work: Callable[[Tell], T]) -> None:
    """What a copy of the process does: it works, and sends what there is to tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is at the keyboard speaks to the first one
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    try:
        told.send(("done", work(lambda *said: told.send(("told", said)))))
    except Exception as error:  # noqa: BLE001  # whatever it is, the first process raises it
        told.send(("failed", _sendable(error)))


def _sendable(error: Exception) -> Exception:
    error.add_note(traceback.format_exc())
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    except Exception:  # noqa: BLE001  # each class has its own reasons
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
