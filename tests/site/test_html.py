"""The Nu HTML checker finds no error: on one page of each kind, and with `--all` on every page."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from judges import judge
from kinds import one_of_each_kind


def test_every_page_is_correct_html(site: Path) -> None:
    java, jar = judge("vnu-jar/build/dist/vnu.jar", "java")
    if os.environ.get("FIRSTLESSON_ALL") == "1":
        files = sorted(site.rglob("*.html"))
    else:
        files = [site / "table.html", *(site / page.path for page in one_of_each_kind(site))]
    command = [java, "-Xss8m", "-jar", jar, "--errors-only", "--format", "json"]
    ran = subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
    found = [
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(ran.stderr)["messages"]
    ]
    assert len(files) > 50
    assert sorted(set(found)) == []
