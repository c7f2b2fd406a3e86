"""`firstlesson check`: what stands between a mistake and a child."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from firstlesson import app
from firstlesson.checks import all_kinds
from firstlesson.cli._shared import (
    fail,
    format_option,
    language_option,
    root_or_fail,
    show,
    today,
)
from firstlesson.diagnostics import Text
from firstlesson.reports._words import SEVERITY


@click.command("check", short_help="Find mistakes in lessons, protocols and data.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--explain", metavar="CODE", help="Say why a kind of mistake matters, and stop.")
@format_option
@language_option
def command(paths: tuple[str, ...], explain: str | None, form: str, lang: str) -> None:
    """Finds mistakes in all lessons, protocols and data, or only in PATHS.

    Exit code: 0 no errors, 1 errors, 2 wrong use.

    \b
    Examples:
      firstlesson check
      firstlesson check lessons/first-lesson-11-14 --lang sq
      firstlesson check --explain CON001
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    if explain:
        _explain(explain, lang)
        return
    root = root_or_fail(lang)
    only = [_inside(root, path, lang) for path in paths]
    checked = app.check(root, today=today(), only=[path for path in only if path != "."])
    show(checked, form, lang)
    sys.exit(1 if checked.failed else 0)


def _inside(root: Path, path: str, language: str) -> str:
    """A path as given, relative to the root; one that does not exist is wrong use."""
    given = Path(path) if Path(path).exists() else root / path
    inside = os.path.relpath(given.resolve(), root.resolve())
    if not given.exists() or inside.startswith(".."):
        fail(
            Text(
                sq=f"`{path}` nuk gjendet në këtë projekt",
                en=f"`{path}` is not to be found in this project",
            ),
            language,
        )
    return Path(inside).as_posix()


def _explain(code: str, language: str) -> None:
    kinds = all_kinds()
    by_name = {kind.name: kind for kind in kinds.values()}
    kind = kinds.get(code.upper()) or by_name.get(code.lower())
    if kind is None:
        fail(
            Text(
                sq=f"`{code}` nuk është një kod i njohur; ekzistojnë: {', '.join(kinds)}",
                en=f"`{code}` is not a known code; there are: {', '.join(kinds)}",
            ),
            language,
        )
    severity = SEVERITY[kind.severity].in_language(language)
    click.echo(f"{kind.code} {kind.name} ({severity})\n\n{kind.why.in_language(language)}")
