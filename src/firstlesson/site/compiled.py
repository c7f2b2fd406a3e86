"""Templates stay compiled, as Python's modules do: beside them, in a folder `__pycache__`."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache


class Compiled(FileSystemBytecodeCache):
    """Compiled templates of one Python and one Jinja; each counts only for the text that it was made of."""

    def __init__(self, folder: Path) -> None:
        tag = f"jinja-{version('Jinja2')}.{sys.implementation.cache_tag}"
        super().__init__(str(folder), f"%s.{tag}.pyc")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template, where Python keeps its own modules and may write there."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
