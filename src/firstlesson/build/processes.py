"""Copies of this process that work at the same time (`cores` says whether that is safe)."""

from __future__ import annotations

import ctypes
import multiprocessing
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

from firstlesson.build.cores import StoppedError, Tell

K = TypeVar("K")
T = TypeVar("T")

_DIES_WITH_PARENT = 1
"""Linux' name for it, PR_SET_PDEATHSIG."""


def at_once(
    works: Mapping[K, Callable[[Tell], T]], most: int, tell: Tell, meanwhile: Callable[[], object]
) -> Iterator[tuple[K, T]]:
    """Does all works in copies of this process, so many at a time; gives each one's result.

    This process itself does `meanwhile` once the first of them are at work.
    """
    waiting, running = list(works.items()), dict[Connection, tuple[K, BaseProcess]]()
    idle = True
    try:
        while waiting or running:
            while waiting and len(running) < most:
                name, work = waiting.pop(0)
                heard, process = _started(work)
                running[heard] = (name, process)
            if idle:
                idle = False
                meanwhile()
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
