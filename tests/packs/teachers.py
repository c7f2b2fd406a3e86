"""What no pupil may find in a pack: a teacher's sentences, and the answers that a teacher keeps."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import asdict
from itertools import product
from pathlib import Path

from pages import Page, words_of
from test_audiences import BUILT, all_texts, sentences, texts_named, written_for_pupils

from firstlesson.course.model import Course


def sentences_of_teachers(course: Course, project: Path) -> set[str]:
    """Every sentence that is written for teachers alone, as words."""
    everybodys = written_for_pupils(project, "lessons/*/*.yml")
    prose = [
        text
        for lesson, language in product(course.lessons.values(), course.languages)
        if lesson.data.creative_work_status in BUILT
        if (text := lesson.prose.get(("teacher", language)))
    ]
    return {one for text in prose for one, _ in sentences(text) if one not in everybodys}


def answers_of_teachers(course: Course, project: Path) -> set[str]:
    """What a teacher says about the answers of a quiz that pupils do not check themselves."""
    told: list[str] = []
    everybodys: list[str] = []
    for lesson in course.lessons.values():
        for quiz in lesson.quiz.quizzes if lesson.quiz else ():
            if quiz.answers == "teacher":
                told += texts_named(asdict(quiz), "feedback", "try_again")
            else:
                everybodys += all_texts(asdict(quiz))
    others = written_for_pupils(project) + words_of("\n".join(everybodys))
    return {words_of(text) for text in told if words_of(text) not in others}


def held_by(data: bytes) -> str:
    """All that an archive holds as words: what is read or heard, and every text of its files."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    read = [Page(name, text).words for name, text in texts.items() if name.endswith(".html")]
    blocks = {block for words in read for block in words.split(" ¶ ")}
    pieces = {one for text in texts.values() for one in re.split(r'[<>"]', text)}
    return " ¶ ".join(sorted(blocks | set(map(words_of, pieces))))
