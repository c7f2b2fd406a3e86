"""The words of pictures, captions and transcripts, as texts that a reader meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course
from firstlesson.course.texts import ReaderText

_WORD = re.compile(r"[^\W\d_]+")
_MEDIA = "/media/"


def shown_words(course: Course) -> Iterator[ReaderText]:
    """What is drawn in pictures or told in recordings, file by file, each in its own language."""
    for path, file in course.media.items():
        if not file.passages:
            continue
        most = _language(" ".join(one.text for one in file.passages), course)
        named = next((one for one in course.languages if f".{one}." in path), "")
        for passage in file.passages:
            language = named or _language(passage.text, course, most)
            yield ReaderText(
                passage.text,
                language,
                path,
                path.partition(_MEDIA)[0],
                "",
                passage.kind,
                passage=passage,
            )


def _language(text: str, course: Course, otherwise: str = "") -> str:
    """The language of most words of a text; the other one given where they do not say."""
    lower = text.lower()
    words = set(_WORD.findall(lower))
    known = {one: len(words & _known(one)) for one in course.languages}
    known["sq"] = known.get("sq", 0) + any(sign in lower for sign in "ëç")
    best = max(course.languages, key=lambda one: known[one])
    return otherwise if otherwise and len({*known.values()}) == 1 else best


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(str(word_list("translation", "languages").get(language, "")).split())
