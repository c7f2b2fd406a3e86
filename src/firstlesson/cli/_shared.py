"""What several commands share: the root, the language, and how a report is shown."""

from __future__ import annotations

import datetime as dt
import locale
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, Protocol, TypeVar

import click

from firstlesson.diagnostics import Diagnostic, Severity, Text
from firstlesson.reports import formats, written
from firstlesson.source.project import MARKER, find_root

F = TypeVar("F", bound=Callable[..., Any])


class Findings(Protocol):
    """What a check found, now or before."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]: ...
    @property
    def texts(self) -> Mapping[str, str]: ...
    @property
    def failed(self) -> bool: ...
    @property
    def size(self) -> tuple[int, int]: ...


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
    """The day: that of `FIRSTLESSON_TODAY` or `SOURCE_DATE_EPOCH`, so that a build can be repeated."""
    given, epoch = (os.environ.get(one) for one in ("FIRSTLESSON_TODAY", "SOURCE_DATE_EPOCH"))
    try:
        if given:
            return dt.date.fromisoformat(given)
        if epoch:
            return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
        return dt.date.today()  # noqa: DTZ011  # local
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


def summary(found: Findings, language: str) -> str:
    """What was checked, how many mistakes there are, and what to do next."""
    counts = {
        severity: sum(one.kind.severity is severity for one in found.diagnostics)
        for severity in Severity
    }
    lessons, protocols = found.size
    seen = Text(
        sq=f"U kontrolluan {_many(lessons, 'mësim', 'mësime')} dhe "
        f"{_many(protocols, 'protokoll', 'protokolle')}",
        en=f"Checked {_many(lessons, 'lesson', 'lessons')} and "
        f"{_many(protocols, 'protocol', 'protocols')}",
    )
    numbers = (counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.ADVICE])
    mistakes = Text(
        sq=f"{_many(numbers[0], 'gabim', 'gabime')}, "
        f"{_many(numbers[1], 'paralajmërim', 'paralajmërime')}, "
        f"{_many(numbers[2], 'këshillë', 'këshilla')}",
        en=f"{_many(numbers[0], 'error', 'errors')}, "
        f"{_many(numbers[1], 'warning', 'warnings')}, "
        f"{_many(numbers[2], 'piece of advice', 'pieces of advice')}",
    )
    next_step = _MEND if found.failed else _BUILD
    lines = [f"{seen.in_language(language)}: {mistakes.in_language(language)}."]
    lines.extend(text.in_language(language) for text in (*_offers(found.diagnostics), next_step))
    return "\n".join(lines)


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _offers(diagnostics: Sequence[Diagnostic]) -> list[Text]:
    """What the tool can mend itself."""
    fixes = [one.fix for one in diagnostics if one.fix]
    safe = sum(fix.safe for fix in fixes)
    others = len(fixes) - safe
    offers = []
    if safe:
        offers.append(
            Text(
                sq=f"{safe} prej tyre ndreqen vetë: `firstlesson check --fix`.",
                en=f"{safe} of them can be mended for you: `firstlesson check --fix`.",
            )
        )
    if others:
        offers.append(
            Text(
                sq=f"Për {others} ka një propozim, që duhet lexuar: "
                "`firstlesson check --unsafe-fixes --diff`.",
                en=f"For {others} there is a proposal, which wants reading: "
                "`firstlesson check --unsafe-fixes --diff`.",
            )
        )
    return offers


_MEND = Text(
    sq="Ndreqni gabimet dhe provoni përsëri: me gabime nuk ndërtohet asgjë.",
    en="Mend the errors and try again: nothing is built while there are any.",
)
_BUILD = Text(
    sq="Tani mund ta ndërtoni faqen: `firstlesson build`.",
    en="You can build the site now: `firstlesson build`.",
)


def language_of_the_system() -> str:
    """`sq` where the system speaks Albanian, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "sq" if os.environ[name].lower().startswith("sq") else "en"
    return "sq" if (locale.getlocale()[0] or "").lower().startswith(("sq", "albanian")) else "en"
