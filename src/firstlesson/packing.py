"""What the commands around offline copies do; as in `app`, they print nothing and never exit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from firstlesson.build.freshness import made_from, site_digest
from firstlesson.build.replace import alone, scratch
from firstlesson.course import Course
from firstlesson.course.view import without_outlines
from firstlesson.packs import memory as packed
from firstlesson.packs.form import Form
from firstlesson.packs.lay import Laid, lay
from firstlesson.packs.run import Made, make_packs
from firstlesson.packs.shelf import DIST, clear
from firstlesson.packs.source import Selection, Source, source_of
from firstlesson.packs.stick import Stick, stick
from firstlesson.site.plan import drafts_of
from firstlesson.source.project import SITE


def pack(
    course: Course,
    root: Path,
    *,
    today: dt.date,
    forms: Sequence[Form],
    selection: Selection,
    tell: Callable[[str, str], None] = lambda _form, _file: None,
    trust: bool = True,
) -> list[Made]:
    """Makes packs from the built site into `dist/`; `tell` hears each form and each file.

    Packs that were made from the same and are whole stay, unless nothing is to be trusted.
    """
    dist = root / DIST
    with alone(root, waiting=lambda: tell("wait", "")), scratch(root) as work:
        clear(dist)  # also where all packs stay: a killed run left its own beside them
        state = packed.state_of(made_from(root, today=today), selection)
        made = {}
        for form in forms if trust else ():
            packs = packed.recall(root, dist, form, state, only=selection.whole)
            if packs:
                made[form.name] = Made(form, packs, kept=True)
        missing = [form for form in forms if form.name not in made]
        if missing:
            source = pack_source(course, root, today=today, work=work)
            new = make_packs(source, missing, selection, dist=dist, tell=tell)
            packed.remember(root, ((one.form.name, one.packs) for one in new), state)
            made |= {one.form.name: one for one in new}
        return [made[form.name] for form in forms]


def fill_stick(
    course: Course,
    root: Path,
    folder: Path,
    *,
    today: dt.date,
    forms: Sequence[Form],
    tell: Callable[[str, str], None] = lambda _form, _file: None,
) -> tuple[Laid, Stick]:
    """Fills a folder with the pages and with what lies in `dist/`; copies only what changed there."""
    with alone(root, waiting=lambda: tell("wait", "")), scratch(root) as work:
        source = pack_source(course, root, today=today, work=work)
        laying = stick(source, dist=root / DIST, forms=forms)
        return lay(laying.files, folder, tell=lambda path: tell("usb", path)), laying


def pack_source(course: Course, root: Path, *, today: dt.date, work: Path) -> Source:
    """What packs are made from: the built site of a course."""
    shown = without_outlines(course)
    return source_of(
        shown,
        drafts_of(shown, today=today),
        site=root / SITE,
        day=today,
        edition=site_digest(root)[:8],
        work=work,
    )
