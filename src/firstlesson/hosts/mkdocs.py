"""MkDocs with Material and static-i18n: from the staged tree to a folder of HTML."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs import utils
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

_PLUGINS = ("firstlesson", "i18n")
"""Without these there are no pages, or none of the second language."""


class HostFailedError(Exception):
    """MkDocs could not build the staged pages; its words follow."""


class TemplateFaultError(HostFailedError):
    """A template of `overrides/` is at fault."""


def build(root: Path, *, stage: Path, out: Path) -> None:
    """Builds the staged tree into the folder `out`; any warning of MkDocs is a failure."""
    run(configured(root, stage=stage, out=out))


def configured(root: Path, *, stage: Path, out: Path) -> MkDocsConfig:
    """The settings of a build."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice is not for authors
    with _listening():
        config = load_config(
            str(root / "mkdocs.yml"), docs_dir=str(stage), site_dir=str(out), strict=True
        )
    if missing := [one for one in _PLUGINS if one not in config.plugins]:
        names = ", ".join(f"`{one}`" for one in missing)
        raise HostFailedError(
            f"te `plugins` në mkdocs.yml mungon {names} / {names} is missing from `plugins` in mkdocs.yml"
        )
    return config


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
    except TemplateError as error:
        raise TemplateFaultError("\n".join([*said.lines, str(error)])) from error
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
