"""`data/roles.yml`: who acts in a protocol."""

from __future__ import annotations

from typing import Annotated

from firstlesson.schema._base import Localized, Model, Slug
from firstlesson.schema._judged import Limits


class Role(Model):
    """A role in a school or an institution."""

    id: Slug
    name: Localized
    description: Localized | None = None


class RolesFile(Model):
    """All roles."""

    roles: Annotated[tuple[Role, ...], Limits(min_length=1)]
