"""Whether a source stands with a text."""

from __future__ import annotations

import re

from firstlesson.checks._sentences import Said, fold
from firstlesson.course.model import Course

_OPEN = re.compile(
    r"\b(?:duhe[tn]|per t'u|te) konfirm\w+|to be confirmed|confirmed by the organi|must confirm|still to confirm"
)
_FROM_DATA = ("data/sources.yml", "data/glossary.yml", "data/contacts.yml", "data/competences.yml")


def is_open(text: str) -> bool:
    """Whether a text says that it is still to be confirmed."""
    return bool(_OPEN.search(fold(text)))


def is_sourced(said: Said, course: Course) -> bool:
    """Whether a reader can see where a claim comes from.

    In prose by a link to a source: in the same passage, in the line before its list, or in a
    `Source: …` line below. A short text holds no links: it names a source that its lesson or
    protocol cites. Entries of `data/` have their own `citation`. What is marked as still to be
    confirmed is no claim.
    """
    if "source:" in said.linked or _OPEN.search(f"{said.context} {said.folded}"):
        return True
    if said.text.kind != "short":
        return False
    if said.text.path in _FROM_DATA:
        return True
    return any(name in said.folded for name in _names(said.text.owner, course))


def _names(owner: str, course: Course) -> list[str]:
    """How the sources that a lesson or protocol cites may be named, folded."""
    kind, _, name = owner.partition("/")
    entry = (course.lessons if kind == "lessons" else course.protocols).get(name)
    cited = entry.data.citation if entry else ()
    sources = [course.sources[one] for one in cited if one in course.sources]
    names = []
    for source in sources:
        names += [fold(source.name), *fold(source.publisher).replace("/", ",").split(",")]
    return [short for name in names if len(short := name.strip().split(" (")[0]) > 2]
