"""Writing so that a reader sees the old or the new, never half of either."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIX = ".firstlesson-new"
"""What a file is called while it is written."""


def write_bytes(file: Path, data: bytes, *, durable: bool = False) -> None:
    """Writes a file under a temporary name beside it, then renames it.

    A `durable` one survives a power cut too: for what no command can make again. Whoever may read
    the old file may read the new one.
    """
    import tempfile  # noqa: PLC0415  # many commands only read

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=SUFFIX)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())  # the name must never point at data that is not there
        mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
        os.chmod(name, mode)  # noqa: PTH101  # a temporary file is private to its owner
        os.replace(name, file)  # noqa: PTH105  # the one call that is atomic everywhere
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
