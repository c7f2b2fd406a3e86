"""`firstlesson serve`: the site in a browser, fresh after every save."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import closing

import click

from firstlesson.cli._shared import fail, language_option, root_or_fail, today
from firstlesson.diagnostics import Text
from firstlesson.preview import Mistaken, News, NoPortError, Noticed, Ready, Shown, Working, serve


@click.command("serve", short_help="Show the site in a browser while you write.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where to serve; the next free port where this one is taken.",
)
@click.option("--open", "open_", is_flag=True, help="Open the browser too.")
@language_option
def command(*, port: int, open_: bool, lang: str) -> None:
    """Serves the site on this computer and shows every save, outlines included.

    A mistake stands in the page, above the last good one, until it is mended. `site/` stays as
    it is. Ctrl-C ends it.

    \b
    Examples:
      firstlesson serve
      firstlesson serve --open
      firstlesson serve --port 9000 --lang sq
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    root = root_or_fail(lang)
    try:
        with closing(serve(root, port=port, today=today, language=lang)) as news:
            for one in news:
                _say(one, lang)
                if open_ and isinstance(one, Ready):
                    webbrowser.open(one.address)
    except NoPortError:
        fail(_NO_PORT, lang)
    except KeyboardInterrupt:
        click.echo(f"\n{_ENDED.in_language(lang)}")


def _say(news: News, language: str) -> None:
    """One line for each save; on a terminal also that it is being built."""
    terminal = sys.stdout.isatty()
    clear = "\r\033[K" if terminal else ""
    if isinstance(news, Ready):
        said = Text(
            sq=f"Faqja është te {news.address} dhe përditësohet sa herë ruani; Ctrl-C e mbyll.",
            en=f"The site is at {news.address} and follows every save; Ctrl-C ends it.",
        )
        click.echo(said.in_language(language))
    elif isinstance(news, Working):
        if terminal:
            click.echo(_WORKING.in_language(language), nl=False)
    elif isinstance(news, Shown):
        click.echo(clear + _shown(news).in_language(language))
    elif isinstance(news, Noticed):
        click.echo(_noticed(news).in_language(language))
    elif isinstance(news, Mistaken):
        click.echo(f"{clear}\n{news.problem}\n{news.heading}")
    sys.stdout.flush()


def _shown(news: Shown) -> Text:
    sq = f"U shfaq pas {news.seconds:.1f} s: {_named(news.changed, 'skedarë')}"
    en = f"Shown after {news.seconds:.1f} s: {_named(news.changed, 'files')}"
    return Text(sq=sq, en=en)


def _noticed(news: Noticed) -> Text:
    one = news.warnings == 1
    return Text(
        sq=f"Paralajmërime: {news.warnings}; shihni `firstlesson check`",
        en=f"{news.warnings} warning{'' if one else 's'}, see `firstlesson check`",
    )


def _named(changed: tuple[str, ...], files: str) -> str:
    """The files where they are few, else their number."""
    return ", ".join(changed) if len(changed) <= 3 else f"{len(changed)} {files}"


_WORKING = Text(sq="Po ndërtoj …", en="Building …")
_ENDED = Text(
    sq="Faqja nuk shfaqet më. Kur teksti të jetë gati: `firstlesson build`.",
    en="The site is no longer served. When the text is ready: `firstlesson build`.",
)
_NO_PORT = Text(
    sq="as kjo portë, as ato pas saj nuk janë të lira; provoni një tjetër: `--port 9000`",
    en="neither this port nor those after it are free; try another: `--port 9000`",
)
