"""`firstlesson pack usb`: filling a folder, and what is said about it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from firstlesson import packing
from firstlesson.cli._shared import fail, today
from firstlesson.cli.build import STEPS
from firstlesson.course import Course
from firstlesson.diagnostics import Text
from firstlesson.packs import all_forms
from firstlesson.packs.form import NotPossibleError
from firstlesson.packs.lay import can_fill

USB = "usb"
ABOUT_USB = Text(
    sq="një memorie USB me faqet, format e tjera që janë te `dist/` dhe kontrollin e saj; do --to",
    en="a USB stick with the pages, the other forms in `dist/`, and its own check; needs --to",
)


def place_of_stick(forms: Sequence[str], folder: Path | None, lang: str) -> Path | None:
    """The folder to fill, if a stick was asked for; wrong use ends here."""
    if USB in forms and folder is None:
        fail(_NO_PLACE, lang)
    if folder is not None and USB not in forms:
        fail(_NO_STICK, lang)
    if folder is not None and not can_fill(folder):
        fail(
            Text(
                sq=f"te {folder} ka skedarë të tjerë, që nuk do t'i prekim; zgjidhni një dosje "
                f"bosh ose të re, si `--to {folder / 'mesimi-i-pare'}`",
                en=f"{folder} holds other files, which we will not touch; choose an empty or new "
                f"folder, as `--to {folder / 'first-lesson'}`",
            ),
            lang,
        )
    return folder


def fill(course: Course, root: Path, folder: Path, lang: str) -> None:
    """Fills the folder and says what was done."""
    forms = tuple(all_forms().values())
    try:
        laid, laying = packing.fill_stick(
            course, root, folder, today=today(), forms=forms, tell=_telling(lang)
        )
    except NotPossibleError as error:
        click.echo(f"\nfirstlesson: {error.said.in_language(lang)}", err=True)
        sys.exit(1)
    if sys.stderr.isatty():
        click.echo("\r\033[K", err=True, nl=False)
    if laid.resumed:
        click.echo(_RESUMED.in_language(lang))
    size = sum(len(laying.files[path]) for path in laid.copied) / 1_000_000
    counts = Text(
        sq=f"usb: u kopjuan {len(laid.copied)} skedarë ({size:.1f} MB), {laid.kept} ishin njësoj, "
        f"{len(laid.removed)} u hoqën",
        en=f"usb: copied {len(laid.copied)} files ({size:.1f} MB), {laid.kept} were the same, "
        f"{len(laid.removed)} removed",
    )
    click.echo(counts.in_language(lang))
    for names, said in ((laying.outdated, _OUTDATED), (laid.strangers, _STRANGERS)):
        if names:
            click.echo(f"{said.in_language(lang)} {', '.join(names[:5])}", err=True)
    done = Text(
        sq=f"Gati: {folder}. Para se ta hiqni, nxirreni memorien me kujdes; kontrollojeni me "
        f"`firstlesson verify {folder}` ose me verify.html.",
        en=f"Ready: {folder}. Eject the stick before you pull it out; check it with "
        f"`firstlesson verify {folder}` or with verify.html.",
    )
    click.echo(done.in_language(lang))


def _telling(lang: str) -> Callable[[str, str], None]:
    """Shows on a terminal which file is copied; a pipe hears only of waiting."""

    def tell(form: str, file: str) -> None:
        if form == "wait":
            click.echo(STEPS["wait"].in_language(lang), err=True)
        elif sys.stderr.isatty():
            click.echo(f"\r\033[Kusb: {file}", err=True, nl=False)

    return tell


_NO_PLACE = Text(
    sq="`usb` do të dijë ku: `firstlesson pack usb --to DOSJA`",
    en="`usb` has to know where: `firstlesson pack usb --to FOLDER`",
)
_NO_STICK = Text(
    sq="`--to` shkon vetëm me `usb`: `firstlesson pack usb --to DOSJA`; të tjerat bëhen te `dist/`",
    en="`--to` goes with `usb` only: `firstlesson pack usb --to FOLDER`; the others go to `dist/`",
)
_RESUMED = Text(
    sq="Një kopjim i ndërprerë u gjet dhe u mbarua.",
    en="An interrupted copy was found and finished.",
)
_OUTDATED = Text(
    sq="Nuk u kopjuan, sepse janë nga një version tjetër i faqes (bëjini përsëri me "
    "`firstlesson pack FORMA`):",
    en="Not copied, since they are from another version of the site (make them again with "
    "`firstlesson pack FORM`):",
)
_STRANGERS = Text(
    sq="Këta skedarë nuk janë tanët dhe nuk u prekën:",
    en="These files are not ours and were left alone:",
)
