"""`firstlesson verify`: whether a copy is whole, and mending it from a good one."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from firstlesson.cli._shared import fail, language_option
from firstlesson.diagnostics import Text
from firstlesson.packs.integrity import Verdict, read_sums, verdict
from firstlesson.packs.mend import mend
from firstlesson.packs.shelf import SUMS
from firstlesson.packs.verify_page import VERIFY, list_of_page


@click.command("verify", short_help="Check a USB stick or another copy, and mend it.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--from",
    "good",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A good copy of the same version; broken and missing files are taken from it.",
)
@language_option
def command(folder: Path, good: Path | None, lang: str) -> None:
    """Compares every file of a copy with its `SHA256SUMS`: what is damaged, missing, or not its own.

    Files that do not belong there are named and never touched. Ends with 0 where all is well.

    \b
    Examples:
      firstlesson verify /media/stick
      firstlesson verify /media/stick --from ~/good-copy
      firstlesson verify dist
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    for one in (folder, good):
        if one is not None and not one.is_dir():
            fail(_no_folder(one), lang)
    truth = good or folder
    wanted = read_sums(truth)
    if wanted is None:
        fail(_no_sums(truth, mendable=good is None), lang)
    if good is not None:
        _mend(folder, good, lang)
    found = verdict(folder, wanted)
    if _contradicted(folder, wanted, found):
        fail(_no_sums(folder, mendable=True), lang)
    _tell(found, lang)
    sys.exit(0 if found.whole else 1)


def _contradicted(folder: Path, wanted: Mapping[str, str], found: Verdict) -> bool:
    """Whether the page of the copy, itself undamaged, has another list: then the list is broken."""
    listed = list_of_page(folder)
    others = {path: sha256 for path, sha256 in wanted.items() if path != VERIFY}
    return listed is not None and VERIFY not in found.changed and listed != others


def _mend(folder: Path, good: Path, lang: str) -> None:
    mended = mend(folder, good)
    for path in mended.repaired:
        click.echo(f"+ {path}")
    if mended.repaired:
        count = len(mended.repaired)
        click.echo(Text(sq=f"U ndreqën: {count}.", en=f"Mended: {count}.").in_language(lang))
    if mended.unusable:
        listed = ", ".join(mended.unusable[:5])
        said = Text(
            sq=f"edhe kopja te {good} i ka të prishura: {listed}; duhet një tjetër",
            en=f"the copy in {good} has them broken too: {listed}; another one is needed",
        )
        click.echo(f"firstlesson: {said.in_language(lang)}", err=True)


def _tell(found: Verdict, lang: str) -> None:
    if found.unfinished:
        click.echo(_UNFINISHED.in_language(lang))
    for paths, said in (
        (found.changed, Text(sq="të prishur ose të ndryshuar", en="damaged or changed")),
        (found.missing, Text(sq="mungojnë", en="missing")),
        (found.extra, _EXTRA),
    ):
        _list(paths, said.in_language(lang))
    if found.whole:
        said = Text(
            sq=f"Gjithçka është siç duhet: {found.right} skedarë.",
            en=f"Everything is as it should be: {found.right} files.",
        )
        click.echo(said.in_language(lang))
    elif found.changed or found.missing:
        click.echo(_WAY_OUT.in_language(lang))


def _list(paths: Sequence[str], said: str) -> None:
    if paths:
        click.echo(f"{len(paths)} {said}:")
        for path in paths:
            click.echo(f"  {path}")


def _no_folder(place: Path) -> Text:
    return Text(sq=f"nuk ka dosje `{place}`", en=f"there is no folder `{place}`")


def _no_sums(place: Path, *, mendable: bool) -> Text:
    sq, en = (
        f"te {place} lista {SUMS} mungon ose është prishur",
        f"{SUMS} in {place} is missing or damaged",
    )
    if not mendable:
        return Text(sq=f"{sq}; kjo nuk është kopje e mirë", en=f"{en}; this is no good copy")
    return Text(
        sq=f"{sq}; ndreqeni nga një kopje e mirë: `firstlesson verify {place} --from KOPJA`",
        en=f"{en}; mend it from a good copy: `firstlesson verify {place} --from COPY`",
    )


_UNFINISHED = Text(
    sq="Kopjimi u ndërpre. Bëjeni edhe një herë: `firstlesson pack usb --to …`",
    en="The copying was interrupted. Do it once more: `firstlesson pack usb --to …`",
)
_EXTRA = Text(
    sq="nuk i përkasin kësaj kopjeje; mos i hapni, nëse nuk e dini kush i vuri",
    en="do not belong to this copy; do not open them unless you know who put them there",
)
_WAY_OUT = Text(
    sq="Ndreqeni nga një kopje e mirë e të njëjtit version: `firstlesson verify … --from KOPJA`",
    en="Mend it from a good copy of the same version: `firstlesson verify … --from COPY`",
)
