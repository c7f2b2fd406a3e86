"""MkDocs with Material and static-i18n: from the staged tree to a folder of HTML."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


class HostFailedError(Exception):
    """MkDocs could not build the staged pages; its words follow."""


def build(root: Path, *, stage: Path, out: Path) -> None:
    """Builds the staged tree into the folder `out`; any warning of MkDocs is a failure."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice is not for authors
    said = _Said()
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    log.propagate = False
    try:
        config = load_config(
            str(root / "mkdocs.yml"), docs_dir=str(stage), site_dir=str(out), strict=True
        )
        config.plugins.on_startup(command="build", dirty=False)
        build_site(config)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        raise HostFailedError("\n".join([*said.lines, str(error)])) from error
    finally:
        log.removeHandler(said)


class _Said(logging.Handler):
    """Keeps what MkDocs complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
