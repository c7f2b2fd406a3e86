"""Wrong use of a command, said in the reader's language and with the way out."""

from __future__ import annotations

from collections.abc import Callable

import click

from firstlesson.diagnostics import Text


def said(error: click.UsageError) -> Text:
    """What was wrong, in one sentence, and where to look."""
    told = next((tell(error) for kind, tell in _KINDS if isinstance(error, kind)), _other(error))
    command = error.ctx.command_path if error.ctx else "firstlesson"
    return Text(sq=f"{told.sq}; shihni `{command} --help`", en=f"{told.en}; see `{command} --help`")


def _no_option(error: click.UsageError) -> Text:
    name = getattr(error, "option_name", "")
    close = ", ".join(getattr(error, "possibilities", None) or ())
    sq = f" (mos deshët të shkruani {close}?)" if close else ""
    en = f" (did you mean {close}?)" if close else ""
    return Text(sq=f"opsioni `{name}` nuk ekziston{sq}", en=f"there is no option `{name}`{en}")


def _missing(error: click.UsageError) -> Text:
    name = _name(error)
    return Text(sq=f"mungon {name}", en=f"{name} is missing")


def _bad(error: click.UsageError) -> Text:
    name = _name(error)
    return Text(sq=f"vlera e {name} nuk lejohet: {error.message}", en=f"{name}: {error.message}")


def _other(error: click.UsageError) -> Text:
    return Text(sq=f"komanda nuk u kuptua: {error.message}", en=error.message.rstrip("."))


def _name(error: click.UsageError) -> str:
    param = getattr(error, "param", None)
    return f"`{param.opts[0] if param.opts else param.name}`" if param else "?"


_KINDS: tuple[tuple[type[click.UsageError], Callable[[click.UsageError], Text]], ...] = (
    (click.NoSuchOption, _no_option),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad),
)
