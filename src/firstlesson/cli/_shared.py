"""What several commands share: the root, the language, and how a report is shown."""

from __future__ import annotations

import datetime as dt
import locale
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from firstlesson.app import MARKER, find_root
from firstlesson.build.prepare import Checked
from firstlesson.diagnostics import Severity, Text
from firstlesson.reports import formats

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
    """The day: `FIRSTLESSON_TODAY` where it is set, so that a build can be repeated."""
    given = os.environ.get("FIRSTLESSON_TODAY")
    try:
        return dt.date.fromisoformat(given) if given else dt.date.today()  # noqa: DTZ011  # local
    except ValueError:
        fail(
            Text(
                sq="FIRSTLESSON_TODAY duhet të jetë një datë si 2026-11-22",
                en="FIRSTLESSON_TODAY must be a date as 2026-11-22",
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


def show(checked: Checked, form: str, language: str) -> None:
    """Prints the diagnostics; people are also told how many there are."""
    text = formats()[form](checked.diagnostics, checked.texts, language)
    click.echo(text, nl=False)
    if form in ("full", "concise"):
        click.echo(summary(checked, language))


def summary(checked: Checked, language: str) -> str:
    """One sentence: how many mistakes there are, and what to do next."""
    counts = {
        severity: sum(one.kind.severity is severity for one in checked.diagnostics)
        for severity in Severity
    }
    lessons, protocols = len(checked.course.lessons), len(checked.course.protocols)
    seen = Text(
        sq=f"U kontrolluan {lessons} mësime dhe {protocols} protokolle",
        en=f"Checked {lessons} lessons and {protocols} protocols",
    )
    found = Text(
        sq=f"{counts[Severity.ERROR]} gabime, {counts[Severity.WARNING]} paralajmërime, "
        f"{counts[Severity.ADVICE]} këshilla",
        en=f"{counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings, "
        f"{counts[Severity.ADVICE]} pieces of advice",
    )
    next_step = (
        Text(
            sq="Ndreqni gabimet dhe provoni përsëri: me gabime nuk ndërtohet asgjë.",
            en="Mend the errors and try again: nothing is built while there are any.",
        )
        if checked.failed
        else Text(
            sq="Tani mund ta ndërtoni faqen: `firstlesson build`.",
            en="You can build the site now: `firstlesson build`.",
        )
    )
    first = f"{seen.in_language(language)}: {found.in_language(language)}."
    return f"{first}\n{next_step.in_language(language)}"


def language_of_the_system() -> str:
    """`sq` where the system speaks Albanian, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "sq" if os.environ[name].lower().startswith("sq") else "en"
    return "sq" if (locale.getlocale()[0] or "").lower().startswith(("sq", "albanian")) else "en"
