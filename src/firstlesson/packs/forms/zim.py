"""ZIM: all pages of one language in one file, with search, for Kiwix on phones, computers and school servers."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.diagnostics import Text
from firstlesson.packs.about import About, about
from firstlesson.packs.choice import pages_for
from firstlesson.packs.copy import copy_of, home_of
from firstlesson.packs.form import File, Form
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Selection, Source
from firstlesson.packs.start import START, Part, Way, start_page
from firstlesson.site.words import words_of

_LONGEST = {"Title": 30, "Description": 80}
"""In letters; readers cut what is longer, and zimcheck refuses it."""


def _make(source: Source, selection: Selection) -> Iterator[File]:
    everybody = selection.audiences == tuple(source.course.audiences)
    for language in selection.languages:
        for audience in [""] if everybody else selection.audiences:
            yield _zim(source, language, audience)


def _zim(source: Source, language: str, audience: str) -> File:
    from firstlesson.packs.zim.write import Entry, zim  # noqa: PLC0415  # it needs libzim

    pages = pages_for(source, language, audience)
    said = about(source, language, audience)
    words = words_of(language)
    titles = {one.path: one.draft.title or one.draft.heading for one in pages}
    home = home_of(source, language, audience)
    files = copy_of(source, pages, audience, start=START)
    files[START] = start_page([Part(language, said, (Way(home, words("copy-open")),), ())])
    titles[START] = words("copy-how-new")
    name = pack_name(source, audience, language, suffix=".zim")
    data = zim(
        [Entry(path, files[path], titles.get(path, "")) for path in sorted(files)],
        main=home,
        metadata=_metadata(source, language, said, name),
        language=words("language-code"),
        file=source.work / name,
    )
    return File(name, data)


def _metadata(source: Source, language: str, said: About, name: str) -> dict[str, str]:
    """What a reader shows before the file is opened, in the words of the ZIM format."""
    settings = source.course.settings
    words = words_of(language)
    told = {
        "Name": name.removesuffix(".zim"),
        "Title": said.title if len(said.title) <= _LONGEST["Title"] else said.course,
        "Description": settings.description[language],
        "LongDescription": " ".join([settings.description[language], said.made, said.newer]),
        "Language": words("language-code"),
        "Creator": settings.publisher,
        "Publisher": settings.publisher,
        "Date": source.day.isoformat(),
        "License": str(settings.license),
        "Flavour": source.version,
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }
    return {key: _cut(text, _LONGEST.get(key, 4000)) for key, text in told.items()}


def _cut(text: str, longest: int) -> str:
    """A text that fits, cut between two words."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rpartition(" ")[0].rstrip(" ,;:–") + "…"


FORM = Form(
    name="zim",
    about=Text(
        sq="një skedar për Kiwix-in, me kërkim; për telefona, kompjuterë dhe serverin e shkollës",
        en="one file for Kiwix, with search; for phones, computers and a school's server",
    ),
    make=_make,
    pieces=Selection.by_language,
    extra="zim",
    modules=("libzim",),
)
