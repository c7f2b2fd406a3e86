"""The index after an edit is the one that would be made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from overlays import TESTS

from firstlesson.course import load
from firstlesson.site.search.entries import Entry
from firstlesson.site.search.index import decoded, encoded, index_files
from firstlesson.site.search.renew import OtherPagesError, renewed_files
from firstlesson.site.search.text import Passage
from firstlesson.site.words import words_of

COURSE, _ = load(TESTS / "tiny")
WORDS = words_of("sq")


def entry(number: int, *texts: str) -> Entry:
    said = tuple(Passage(f"part-{at}", f"Pjesa {at}", text) for at, text in enumerate(texts))
    return Entry(f"lessons/l-{number}/student", f"Mësimi {number}", "", "", (), "", said)


PAGES = [entry(number, f"fjala{number} mik shoku{number % 7}", "zemra") for number in range(60)]


def index(pages: Sequence[Entry]) -> dict[str, str]:
    return index_files(pages, COURSE, WORDS)


@pytest.mark.parametrize(
    "texts",
    [
        ("krejt tjetër",),
        ("fjala3 mik shoku3", "zemra zemra zemra zemra"),
        (),
        ("mik", "Ëndrra xixëllonja"),
        (" ".join(f"fjalë{n}të" for n in range(3000)),),
    ],
)
def test_a_page_that_changed(texts: tuple[str, ...]) -> None:
    before = index(PAGES)
    new = replace(PAGES[3], passages=entry(3, *texts).passages)
    wanted = index([*PAGES[:3], new, *PAGES[4:]])
    changed = renewed_files(before.__getitem__, [PAGES[3]], [new], "sq")
    after = {name: text for name, text in (before | changed).items() if text is not None}
    assert after == wanted
    assert {name for name, text in changed.items() if before.get(name) != text} == set(changed)


def test_another_page_than_was_there_is_refused() -> None:
    with pytest.raises(OtherPagesError):
        renewed_files(index(PAGES).__getitem__, [entry(99)], [entry(99, "mik")], "sq")
    with pytest.raises(OtherPagesError):
        renewed_files(index(PAGES).__getitem__, [entry(3, "nuk", "ishte")], [PAGES[3]], "sq")


def test_pages_and_weights_are_read_as_they_were_written() -> None:
    pages = [(0, 7), (1, 0), (40, 3), (4000, 1)]
    assert decoded(encoded(pages)) == pages
    assert decoded("") == []
