"""Sentences and words, counted as a reader meets them; and how much a reader of an age can take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._sentences import Said
from firstlesson.course.model import EASY, Course, Lesson
from firstlesson.course.once import once_for_a_course

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)|;(?=\s)|:\s+(?=[“„«\"])")
_WORD = re.compile(r"(?:[^\w\s]|_)*[^\W_]\S*")
_ABBREVIATIONS = frozenset(
    [
        "p.sh",
        "d.m.th",
        "dmth",
        "nr",
        "z",
        "znj",
        "dr",
        "prof",
        "vj",
        "shek",
        "f",
        "fq",
        "art",
        "bll",
        "kl",
        "tel",
        "red",
        "shën",
        "v",
        "vol",
        "orig",
        "mr",
        "mrs",
        "ms",
        "st",
        "no",
        "vs",
        "approx",
        "p",
        "pp",
        "fig",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "inc",
        "ltd",
        "jr",
        "sr",
        "op",
        "cit",
        "ed",
        "eds",
        "vkm",
    ]
)
_OPENING = re.compile(r"[\s(\[“\"„«*_]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; a quotation behind a colon is one of its own."""
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if end < len(text) and text[stop.start()] not in ";:" and not _ends_here(text, stop):
            continue
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


_SURE_END = re.compile(
    r"[.!?](?<=[a-zëç]{5}[.!?])(?<!approx\.)[\"'”’»)*_]?\s{1,3}(?=[*_“„«\"'‘(]{0,4}[A-ZËÇ0-9])"
)


def has_only_short_sentences(text: str, most: float) -> bool:
    """A first look: whether there are at most so many words between ends that are no abbreviations."""
    start = 0
    for end in _SURE_END.finditer(text):
        if len(text[start : end.end()].split()) > most:
            return False
        start = end.end()
    return len(text[start:].split()) <= most


def _ends_here(text: str, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + 40].lstrip(" \t\n[*_“„«\"'‘(")
    if after[:1].islower():
        return False
    if stop[0][:1] != "." or len(stop[0].rstrip("\"'”’»)]*_")) > 1:
        return True
    word = _OPENING.split(text[max(0, stop.start() - 20) : stop.start()])[-1].lower()
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha() and bool(after))


def count_words(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words stand between two offsets; a number is a word."""
    return len(_WORD.findall(text, start, len(text) if end is None else end))


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a text is for, as far as reading goes."""

    age: float | None
    """The middle of the ages; nothing for adults."""
    oldest: int | None
    easy: bool

    @property
    def words_in_sentence(self) -> int:
        """How many words a sentence may have."""
        return next(most for below, most in _SENTENCES if self.age is None or self.age < below)

    @property
    def words_in_edition(self) -> int:
        """How many words an edition may have."""
        return next(most for below, most in _EDITIONS if (self.oldest or 99) < below)


_SENTENCES = ((8.6, 10), (11.6, 15), (15, 20), (99, 25))
_EDITIONS = ((9, 150), (12, 450), (15, 700), (100, 900))
_FOR_ADULTS = 30


def limit_for(reader: Reader) -> int:
    """The longest sentence a reader can take in at once."""
    return _FOR_ADULTS if reader.age is None else reader.words_in_sentence


_PICTURE = re.compile(r"!\[[^\]\n]*?(?=\s{4}|\]|$)")


def without_pictures(text: str) -> str:
    """A passage with the texts of its pictures blanked out."""
    return _PICTURE.sub(lambda match: " " * len(match[0]), text) if "![" in text else text


ADULT = Reader(None, None, easy=False)
_PUPILS_FILES = ("quiz.yml", "scenario.yml")
_PUPILS_KEYS = ("learningOutcomes",)


def reader_of(said: Said, course: Course) -> Reader:
    """Who reads a text."""
    if said.text.passage is None:
        return _reader_of(said, course)
    [known] = _readers(course)
    path = said.text.path
    if path not in known:  # whoever reads one passage of a file reads all of it
        known[path] = _reader_of(said, course)
    return known[path]


@once_for_a_course
def _readers(course: Course) -> Iterator[dict[str, Reader]]:
    """Who reads the files that were asked for so far."""
    del course
    yield {}


def _reader_of(said: Said, course: Course) -> Reader:
    text = said.text
    folder, _, file = text.path.rpartition("/")
    lesson = course.lessons.get(folder.removeprefix("lessons/"))
    if lesson is None or not folder.startswith("lessons/"):
        return ADULT
    if text.passage is None:
        if "alt" in text.route:
            return ADULT
        pupils = file in _PUPILS_FILES and text.audience == "student"
        return reader_of_lesson(lesson) if pupils or text.route[0] in _PUPILS_KEYS else ADULT
    edition = file.split(".")[0]
    audience = course.audiences.get("student" if edition == EASY else edition)
    if audience is None or not audience.minor:
        return ADULT
    return reader_of_lesson(lesson, easy=edition == EASY)


def reader_of_lesson(lesson: Lesson, *, easy: bool = False) -> Reader:
    """The pupils of a lesson."""
    ages = lesson.data.typical_age_range
    if ages is None:
        return Reader(16.0, 18, easy)
    return Reader((ages.youngest + ages.oldest) / 2, ages.oldest, easy)


def easy_texts(course: Course) -> Iterator[Said]:
    """The passages of the editions for easy reading."""
    for path, texts in texts_by_file(course).items():
        if f"/{EASY}." in path:
            yield from (said for said in texts if said.text.passage is not None)
