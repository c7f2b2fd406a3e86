"""`firstlesson completion`: lets a shell complete commands and options."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from firstlesson.cli._shared import fail, language_option
from firstlesson.diagnostics import Text

SHELLS = {
    "bash": ("~/.bashrc", 'eval "$(firstlesson completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(firstlesson completion zsh)"'),
    "fish": ("~/.config/fish/config.fish", "firstlesson completion fish | source"),
}
"""Where each shell reads its settings, and the line that belongs there."""


@click.command("completion", short_help="Let the shell complete commands with the Tab key.")
@click.argument("shell", type=click.Choice(sorted(SHELLS)), required=False)
@language_option
@click.pass_context
def command(context: click.Context, shell: str | None, lang: str) -> None:
    """Prints the script that teaches SHELL (the one in use by default) to complete commands.

    \b
    Examples:
      firstlesson completion
      eval "$(firstlesson completion bash)"
      firstlesson completion fish | source
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    shell = shell or Path(os.environ.get("SHELL", "")).name
    made = get_completion_class(shell) if shell in SHELLS else None
    if made is None:
        fail(_WHICH, lang)
    root = context.find_root()
    script = made(root.command, {}, "firstlesson", "_FIRSTLESSON_COMPLETE").source()
    if sys.stdout.isatty():
        file, line = SHELLS[shell]
        said = Text(
            sq=f"Shtoni këtë rresht në fund të {file}, pastaj hapni një terminal të ri:\n  {line}",
            en=f"Add this line at the end of {file}, then open a new terminal:\n  {line}",
        )
        click.echo(said.in_language(lang))
    else:
        click.echo(script)


_WHICH = Text(
    sq=f"thoni cilën: `firstlesson completion {'|'.join(sorted(SHELLS))}`",
    en=f"say which shell: `firstlesson completion {'|'.join(sorted(SHELLS))}`",
)
