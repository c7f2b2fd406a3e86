"""Work on all cores: each result once, what is told is heard, and a failure ends the rest.

Each test is a program of its own: a process with threads, as that of the browser's tests is, is never copied.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

PATIENCE = 60
"""Seconds: a work that nobody ends would go on for an hour."""
BEGIN = """\
import errno, os, signal, sys, threading, time
from firstlesson.build.cores import StoppedError, cores, side_by_side
"""
ON_SEVERAL = """\
if cores() < 2:
    sys.exit("one core, or copying a process is not safe here")
"""


def run(program: str) -> str:
    """What a program prints that works on several cores."""
    done = started(ON_SEVERAL + program)
    if "one core" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    return done.stdout


def started(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BEGIN + program],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def test_every_result_comes_with_its_name_and_what_was_told_is_heard() -> None:
    said = run(
        """
def work(tell):
    tell("a", "half")
    return os.getpid()

heard = []
found = dict(side_by_side(dict.fromkeys("abc", work), lambda *said: heard.append(said)))
print(sorted(found), os.getpid() in found.values(), heard == [("a", "half")] * 3)
"""
    )
    assert said == "['a', 'b', 'c'] False True\n"


def test_meanwhile_this_process_does_something_else_once() -> None:
    said = run(
        """
def work(tell):
    return os.getpid()

done = []
found = dict(side_by_side(dict.fromkeys("abc", work), print, lambda: done.append(os.getpid())))
print(sorted(found), done == [os.getpid()])
"""
    )
    assert said == "['a', 'b', 'c'] True\n"


def test_a_failure_is_raised_here_and_ends_the_others() -> None:
    said = run(
        """
def fails(_):
    raise OSError(errno.ENOSPC, "No space left on device")

def never_ends(_):
    time.sleep(3600)

try:
    list(side_by_side({"slow": never_ends, "full": fails}, lambda *_: None))
except OSError as error:
    print(error.errno == errno.ENOSPC, error)
"""
    )
    assert said == "True [Errno 28] No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_one_that_the_system_stops_is_named() -> None:
    said = run(
        """
def stopped(_):
    os.kill(os.getpid(), signal.SIGKILL)

try:
    list(side_by_side({"large": stopped, "other": lambda _: None}, lambda *_: None))
except StoppedError as error:
    print("stopped:", error)
"""
    )
    assert said == "stopped: large\n"


def test_a_process_with_threads_is_not_copied() -> None:
    program = """
threading.Thread(target=time.sleep, args=(1,)).start()
works = dict.fromkeys("ab", lambda _: os.getpid())
print(cores(), {one for _, one in side_by_side(works, print)} == {os.getpid()})
"""
    assert started(program).stdout == "1 True\n"
