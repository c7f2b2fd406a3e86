"""`data/roles.yml`: who acts in a protocol."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from firstlesson.schema._base import Localized, Model, Slug


class Role(Model):
    """A role in a school or an institution."""

    id: Slug
    name: Localized
    description: Localized | None = None


class RolesFile(Model):
    """All roles."""

    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
