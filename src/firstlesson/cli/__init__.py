"""The command line: arguments in, a report out, an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from firstlesson.cli._at_once import answered, first_look
from firstlesson.cli._surroundings import language_of_the_system


def main(arguments: Sequence[str] | None = None) -> None:
    """The command `firstlesson`; without arguments, those of the process."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    look = first_look() if given == ["build"] else None
    if look and answered(look, language_of_the_system()):
        return
    # Reading a command line takes longer than seeing that nothing has to be built.
    from firstlesson.cli._commands import commands  # noqa: PLC0415

    commands(given, obj=look)
