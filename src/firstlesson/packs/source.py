"""What packs are made from: the built site, and the course that knows what each page is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from firstlesson.course.model import Course
from firstlesson.site.draft import Draft


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the built site."""

    language: str
    draft: Draft
    """Its kind, audience, title and description."""
    path: str
    """Its file below the site's folder, as `en/lessons/lesson-2/student.html`."""


@dataclass(frozen=True, slots=True)
class Source:
    """The built site with the course it shows."""

    course: Course
    site: Path
    pages: tuple[Page, ...]
    day: dt.date
    """The day that stands in the packs."""
    edition: str
    """Eight signs that change with any byte of the site: two copies can be compared by them."""
    work: Path
    """An empty folder for libraries that can only write files; it is removed afterwards."""

    def html(self, page: Page) -> str:
        """A page as it was built."""
        return (self.site / page.path).read_text("utf-8")

    @property
    def version(self) -> str:
        """What tells one copy from another: `2026.11.22-3fa9c1d2`."""
        return f"{self.day:%Y.%m.%d}-{self.edition}"


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; everything where nothing was named."""

    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    whole: bool
    """Whether nothing was left out, so that packs of everything are made too."""

    def undivided(self) -> tuple[Selection, ...]:
        """All of it as one piece."""
        return (self,)

    def by_language(self) -> tuple[Selection, ...]:
        """A piece for each language."""
        return tuple(replace(self, languages=(one,), whole=False) for one in self.languages)

    def by_audience(self) -> tuple[Selection, ...]:
        """A piece for each audience in each language."""
        return tuple(
            replace(piece, audiences=(one,))
            for piece in self.by_language()
            for one in self.audiences
        )


def source_of(
    course: Course,
    drafts: Mapping[str, Sequence[Draft]],
    *,
    site: Path,
    day: dt.date,
    edition: str,
    work: Path,
) -> Source:
    """The source of all packs; `drafts` are the pages by language."""
    pages = [
        Page(language, draft, f"{_folder(language, course)}{draft.path}.html")
        for language, made in drafts.items()
        for draft in made
    ]
    return Source(course, site, tuple(pages), day, edition, work)


def _folder(language: str, course: Course) -> str:
    return "" if language == course.source_language else f"{language}/"
