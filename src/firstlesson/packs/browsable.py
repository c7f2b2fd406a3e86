"""A folder to browse: the start page and the read-me on top, the pages in one folder below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from firstlesson.packs.about import about
from firstlesson.packs.choice import pages_for
from firstlesson.packs.copy import copy_of, home_of
from firstlesson.packs.source import Source
from firstlesson.packs.start import READ_ME, START, Part, Way, read_me, start_page
from firstlesson.site.words import words_of

PAGES = "site"
"""Where the pages stand, so that the two files to begin with are alone on top."""


def browsable(
    source: Source,
    languages: tuple[str, ...],
    audience: str,
    *,
    more: Mapping[str, Sequence[Way]] = MappingProxyType({}),
) -> dict[str, bytes]:
    """The files of a folder for an audience, or of everything; it greets in every language.

    `more` is what else the start page leads to, by the language in which it is said.
    """
    pages = [page for one in languages for page in pages_for(source, one, audience)]
    files = copy_of(source, pages, audience, start=f"../{START}")
    parts = [
        _part(source, one, languages, audience, more.get(one, ()))
        for one in greeting(source, languages)
    ]
    return {
        START: start_page(parts),
        READ_ME: read_me(parts, {one.language: _first(one.language) for one in parts}),
        **{f"{PAGES}/{path}": data for path, data in files.items()},
    }


def greeting(source: Source, languages: tuple[str, ...]) -> list[str]:
    """The languages of the greeting, those of the pages first."""
    return [*languages, *(one for one in source.course.languages if one not in languages)]


def _part(
    source: Source, language: str, languages: tuple[str, ...], audience: str, more: Sequence[Way]
) -> Part:
    words = words_of(language)
    links = [
        Way(
            f"{PAGES}/{home_of(source, one, audience)}",
            words_of(one)("copy-open"),
            words_of(one)("language"),
            one,
        )
        for one in (languages if audience or language not in languages else (language,))
    ]
    lines = (words("copy-computer", folder=PAGES), words("copy-extract"), words("copy-phone"))
    return Part(language, about(source, language, audience), (*links, *more), lines)


def _first(language: str) -> str:
    return words_of(language)("copy-first", file=START)
