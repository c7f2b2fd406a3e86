"""The commands by name, each read when it is asked for."""

from __future__ import annotations

import atexit
import errno
import gc
import importlib
import pkgutil
import sys

import click

from firstlesson import __version__, cli
from firstlesson.cli._surroundings import language_of_the_system
from firstlesson.cli._usage import said
from firstlesson.diagnostics import Text

# A process that ends does not look through a whole course for garbage: the system takes all back.
atexit.register(gc.freeze)


class _Commands(click.Group):
    """Reads a command's module when it is asked for, so that none waits for another's rooms.

    Says in one sentence what the system refuses, such as writing on a full disk.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command: each one is a module of this package."""
        names = [module.name for module in pkgutil.iter_modules(cli.__path__)]
        return sorted([*super().list_commands(ctx), *(n for n in names if not n.startswith("_"))])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command by its name."""
        if cmd_name in self.list_commands(ctx):
            command = importlib.import_module(f"{cli.__name__}.{cmd_name}").command
            return command if isinstance(command, click.Command) else None
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except click.UsageError as error:
            language = language_of_the_system()
            click.echo(f"firstlesson: {said(error).in_language(language)}", err=True)
            sys.exit(2)
        except OSError as error:
            language = language_of_the_system()
            message = _REFUSED.get(error.errno or 0, _FAILED).in_language(language)
            place = f" ({error.filename})" if error.filename else ""
            click.echo(f"\nfirstlesson: {message}{place}: {error.strerror}", err=True)
            sys.exit(1)


_REFUSED = {
    errno.ENOSPC: Text(
        sq="disku është plot; lironi vend dhe provoni përsëri, asgjë nuk humbi",
        en="the disk is full; make room and try again, nothing was lost",
    ),
    errno.EACCES: Text(
        sq="kjo dosje nuk ju lejon të shkruani", en="this folder does not let you write"
    ),
    errno.EROFS: Text(sq="kjo dosje është vetëm për lexim", en="this folder can only be read"),
}
_FAILED = Text(
    sq="sistemi nuk e lejoi; faqja e fundit e mirë mbetet",
    en="the system refused; the last good site stays",
)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="First Lesson: lessons and protocols in Markdown become a bilingual site.",
)
@click.version_option(__version__, prog_name="firstlesson")
def commands() -> None:
    """Holds the commands; each one is a module of this package."""
