"""`data/course.yml`: the course as a whole."""

from __future__ import annotations

from typing import Annotated

from firstlesson.schema._base import Date, Distinct, Language, Line, Localized, Model, Slug, Url
from firstlesson.schema._judged import Limits


class Hub(Model):
    """The pages about the organisation and its work."""

    name: Localized
    """How they are called together: "Qendra dhe fushata"."""
    pages: Annotated[tuple[Slug, ...], Limits(min_length=1), Distinct]
    """Names of pages in `docs/`; the first one leads to all others."""


class CourseFile(Model):
    """The course: its name, who answers for it, and its languages."""

    name: Localized
    """The site's name."""
    description: Localized
    """One sentence about the site, for search engines and previews."""
    publisher: Line
    """The organisation that answers for the content."""
    languages: Annotated[tuple[Language, ...], Limits(min_length=1), Distinct]
    """BCP 47 codes; the first is the source language, at the root of the site."""
    site_url: Url
    """Where the site will stand, with a slash at the end."""
    exit_url: Url | None = None
    """Where the exit leads on the web; without the internet it leads to a page of our own."""
    last_reviewed: Date | None = None
    """The day the organisation reviewed the pages of `docs/` and the data; never set by anyone else."""
    license: Url
    """The licence of the content."""
    sheets: Annotated[tuple[Slug, ...], Distinct] = ()
    """Names of pages in `docs/` that are printed as one sheet for the wall."""
    hub: Hub | None = None
    """The pages about the organisation and its work."""
