"""`data/topics.yml`: what lessons and protocols are about."""

from __future__ import annotations

from typing import Annotated

from firstlesson.schema._base import Localized, Model, Slug
from firstlesson.schema._judged import Limits


class Topic(Model):
    """A topic; a sensitive one asks for content guidance."""

    id: Slug
    name: Localized
    description: Localized
    sensitive: bool


class TopicsFile(Model):
    """All topics, in the order of the index."""

    topics: Annotated[tuple[Topic, ...], Limits(min_length=1)]
