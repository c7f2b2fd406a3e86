"""Where the sentences of `tests/sentences/` stand in the tiny course: one page, quiz, story or protocol for all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from overlays import TINY

Lines: TypeAlias = Sequence[range]
"""The lines on which each sentence stands, with what belongs to it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file that is made of a beginning and of one piece for each sentence."""

    path: str
    begin: str
    piece: str
    """`SENTENCE` is a sentence as Markdown, `TEXTS` one in its language beside a harmless one in the other;
    `WHEN` and `NAME` are its two sides, where it has an arrow."""
    copy: str = ""
    """Another file with the same content."""
    end: str = ""
    """What follows the last piece."""
    beside: Mapping[str, str] = field(
        default_factory=lambda: {"sq": "Një fjalë e mirë ndihmon.", "en": "A kind word helps."}
    )
    """What the other language says."""


_LESSON = "lessons/kind-words"
_PARAGRAPH = "\nSENTENCE\n"
_SECTION = "## Section {#section}\n"
_QUESTION = """\
      - id: question-NUMBER
        type: single-choice
        text: ASKED
        options:
          - id: this
            text: {sq: Kjo, en: This}
            correct: CORRECT
            feedback: FEEDBACK
          - id: that
            text: {sq: Ajo, en: That}
            correct: OTHER
            feedback: {sq: Kjo fjalë mbetet., en: This word stays.}
"""
_QUIZ = """\
quizzes:
  - id: quiz
    name: {sq: Një kuiz, en: A quiz}
    use: practice
    answers: open
    questions:
"""
_STORY = """\
  - id: story-NUMBER
    name: {sq: Te dera, en: At the door}
    introduction: INTRODUCTION
    form: discussion
    help: [helpline]
    scenes:
      - id: door
        name: {sq: Te dera, en: At the door}
        text: SCENE
        discuss:
          - {sq: Çfarë ndihmon?, en: What helps?}
        ending: good
"""
_PROTOCOL = (TINY / "protocols/listen/protocol.yml").read_text(encoding="utf-8")
_STEPS = _PROTOCOL.partition("steps:\n")[0] + "steps:\n"
_BEFORE_SAY, _SAY, _AFTER_SAY = _PROTOCOL.partition("    say:\n")
_STEP = """\
  - id: step-NUMBER
    name: NAMED
    roles: [teacher]
    urgency: URGENCY
    action: ACTION
"""


def _question(asked: str, feedback: str, *, right: bool) -> str:
    correct, other = ("true", "false") if right else ("false", "true")
    parts = {"ASKED": asked, "FEEDBACK": feedback, "CORRECT": correct, "OTHER": other}
    return _filled(_QUESTION, parts)


def _story(introduction: str, scene: str) -> str:
    return _filled(_STORY, {"INTRODUCTION": introduction, "SCENE": scene})


def _step(named: str, action: str, urgency: str) -> str:
    return _filled(_STEP, {"NAMED": named, "ACTION": action, "URGENCY": urgency})


def _filled(text: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        text = text.replace(name, part)
    return text


_ASKED = "{sq: Cila fjalë ndihmon?, en: Which word helps?}"
_SAID = "{sq: Një fjalë e mirë ndihmon., en: A kind word helps.}"
_NAMED = "{sq: Një hap, en: A step}"
_DONE = "{sq: Rrini pranë fëmijës., en: Stay with the child.}"
_STORY_TOLD = {"sq": "Një histori e trilluar.", "en": "A made-up story."}
PLACES = {
    "docs": Place("docs/page.LANGUAGE.md", "# Page\n", _PARAGRAPH),
    **{
        edition: Place(f"{_LESSON}/{edition}.LANGUAGE.md", _SECTION, _PARAGRAPH)
        for edition in ("student", "parent", "teacher", "easy")
    },
    "teacher-and-student": Place(
        f"{_LESSON}/student.LANGUAGE.md", _SECTION, _PARAGRAPH, f"{_LESSON}/teacher.LANGUAGE.md"
    ),
    "protocol": Place("protocols/listen/protocol.LANGUAGE.md", _SECTION, _PARAGRAPH),
    "quiz": Place(f"{_LESSON}/quiz.yml", _QUIZ, _question(_ASKED, "TEXTS", right=False)),
    "right-answer": Place(f"{_LESSON}/quiz.yml", _QUIZ, _question(_ASKED, "TEXTS", right=True)),
    "question": Place(f"{_LESSON}/quiz.yml", _QUIZ, _question("TEXTS", _SAID, right=False)),
    "scene": Place(
        f"{_LESSON}/scenario.yml",
        "scenarios:\n",
        _story(json.dumps(_STORY_TOLD, ensure_ascii=False), "TEXTS"),
    ),
    "introduction": Place(
        f"{_LESSON}/scenario.yml", "scenarios:\n", _story("TEXTS", _SAID), beside=_STORY_TOLD
    ),
    "say": Place(
        "protocols/listen/protocol.yml", _BEFORE_SAY + _SAY, "      - TEXTS\n", end=_AFTER_SAY
    ),
    "step": Place(
        "protocols/listen/protocol.yml",
        _STEPS,
        _step(_NAMED, "TEXTS", "at-once"),
    ),
    "call": Place(
        "protocols/listen/protocol.yml",
        _STEPS,
        _step("TEXTS", _DONE, "as-agreed") + "    contact: [police]\n",
    ),
    "way": Place(
        "protocols/listen/protocol.yml",
        _STEPS,
        _step(_NAMED, _DONE, "at-once")
        + "    next:\n      - to: told-NUMBER\n        when: WHEN\n"
        + _step("NAME", _DONE, "at-once").replace("step-", "told-"),
    ),
}


def laid_out(
    place: str, sentences: Sequence[str], language: str
) -> tuple[Mapping[str, str], str, Lines]:
    """The files in which the sentences stand, the one that is judged, and where in it each is."""
    where = PLACES[place]
    text = where.begin
    lines = []
    for number, sentence in enumerate(sentences):
        first = text.count("\n") + 1
        text += _piece(where, sentence, language).replace("NUMBER", str(number))
        lines.append(range(first, text.count("\n") + 1))
    text += where.end
    path, copy = (one.replace("LANGUAGE", language) for one in (where.path, where.copy))
    return {one: text for one in (path, copy) if one}, path, lines


def _piece(where: Place, sentence: str, language: str) -> str:
    when, _, name = sentence.partition(" → ")
    said = {
        "SENTENCE": sentence,
        **{
            key: _texts(where, text, language)
            for key, text in (("TEXTS", sentence), ("WHEN", when), ("NAME", name or sentence))
        },
    }
    return re.sub("SENTENCE|TEXTS|WHEN|NAME", lambda found: said[found[0]], where.piece)


def _texts(where: Place, text: str, language: str) -> str:
    return json.dumps({**where.beside, language: text}, ensure_ascii=False)
