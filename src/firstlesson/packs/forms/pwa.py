"""PWA: the site for a web server, with the worker by which readers keep it on their device."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.archive import zipped
from firstlesson.packs.form import File, Form
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Selection, Source


def _make(source: Source, selection: Selection) -> Iterator[File]:
    if not selection.whole:
        return  # a server shows everything
    files = {
        file.relative_to(source.site).as_posix(): file.read_bytes()
        for file in source.site.rglob("*")
        if file.is_file()
    }
    yield File(pack_name(source, "web", suffix=".zip"), zipped(files, source.day))


FORM = Form(
    name="pwa",
    about=Text(
        sq="faqja për një server; lexuesit mund ta mbajnë në pajisje me “Mbaje në këtë pajisje”",
        en="the site for a web server; readers can keep it on their device with one click",
    ),
    make=_make,
    on_stick=False,
)
