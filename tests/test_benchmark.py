"""What `scripts/benchmark.py` prints; the figures themselves are no matter of tests."""

from __future__ import annotations

import json
import subprocess
import sys

from overlays import TESTS

SCRIPT = TESTS.parent / "scripts/benchmark.py"


def test_where_the_time_of_an_edit_goes_is_told_step_by_step() -> None:
    command = [sys.executable, str(SCRIPT), "edit", "--pages", "60", "--runs", "1", "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    steps = told["steps"]
    assert {"Python", "libraries", "our modules", "reading the folder", "MkDocs: the page"} <= set(
        steps
    )
    assert all(seconds > 0 for seconds in steps.values()), steps
    assert 0 < told["floor"] < told["whole"]
