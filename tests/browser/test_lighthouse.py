"""Lighthouse gives the full mark, on a phone, where nothing but its own measure decides."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from judges import judge
from quiet import NO_REQUESTS_OF_ITS_OWN

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        os.environ.get("FIRSTLESSON_ALL") != "1", reason="slow: scripts/test.py --all runs it"
    ),
]

PAGES = ("index.html", "lessons/lesson-7/student.html", "protocols/protocol-1.html", "help.html")


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_gives_the_full_mark(
    path: str, language: str, roots: Mapping[str, str], site: Path, tmp_path: Path
) -> None:
    node, lighthouse = judge("lighthouse/cli/index.js", "node")
    path = path if language == "sq" else f"en/{path}"
    indexable = "noindex" not in (site / path).read_text("utf-8")
    categories = ["accessibility", "best-practices", *(["seo"] if indexable else [])]
    report = tmp_path / "report.json"
    ran = subprocess.run(
        [
            node,
            lighthouse,
            f"{roots['http']}{path}",
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(categories)}",
            "--throttling-method=provided",
            f"--chrome-flags=--headless=new {' '.join(quoted(NO_REQUESTS_OF_ITS_OWN))}",
        ],
        env={**os.environ, "CHROME_PATH": os.environ["FIRSTLESSON_BROWSER"]},
        capture_output=True,
        check=False,
        text=True,
    )
    assert report.is_file(), ran.stderr
    result = json.loads(report.read_text("utf-8"))
    marks = {name: one["score"] for name, one in result["categories"].items()}
    short = [one["id"] for one in result["audits"].values() if one["score"] == 0]
    assert marks == dict.fromkeys(categories, 1), short


def quoted(flags: tuple[str, ...]) -> list[str]:
    """Flags as Lighthouse splits them: with quotation marks around what has spaces."""
    return [flag if " " not in flag else flag.replace("=", "='", 1) + "'" for flag in flags]
