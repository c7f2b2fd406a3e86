"""`data/audiences.yml`: for whom an edition is."""

from __future__ import annotations

from typing import Annotated, Literal

from firstlesson.schema._base import Distinct, Localized, Model, Slug
from firstlesson.schema._judged import Limits


class Audience(Model):
    """A group of readers with an edition of its own."""

    id: Slug
    name: Localized
    """The readers, in the plural: "Nxënës"."""
    edition: Localized
    """How their edition is called: "Për nxënësit"."""
    description: Localized
    """What they find there, addressed to them."""
    educational_role: Literal["student", "parent", "teacher", "professional", "administrator"]
    """The LRMI role."""
    minor: bool
    """Whether the readers are children."""
    colour: Literal["teal", "plum", "indigo", "slate"]
    icon: Slug
    """An icon of `overrides/icons`."""
    pages: Annotated[tuple[Slug, ...], Distinct] = ()
    """Names of pages in `docs/` that are for them."""
    with_plan: Annotated[tuple[Slug, ...], Distinct] = ("if-a-child-tells-you",)
    """Ids of sections that stay on the page of a lesson's plan though they come before or after its parts."""


class AudiencesFile(Model):
    """All audiences, in the order of the menu."""

    audiences: Annotated[tuple[Audience, ...], Limits(min_length=1)]
