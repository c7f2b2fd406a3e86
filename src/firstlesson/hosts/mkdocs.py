"""MkDocs with Material and static-i18n: from the staged tree to a folder of HTML."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs import utils
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException


class HostFailedError(Exception):
    """MkDocs could not build the staged pages; its words follow."""


def build(root: Path, *, stage: Path, out: Path) -> None:
    """Builds the staged tree into the folder `out`; any warning of MkDocs is a failure."""
    run(configured(root, stage=stage, out=out))


def configured(root: Path, *, stage: Path, out: Path) -> MkDocsConfig:
    """The settings of a build."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice is not for authors
    with _listening():
        return load_config(
            str(root / "mkdocs.yml"), docs_dir=str(stage), site_dir=str(out), strict=True
        )


def run(config: MkDocsConfig) -> None:
    """Builds with such settings; they cannot be used again."""
    clean = utils.clean_directory
    try:
        with _listening():
            config.plugins.on_startup(command="build", dirty=False)
            build_site(config)
            config.plugins.on_shutdown()
    finally:  # static-i18n switches it off for a while, and for ever where a language fails
        utils.clean_directory = clean


@contextmanager
def _listening() -> Iterator[None]:
    """What MkDocs complains about stands in the error."""
    said = _Said()
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    log.propagate = False
    try:
        yield
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
