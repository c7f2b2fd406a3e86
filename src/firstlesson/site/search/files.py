"""What the search of some pages needs: the engine, and the index of one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

from firstlesson.course.model import Course
from firstlesson.site.draft import Draft
from firstlesson.site.search.entries import entries
from firstlesson.site.search.index import index_files
from firstlesson.site.words import Words


def search_files(drafts: Iterable[Draft], course: Course, words: Words) -> dict[str, str]:
    """The files by their path below `SEARCH`; a pack gives only the pages that it holds."""
    found = index_files(list(entries(drafts, course, words)), course, words)
    files = {f"{words.language}/{name}": text for name, text in found.items()}
    return {"engine.js": _engine(), **files}


@cache
def _engine() -> str:
    return (resources.files("firstlesson.site.search") / "engine.js").read_text("utf-8")
