"""What is said in a course, each wording once: headings, answers and advice are said again and again.

Whatever is asked of words alone is asked of a wording, and told of each text that has it; only what
depends on the place (whom it is for, what stands around it) is asked of the texts themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple, TypeVar

from firstlesson.checks._sentences import Said, said_in
from firstlesson.course.model import Course
from firstlesson.course.once import once_for_a_course

T = TypeVar("T")


class Wording(NamedTuple):
    """The texts of one language that say the same, letter by letter."""

    language: str
    text: str
    folded: str
    at: list[int]
    """Where they stand in `said_in`, in reading order."""


@once_for_a_course
def wordings(course: Course) -> Iterable[Wording]:
    """All that is said; its place here is its number."""
    known: dict[tuple[str, str], Wording] = {}
    for at, said in enumerate(said_in(course)):
        text = said.text
        key = (text.language, text.text)
        if key not in known:
            known[key] = Wording(*key, said.folded, [])
        known[key].at.append(at)
    return known.values()


def spread(course: Course, by_number: Mapping[int, T]) -> Iterator[tuple[Said, T]]:
    """What is known of wordings, by their numbers, for each text that has one, in reading order."""
    texts, said = said_in(course), wordings(course)
    each = ((at, known) for number, known in by_number.items() for at in said[number].at)
    return ((texts[at], known) for at, known in sorted(each, key=itemgetter(0)))


def texts_in_which(
    course: Course, find: Callable[[Wording], T | None], numbers: Iterable[int] | None = None
) -> Iterator[tuple[Said, T]]:
    """The texts, in reading order, in whose words something is found, and what.

    With `numbers` only the wordings of these numbers are searched.
    """
    said = wordings(course)
    each = (
        (number, find(said[number]))
        for number in (range(len(said)) if numbers is None else numbers)
    )
    return spread(course, {number: found for number, found in each if found})
