"""The programs outside Python that judge our pages, where scripts/test.py has installed them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def judge(path: str, program: str) -> tuple[str, str]:
    """A program and the judge that it runs; skips where one is missing, or fails if it must not."""
    folder = os.environ.get("FIRSTLESSON_JUDGES", "")
    file = Path(folder) / path
    started_with = shutil.which(program)
    if folder and file.is_file() and started_with:
        return started_with, str(file)
    missing = program if not started_with else path
    reason = f"{missing} is not there; scripts/test.py --all installs what needs Node.js and Java"
    if os.environ.get("FIRSTLESSON_REQUIRE_NU") == "1" and path.startswith("vnu-jar"):
        pytest.fail(reason)
    pytest.skip(reason)
