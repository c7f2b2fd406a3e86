"""Answers kept in a file, which counts only while it is whole and ours."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from firstlesson.build.atomic import write_bytes


def keep(file: Path, form: str, data: object) -> None:
    """Writes data as JSON; `form` says what it is, and of what.

    Raises OSError where the folder cannot be written to.
    """
    body = json.dumps(data, separators=(",", ":")).encode()
    write_bytes(file, _head(form, body) + b"\n" + body)


def kept(file: Path, form: str) -> Any:  # noqa: ANN401  # JSON
    """What was kept in this form; nothing where that is unknown, damaged or not ours."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        return json.loads(body) if head == _head(form, body) else None
    except (OSError, ValueError):
        return None


def _head(form: str, body: bytes) -> bytes:
    return f"{form} {hashlib.sha256(body).hexdigest()}".encode()
