"""Work on all cores: each result once, what is told is heard, and a failure ends the rest."""

from __future__ import annotations

import errno
import os
import signal
import sys
import time

import pytest

from firstlesson.build.cores import StoppedError, Tell, cores, side_by_side

pytestmark = pytest.mark.skipif(cores() < 2, reason="one core, or copying a process is not safe")


def quiet(_name: str, _said: str) -> None:
    pass


def test_every_result_comes_with_its_name_and_what_was_told_is_heard() -> None:
    def work(tell: Tell) -> int:
        tell("a", "half")
        return os.getpid()

    heard: list[tuple[str, str]] = []
    found = dict(side_by_side(dict.fromkeys("abc", work), lambda *said: heard.append(said)))
    assert sorted(found) == ["a", "b", "c"]
    assert os.getpid() not in found.values()
    assert heard == [("a", "half")] * 3


def test_a_failure_is_raised_here_and_ends_the_others() -> None:
    def fails(_: Tell) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def never_ends(_: Tell) -> None:
        time.sleep(3600)

    with pytest.raises(OSError, match="No space") as caught:
        list(side_by_side({"slow": never_ends, "full": fails}, quiet))
    assert caught.value.errno == errno.ENOSPC


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_one_that_the_system_stops_is_named() -> None:
    def stopped(_: Tell) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(StoppedError, match="large"):
        list(side_by_side({"large": stopped, "other": lambda _: None}, quiet))
