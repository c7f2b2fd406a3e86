"""Links whose words name one service and that lead to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from firstlesson.checks._folding import fold
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.contact._linked import contacts_linked
from firstlesson.course.model import Course, Prose
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text

_WORD = re.compile(r"[a-z]{5,}")
_STEM = 5
"""Letters by which a word is known in all its forms."""


@check(
    "CON017",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush prek fjalën “policia” pret policinë; në rrezik nuk ka kohë për gabime.",
        en="Anyone who taps the word “police” expects the police; in danger there is no time for mistakes.",
    ),
    locked=True,
)
def name_of_another(prose: Prose, course: Course) -> Iterator[Finding]:
    """The words of a `contact:` link do not name another contact."""
    for link, contact in contacts_linked(prose, course):
        [named] = _named(course)
        meant = [named[stem] for stem in _stems(link.text) if stem in named]
        if meant and not any(contact.id in ids for ids in meant):
            other = min(meant[0])
            yield Finding(
                link.span,
                Text(
                    sq=f"fjalët tregojnë `{other}`, por lidhja çon te `{contact.id}`",
                    en=f"the words name `{other}`, but the link leads to `{contact.id}`",
                ),
                Text(
                    sq=f"shkruani `contact:{other}`, ose ndryshoni fjalët",
                    en=f"write `contact:{other}`, or change the words",
                ),
            )


@once_for_a_course
def _named(course: Course) -> Iterator[Mapping[str, frozenset[str]]]:
    """By the beginnings of words in names of contacts, those that have them; what a fifth of them have says nothing."""
    found: dict[str, set[str]] = {}
    for contact in course.contacts.values():
        for name in contact.name.root.values():
            for stem in _stems(name):
                found.setdefault(stem, set()).add(contact.id)
    most = max(len(course.contacts) // 5, 1)
    yield {stem: frozenset(ids) for stem, ids in found.items() if len(ids) <= most}


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(fold(text))]
