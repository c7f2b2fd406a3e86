"""`firstlesson pack`: offline copies of the built site."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from firstlesson import app, packing
from firstlesson.cli._shared import (
    fail,
    language_option,
    progress,
    root_or_fail,
    show,
    today,
)
from firstlesson.cli._stick import ABOUT_USB, USB, fill, place_of_stick
from firstlesson.cli._summary import seen
from firstlesson.cli.build import HOST, STEPS
from firstlesson.course import Course
from firstlesson.diagnostics import Text
from firstlesson.hosts.mkdocs import HostFailedError
from firstlesson.packs import all_forms
from firstlesson.packs.form import Form, NotPossibleError
from firstlesson.packs.run import Made
from firstlesson.packs.shelf import DIST
from firstlesson.packs.source import Selection


@click.command("pack", short_help="Make offline copies: ZIP, single files and more.")
@click.argument("forms", nargs=-1, metavar="[FORM]…")
@click.option(
    "--audience", "audiences", multiple=True, metavar="ID", help="Only for this audience."
)
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language.")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="For `usb`: the stick, or a folder on it.",
)
@click.option("--no-cache", is_flag=True, help="Make again what has not changed, too.")
@language_option
def command(
    *,
    forms: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    folder: Path | None,
    no_cache: bool,
    lang: str,
) -> None:
    """Makes offline copies into `dist/`; without FORM every form that this computer can make.

    The site is built first where it is missing or older than its sources; what was packed from the
    same today stays as it is. `firstlesson pack list` says which forms there are.

    `usb` fills a folder with the pages and with every other form that lies in `dist/`; what is
    there already and has not changed is not copied again. `firstlesson verify` checks it.

    \b
    Examples:
      firstlesson pack
      firstlesson pack zip
      firstlesson pack single --audience student --language sq
      firstlesson pack usb --to /media/stick/first-lesson
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    if forms == ("list",):
        _list(lang)
        return
    usb = place_of_stick(forms, folder, lang)
    chosen = _chosen([one for one in forms if one != USB], lang, all_of_them=not forms)
    root = root_or_fail(lang)
    course = built(root, lang)
    selection = _selection(course, audiences, languages, lang)
    times: dict[str, list[float]] = {}
    try:
        made = packing.pack(
            course,
            root,
            today=today(),
            forms=chosen,
            selection=selection,
            tell=_telling(times, lang),
            trust=not no_cache,
        )
    except NotPossibleError as error:
        click.echo(f"\nfirstlesson: {error.said.in_language(lang)}", err=True)
        sys.exit(1)
    if sys.stderr.isatty():
        click.echo("\r\033[K", err=True, nl=False)
    if made:
        _table(made, times, root / DIST, lang)
    if usb:
        fill(course, root, usb, lang)


def built(root: Path, lang: str) -> Course:
    """The course with a site that is up to date; builds it where it is not."""
    course = app.built_course(root, today=today())
    if course is not None:
        return course
    checked = app.check(root, today=today())
    if checked.failed:
        show(checked, "full", lang)
        sys.exit(1)
    click.echo(seen(checked, lang))
    try:
        app.build(checked, root, today=today(), tell=progress(STEPS, lang))
    except HostFailedError as error:
        click.echo(HOST.in_language(lang), err=True)
        click.echo(str(error), err=True)
        sys.exit(1)
    return checked.course


def _chosen(names: Sequence[str], lang: str, *, all_of_them: bool) -> list[Form]:
    """The forms that were asked for; one that cannot be made ends everything before it begins.

    Where nobody named any, those that can be made are made, and of the others it is said why not.
    """
    known = all_forms()
    for name in names:
        if name not in known:
            listed = ", ".join([*known, USB])
            fail(
                Text(
                    sq=f"nuk ka formë `{name}`; format janë: {listed}",
                    en=f"there is no form `{name}`; the forms are: {listed}",
                ),
                lang,
            )
    chosen = []
    for form in known.values() if all_of_them else [known[one] for one in dict.fromkeys(names)]:
        missing = form.missing()
        if missing and names:
            click.echo(f"firstlesson: {missing.in_language(lang)}", err=True)
            sys.exit(1)
        if missing:
            click.echo(f"firstlesson: {missing.in_language(lang)}", err=True)
        else:
            chosen.append(form)
    return chosen


def _selection(
    course: Course, audiences: Sequence[str], languages: Sequence[str], lang: str
) -> Selection:
    for given, known, option in (
        (audiences, course.audiences, "--audience"),
        (languages, course.languages, "--language"),
    ):
        for one in given:
            if one not in known:
                listed = ", ".join(known)
                fail(
                    Text(
                        sq=f"`{option} {one}` nuk ekziston; mund të zgjidhni: {listed}",
                        en=f"`{option} {one}` does not exist; you can choose: {listed}",
                    ),
                    lang,
                )
    return Selection(
        audiences=tuple(one for one in course.audiences if not audiences or one in audiences),
        languages=tuple(one for one in course.languages if not languages or one in languages),
        whole=not audiences and not languages,
    )


def _telling(times: dict[str, list[float]], lang: str) -> Callable[[str, str], None]:
    """Shows on a terminal what is being made and notes when; a pipe hears only of waiting."""

    def tell(form: str, file: str) -> None:
        times.setdefault(form, []).append(time.monotonic())
        if form == "wait":
            click.echo(STEPS["wait"].in_language(lang), err=True)
        elif sys.stderr.isatty():
            click.echo(f"\r\033[K{form}: {file or '…'}", err=True, nl=False)

    return tell


def _table(
    made: Sequence[Made], times: Mapping[str, Sequence[float]], dist: Path, lang: str
) -> None:
    """What was made, one form a block: each file with its size."""
    for one in made:
        total = sum(pack.bytes for pack in one.packs)
        count, moments = len(one.packs), times.get(one.form.name, [0])
        time_taken = (
            _UNCHANGED.in_language(lang) if one.kept else f"{moments[-1] - moments[0]:.1f} s"
        )
        files = Text(
            sq=f"{count} {'skedar' if count == 1 else 'skedarë'}",
            en=f"{count} {'file' if count == 1 else 'files'}",
        ).in_language(lang)
        click.echo(f"{one.form.name}: {files}, {_size(total)}, {time_taken}")
        for pack in one.packs:
            click.echo(f"  {_size(pack.bytes):>9}  {pack.path}")
    click.echo(Text(sq=f"Gjithçka është te {dist}", en=f"All of it is in {dist}").in_language(lang))


_UNCHANGED = Text(sq="pa ndryshime", en="unchanged")


def _list(lang: str) -> None:
    said = {**{form.name: form.about for form in all_forms().values()}, USB: ABOUT_USB}
    width = max(map(len, said))
    for name, about in said.items():
        click.echo(f"{name:<{width}} {about.in_language(lang)}")


def _size(number: int) -> str:
    return f"{number / 1_000_000:.2f} MB" if number >= 1_000_000 else f"{number / 1000:.0f} kB"
