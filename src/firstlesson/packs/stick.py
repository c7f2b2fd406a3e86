"""What lies on a stick: the pages to browse, every other form from `dist/`, and the means to check it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from firstlesson.packs.about import about
from firstlesson.packs.archive import judge
from firstlesson.packs.browsable import browsable, greeting
from firstlesson.packs.form import Form
from firstlesson.packs.shelf import SUMS, Pack, digest, on_shelf, sums
from firstlesson.packs.source import Source
from firstlesson.packs.start import Way
from firstlesson.packs.verify_page import VERIFY, verify_page
from firstlesson.site.words import words_of


@dataclass(frozen=True, slots=True)
class Stick:
    """The files of a stick, and the forms that had to stay away."""

    files: dict[str, bytes]
    outdated: tuple[str, ...]
    """Forms that lie in `dist/` but were made from another version of the site."""


def stick(source: Source, *, dist: Path, forms: Iterable[Form]) -> Stick:
    """All that is laid on a stick; `SHA256SUMS` is the last of the files."""
    offered = {form.name: form for form in forms if form.on_stick}
    there = [pack for pack in on_shelf(dist) if pack.form in offered]
    packs = [pack for pack in there if pack.version.endswith(f"-{source.edition}")]
    outdated = {pack.form for pack in there} - {pack.form for pack in packs}
    ways = {one: _ways(packs, offered, one) for one in greeting(source, source.course.languages)}
    files = browsable(source, source.course.languages, "", more=ways)
    files |= {pack.path: (dist / pack.path).read_bytes() for pack in packs}
    judge(files)
    digests = {path: digest(data) for path, data in files.items()}
    abouts = [about(source, one) for one in source.course.languages]
    files[VERIFY] = verify_page(source.course.languages, abouts, digests)
    digests[VERIFY] = digest(files[VERIFY])
    files[SUMS] = sums(digests).encode()
    return Stick(files, tuple(sorted(outdated)))


def _ways(packs: Sequence[Pack], forms: dict[str, Form], language: str) -> list[Way]:
    """The links to the other forms: a folder for many files, one file by its name."""
    found = []
    for name, form in forms.items():
        mine = [pack for pack in packs if pack.form == name]
        if mine:
            href = mine[0].path if len(mine) == 1 else f"{name}/"
            found.append(Way(href, name.upper(), form.about.in_language(language)))
    words = words_of(language)
    return [*found, Way(VERIFY, words("verify-title"), words("verify-short"))]
