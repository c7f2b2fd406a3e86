"""The command line: arguments in, a report out, an exit code."""

from __future__ import annotations

import importlib
import pkgutil

import click

from firstlesson import __version__


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="First Lesson: lessons and protocols in Markdown become a bilingual site.",
)
@click.version_option(__version__, prog_name="firstlesson")
def main() -> None:
    """Holds the commands; each one is a module of this package."""


for _module in pkgutil.iter_modules(__path__):
    if not _module.name.startswith("_"):
        main.add_command(importlib.import_module(f"{__name__}.{_module.name}").command)
