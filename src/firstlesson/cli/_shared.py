"""What several commands share: the root, the language, and how a report is shown."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from firstlesson.cli._summary import Findings, summary
from firstlesson.cli._surroundings import day_of_the_system, language_of_the_system
from firstlesson.diagnostics import Text
from firstlesson.reports import formats, written
from firstlesson.source.project import MARKER, find_root

F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """Adds `--lang`: the language in which the tool speaks."""
    return click.option(
        "--lang",
        type=click.Choice(["sq", "en"]),
        default=None,
        callback=lambda _context, _option, value: value or language_of_the_system(),
        help="Language of the messages; default: the system's.",
    )(function)


def format_option(function: F) -> F:
    """Adds `--format`: how diagnostics are shown."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(sorted(formats())),
        default="full",
        show_default=True,
        help="How diagnostics are shown.",
    )(function)


def today() -> dt.date:
    """The day; what is no date in the environment ends the command."""
    try:
        return day_of_the_system()
    except (ValueError, OverflowError, OSError):
        fail(
            Text(
                sq="FIRSTLESSON_TODAY duhet të jetë një datë si 2026-11-22, kurse SOURCE_DATE_EPOCH "
                "sekondat që nga viti 1970",
                en="FIRSTLESSON_TODAY must be a date as 2026-11-22, and SOURCE_DATE_EPOCH the "
                "seconds since 1970",
            ),
            language_of_the_system(),
        )


def root_or_fail(language: str) -> Path:
    """The project's root, from whichever folder below it the command was called."""
    root = find_root(Path.cwd())
    if root is None:
        fail(
            Text(
                sq=f"këtu nuk ka projekt: asnjë dosje sipër kësaj nuk ka `{MARKER}`; shkoni te "
                "dosja e projektit dhe provoni përsëri",
                en=f"there is no project here: no folder above this one has `{MARKER}`; go to the "
                "project's folder and try again",
            ),
            language,
        )
    return root


def fail(message: Text, language: str) -> NoReturn:
    """Ends with exit code 2: the command was used in a wrong way or place."""
    click.echo(f"firstlesson: {message.in_language(language)}", err=True)
    sys.exit(2)


def progress(steps: Mapping[str, Text], language: str) -> Callable[[str], None]:
    """Says on a terminal what is going on; quiet in a pipe, but for what one has to wait for."""

    def tell(step: str) -> None:
        text = steps[step].in_language(language)
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{text}", err=True, nl=step == "wait")
        elif step == "wait":
            click.echo(text, err=True)

    return tell


def show(found: Findings, form: str, language: str) -> None:
    """Prints the diagnostics; people are also told how many there are."""
    text = written(form, found.diagnostics, found.texts, language)
    click.echo(text, nl=False)
    if form in ("full", "concise"):
        click.echo(summary(found, language))
