"""Writing so that a reader sees the old or the new, never half of either."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_bytes(file: Path, data: bytes) -> None:
    """Writes a file under a temporary name beside it, then renames it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, 0o644)  # noqa: PTH101  # a temporary file is private to its owner
        os.replace(name, file)  # noqa: PTH105  # the one call that is atomic everywhere
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
