"""The independent readers of the packs: programs that others wrote for judging such files.

A test whose reader is not installed is skipped; with FIRSTLESSON_REQUIRE_READERS=1 it fails.
Those from npm stand in `tests/packs/npm`, where `npm install` puts what its package.json names.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

NPM = Path(__file__).resolve().parent / "npm"


def program(name: str) -> str:
    """A program of the system."""
    found = shutil.which(name)
    return found or _without(name)


def from_npm(path: str) -> Path:
    """A file of a package from npm."""
    file = NPM / "node_modules" / path
    return file if file.exists() else Path(_without(str(file)))


def beside_module(module: str, path: str) -> Path:
    """A file that comes with a Python package."""
    found = importlib.util.find_spec(module)
    if found is None or not found.submodule_search_locations:
        return Path(_without(module))
    return Path(found.submodule_search_locations[0]) / path


def module(name: str) -> None:
    """That a Python package is there."""
    if importlib.util.find_spec(name) is None:
        _without(name)


def browser() -> str:
    """The browser of all tests."""
    path = os.environ.get("FIRSTLESSON_BROWSER", "")
    return path if Path(path).is_file() else _without("FIRSTLESSON_BROWSER")


def said(*command: str | Path, expected: int | None = 0, **environ: str) -> str:
    """What a program says; `expected` is the code with which it must end."""
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
    )
    output = done.stdout + done.stderr
    assert expected is None or done.returncode == expected, output[-3000:]
    return output


def _without(name: str) -> str:
    reason = f"not installed here: {name}; .ci/run shows how to install it"
    if os.environ.get("FIRSTLESSON_REQUIRE_READERS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
