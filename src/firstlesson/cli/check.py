"""`firstlesson check`: what stands between a mistake and a child."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firstlesson.build.garbage import loading, without_gc
from firstlesson.build.memory import Remembered, recall
from firstlesson.build.replace import left_open, settle
from firstlesson.build.snapshot import snapshot_of
from firstlesson.cli._shared import (
    fail,
    format_option,
    language_option,
    root_or_fail,
    show,
    today,
)
from firstlesson.cli._summary import Findings
from firstlesson.diagnostics import Diagnostic, Kind, Text, within
from firstlesson.reports._words import SEVERITY, printable
from firstlesson.source.project import FOLDERS

if TYPE_CHECKING:
    from firstlesson.build.fix import Change, Mended

# The rooms that read a course are entered where they are needed: an answer from memory is given
# before they would have been loaded.


@click.command("check", short_help="Find mistakes in lessons, protocols and data.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend the rest too; read what was changed.")
@click.option("--diff", is_flag=True, help="Show what would be mended, and write nothing.")
@click.option("--watch", is_flag=True, help="Check again after every save; Ctrl-C ends it.")
@click.option("--no-cache", is_flag=True, help="Check anew even where nothing has changed.")
@click.option("--explain", metavar="CODE", help="Say why a kind of mistake matters, and stop.")
@format_option
@language_option
def command(  # noqa: PLR0913  # one for each option
    *,
    paths: tuple[str, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    watch: bool,
    no_cache: bool,
    explain: str | None,
    form: str,
    lang: str,
) -> None:
    """Finds mistakes in all lessons, protocols and data, or only in PATHS.

    Exit code: 0 no errors, 1 errors, 2 wrong use.

    \b
    Examples:
      firstlesson check
      firstlesson check lessons/first-lesson-11-14 --lang sq
      firstlesson check --fix
      firstlesson check --watch
      firstlesson check --explain CON001
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    if explain:
        _explain(explain, lang)
        return
    root = root_or_fail(lang)
    only = [path for path in (_inside(root, path, lang) for path in paths) if path != "."]
    if watch:
        if fix or unsafe_fixes or diff:
            fail(_WATCH_ONLY, lang)
        _watch(root, only, form, lang)
        return
    if fix or unsafe_fixes or diff:
        found = _mend(root, only, form, lang, unsafe=unsafe_fixes, write=not diff)
    else:
        with without_gc():  # the command ends with it
            found = _found(root, only, cache=not no_cache)
            show(found, form, lang)
    sys.exit(1 if found.failed else 0)


def _found(root: Path, only: Sequence[str], *, cache: bool) -> Findings:
    """What is wrong: from memory where nothing has changed since."""
    day = today()
    now = snapshot_of(root, today=day) if cache else None
    known = recall(root, now.state) if now else None
    if known is None or left_open(root):
        with loading():
            from firstlesson.build.examine import examine, read_and_check  # noqa: PLC0415

        settle(root)
        checked = examine(root, now, today=day) if now else read_and_check(root, today=day)
        known = Remembered(checked.diagnostics, checked.texts, checked.size)
    return Remembered(within(known.diagnostics, only), known.texts, known.size)


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


def _mend(
    root: Path, only: Sequence[str], form: str, language: str, *, unsafe: bool, write: bool
) -> Findings:
    """Mends what can be mended, or shows it; what is left is reported as always."""
    from firstlesson.build.fix import mend, proposed  # noqa: PLC0415  # see above

    if not write:
        mended = proposed(root, today=today(), unsafe=unsafe, only=only)
        for change in mended.changes:
            click.echo(_diff(change), nl=False)
        click.echo(_told(mended, language, done=False), err=True)
        return _found(root, only, cache=True)
    mended = mend(root, today=today(), unsafe=unsafe, only=only)
    machine = form not in ("full", "concise")
    for one in mended.fixed:
        click.echo(_fixed(one, language), err=machine)
    click.echo(_told(mended, language, done=True), err=machine)
    left = mended.left
    kept = within(left.diagnostics, only)
    found = Remembered(kept, left.texts, left.size)
    show(found, form, language)
    return found


def _fixed(one: Diagnostic, language: str) -> str:
    said = Text(sq="u ndreq", en="mended").in_language(language)
    title = one.fix.title.in_language(language) if one.fix else ""
    return f"{printable(str(one.span))}: {said} {one.kind.code} {printable(title)}"


def _told(mended: Mended, language: str, *, done: bool) -> str:
    """How much was mended, and what was left alone."""
    count, files = len(mended.fixed), len(mended.changes)
    if not count:
        lines = [Text(sq="Nuk ka asgjë që ndreqet vetë.", en="There is nothing to mend here.")]
    elif done:
        lines = [
            Text(
                sq=f"U ndreqën {count} (skedarë: {files}). Lexojini ndryshimet para se t'i ruani.",
                en=f"Mended {count} (files: {files}). Read the changes before you commit them.",
            )
        ]
    else:
        lines = [
            Text(
                sq=f"Do të ndreqeshin {count} (skedarë: {files}). Asgjë nuk u shkrua.",
                en=f"This would mend {count} (files: {files}). Nothing was written.",
            )
        ]
    lines.extend(
        Text(
            sq=f"`{path}` nuk u prek: është i mbrojtur ose po e ndryshon dikush tjetër.",
            en=f"`{path}` was left alone: it is protected, or someone else is changing it.",
        )
        for path in mended.passed_over
    )
    return "\n".join(line.in_language(language) for line in lines)


def _diff(change: Change) -> bytes | str:
    """A change as `git diff` shows it; in a pipe byte for byte, so that it can be applied."""
    from difflib import unified_diff  # noqa: PLC0415  # see above

    names = (f"a/{change.path}", f"b/{change.path}")
    rows = unified_diff(_rows(change.before), _rows(change.after), *names)
    if sys.stdout.isatty():
        return "".join(f"{printable(row.rstrip())}\n" for row in rows)
    return "".join(row if row.endswith("\n") else f"{row}{_NO_END}" for row in rows).encode()


_NO_END = "\n\\ No newline at end of file\n"


def _rows(text: str) -> list[str]:
    """The lines of a text with their ends; only these ends, as `git` sees them."""
    rows = [f"{row}\n" for row in text.split("\n")]
    rows[-1] = rows[-1][:-1]
    return rows if rows[-1] else rows[:-1]


def _watch(root: Path, only: Sequence[str], form: str, language: str) -> None:
    """One report for each save."""
    from firstlesson.app import check_what_changed  # noqa: PLC0415  # see above
    from firstlesson.preview.sources import saves  # noqa: PLC0415  # only for --watch

    terminal = sys.stdout.isatty()
    try:
        for changed in saves(root):
            if not any(path.startswith(tuple(f"{one}/" for one in FOLDERS)) for path in changed):
                continue
            checked = check_what_changed(root, today=today())
            found = Remembered(within(checked.diagnostics, only), checked.texts, checked.size)
            if terminal:
                click.clear()
                now = dt.datetime.now().astimezone()
                click.echo(f"{now:%H:%M:%S} {_WATCHING.in_language(language)}\n")
            show(found, form, language)
            sys.stdout.flush()
    except KeyboardInterrupt:
        click.echo(f"\n{_ENDED.in_language(language)}", err=not terminal)


def _explain(code: str, language: str) -> None:
    from difflib import get_close_matches  # noqa: PLC0415  # see above

    from firstlesson.checks import all_kinds  # noqa: PLC0415  # only for --explain

    kinds = all_kinds()
    if code.lower() == "all":
        for one in kinds.values():
            click.echo(f"{one.code} {one.name} ({SEVERITY[one.severity].in_language(language)})")
        return
    names = {kind.name: kind for kind in kinds.values()} | kinds
    kind = names.get(code.upper()) or names.get(code.lower())
    if kind is None:
        close = get_close_matches(code.upper(), kinds, n=1) or get_close_matches(
            code.lower(), names, n=1, cutoff=0.7
        )
        fail(_no_code(code, names[close[0]].code if close else ""), language)
    severity = SEVERITY[kind.severity].in_language(language)
    click.echo(f"{kind.code} {kind.name} ({severity})\n\n{kind.why.in_language(language)}\n")
    for line in _more_about(kind, language):
        click.echo(line)


def _no_code(given: str, close: str) -> Text:
    if close:
        return Text(
            sq=f"`{given}` nuk është një kod i njohur; mos deshët të shkruani `{close}`?",
            en=f"`{given}` is not a known code; did you mean `{close}`?",
        )
    return Text(
        sq=f"`{given}` nuk është një kod i njohur; të gjithë: `firstlesson check --explain all`",
        en=f"`{given}` is not a known code; all of them: `firstlesson check --explain all`",
    )


def _more_about(kind: Kind, language: str) -> Iterator[str]:
    """Examples, where there are any, and what can be done about it."""
    file = resources.files("firstlesson.checks") / "examples.json"
    known = json.loads(file.read_text("utf-8")).get(kind.code, {})
    wrong, right = _WRONG.in_language(language), _RIGHT.in_language(language)
    width = max(len(wrong), len(right))
    shown = [known[one] for one in (language, "yaml") if one in known]
    shown = shown or [known[one] for one in ("sq", "en") if one in known]
    for example in shown:
        yield f"  {wrong:{width}}  {printable(example['bad'])}"
        if "good" in example:
            yield f"  {right:{width}}  {printable(example['good'])}"
        yield ""
    if "fix" in known:
        yield (_MENDS if known["fix"] == "safe" else _PROPOSES).in_language(language)
    silence = _LOCKED if kind.locked else _SILENCED
    yield silence.in_language(language).replace("CODE", kind.code)


_WRONG = Text(sq="gabim:", en="wrong:")
_RIGHT = Text(sq="mirë:", en="right:")
_MENDS = Text(
    sq="E ndreq vetë: `firstlesson check --fix`.", en="Mended by: `firstlesson check --fix`."
)
_PROPOSES = Text(
    sq="Ka një propozim: `firstlesson check --unsafe-fixes --diff`.",
    en="There is a proposal: `firstlesson check --unsafe-fixes --diff`.",
)
_LOCKED = Text(
    sq="Nuk heshtohet dot: mbron një fëmijë ose vetë faqen.",
    en="It cannot be silenced: it protects a child or the site itself.",
)
_SILENCED = Text(
    sq="Heshtohet vetëm me një arsye: `<!-- firstlesson: ignore[CODE] pse -->`, në YAML "
    "`# firstlesson: ignore[CODE] pse`.",
    en="It is silenced only with a reason: `<!-- firstlesson: ignore[CODE] why -->`, in YAML "
    "`# firstlesson: ignore[CODE] why`.",
)
_WATCH_ONLY = Text(
    sq="`--watch` vetëm kontrollon; ndreqni pa të: `firstlesson check --fix`",
    en="`--watch` only checks; mend without it: `firstlesson check --fix`",
)
_WATCHING = Text(
    sq="· kontrolloj pas çdo ruajtjeje; Ctrl-C e mbaron",
    en="· checking after every save; Ctrl-C ends it",
)
_ENDED = Text(
    sq="Kontrolli mbaroi. Para botimit: `firstlesson build`.",
    en="Checking has ended. Before you publish: `firstlesson build`.",
)
