"""A part of the pages built as if it were all: MkDocs knows the others by name, and reads none.

A page depends on nothing but its own text and on which files its links find. So the others need only
be found; what each page asked for, which places it has, and to which it leads is noted for next time.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from firstlesson.hosts.notes import Note


class WholeFiles(Files):
    """The files of one language's build: those that are there, and those that are only known."""

    def __init__(
        self, there: Files, known: Collection[str], language: str, config: MkDocsConfig
    ) -> None:
        super().__init__(there)
        self._there = there
        self._known = known
        self._language = language
        self._config = config
        self._main = language == source_language(config)
        self.asked: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        """A file by its path; one that is only known is made when a link asks for it."""
        self.asked.add(path)
        found = self._there.get_file_from_path(path)
        if found is None and path in self._known and path.startswith(f"{self._language}/"):
            found = self._made(path)
        return found

    def _made(self, path: str) -> File:
        directories = self._config.use_directory_urls
        file = File(
            path,
            self._config.docs_dir,
            self._config.site_dir,
            directories,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        if self._main:  # the source language stands at the site's root
            file.dest_uri = file.dest_uri.removeprefix(f"{self._language}/")
        return file


def source_language(config: MkDocsConfig) -> str:
    """The language that stands at the site's root."""
    plugin: Any = config.plugins["i18n"]
    return str(plugin.default_language)


def noted(files: Files, notes: dict[str, Note]) -> None:
    """Completes the notes on all pages that were read."""
    for file in files.documentation_pages():
        if page := file.page:
            note = notes.setdefault(file.src_uri, Note())
            note.ids = set(page.present_anchor_ids or ())
            note.links = {to.src_uri: dict(at) for to, at in (page.links_to_anchors or {}).items()}


def dead_links(notes: dict[str, Note]) -> list[str]:
    """Links between pages that lead to no place there, in MkDocs' words."""
    return [
        f"Doc file '{path}' contains a link '{link}', but the doc '{to}' does not contain an "
        f"anchor '#{place}'."
        for path, note in notes.items()
        for to, links in note.links.items()
        for place, link in links.items()
        if to in notes and place not in notes[to].ids
    ]
