"""Contacts to which a text leads."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.course.links import parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.schema import Contact
from firstlesson.source.markdown import Link


def contacts_linked(prose: Prose, course: Course) -> Iterator[tuple[Link, Contact]]:
    """The `contact:` links of a text, each with its contact; unknown ones are told by REF001."""
    for link in prose.document.links:
        target = parse_target(link.target)
        if target and target.kind == "contact" and target.id in course.contacts:
            yield link, course.contacts[target.id]
