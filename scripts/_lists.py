"""All word lists of the checks as one JSON file, which is read far faster than their YAML."""

from __future__ import annotations

import json
from pathlib import Path

import firstlesson.checks
from firstlesson.checks._wordlists import digest, read_list

CHECKS = Path(firstlesson.checks.__file__).parent


def lists() -> str:
    """The text of `lists.json`: each list with the digest of its file, a line each."""
    rows = []
    for file in sorted(CHECKS.rglob("*.yml")):
        family, raw = file.parent.relative_to(CHECKS).as_posix(), file.read_bytes()
        path = f"{family}/{file.name}"
        one = {"digest": digest(raw), "data": read_list(path, raw)}
        row = json.dumps(one, ensure_ascii=False, separators=(",", ":"))
        rows.append(f"{json.dumps(path)}: {row}")
    return "{\n" + ",\n".join(rows) + "\n}\n"
