"""`firstlesson build`: checks everything, then builds the site."""

from __future__ import annotations

import sys
import time

import click

from firstlesson.build.garbage import loading
from firstlesson.build.memory import recall
from firstlesson.build.snapshot import snapshot_of
from firstlesson.cli._at_once import Look, answered
from firstlesson.cli._shared import (
    format_option,
    language_option,
    progress,
    root_or_fail,
    show,
    today,
)
from firstlesson.cli._summary import Findings, seen, site_built
from firstlesson.diagnostics import Text


@click.command("build", short_help="Check everything and build the site.")
@format_option
@click.option("--no-cache", is_flag=True, help="Take nothing over from the last site.")
@language_option
@click.pass_obj
def command(look: Look | None, *, form: str, no_cache: bool, lang: str) -> None:
    """Checks the course and builds `site/`; while there is an error nothing is built.

    Only pages that something changed for are made again. The last good site stays until the new
    one is whole.

    \b
    Examples:
      firstlesson build
      firstlesson build --lang sq
      firstlesson build --format github
      firstlesson build --no-cache
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    root = root_or_fail(lang)
    day = today()
    if look is None:  # not the bare command, which asked already
        started = time.monotonic()
        look = Look(root, snapshot_of(root, today=day), started)
        if not no_cache and answered(look, lang):
            return
    if not no_cache and (known := recall(root, look.now.state)) and known.failed:
        show(known, form, lang)
        sys.exit(1)
    with loading():  # what has not changed needs none of these
        from firstlesson import app  # noqa: PLC0415
        from firstlesson.hosts.mkdocs import HostFailedError  # noqa: PLC0415

    def found(checked: Findings) -> None:
        if checked.failed:
            show(checked, form, lang)
        else:
            click.echo(seen(checked, lang))

    tell = progress(STEPS, lang)
    try:
        built = app.check_and_build(
            root, today=day, found=found, tell=tell, trust=not no_cache, now=look.now
        )
    except HostFailedError as error:
        click.echo(HOST.in_language(lang), err=True)
        click.echo(str(error), err=True)
        sys.exit(1)
    if built is None:
        sys.exit(1)
    click.echo(site_built(root, built.pages, built.bytes, look.started, lang))


STEPS = {
    "wait": Text(
        sq="Një komandë tjetër po punon këtu; po pres që të mbarojë …",
        en="Another command is at work here; waiting for it to end …",
    ),
    "stage": Text(sq="Po përgatis faqet …", en="Preparing the pages …"),
    "render": Text(sq="Po i ndërtoj …", en="Building them …"),
    "place": Text(sq="Po i vendos …", en="Putting them in place …"),
}
HOST = Text(
    sq="MkDocs nuk e ndërtoi dot faqen; faqja e fundit e mirë mbetet. Ja çfarë tha:",
    en="MkDocs could not build the site; the last good one stays. It said:",
)
