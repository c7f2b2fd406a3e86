"""Runs every check on every part of the course that it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firstlesson.checks._once import at_most, told_once
from firstlesson.checks._registry import Check, Finding, all_checks
from firstlesson.checks._silence import without_silenced
from firstlesson.course.folders import alone, folder_of, with_one_text
from firstlesson.course.model import Course, Lesson, Page, Prose, Protocol
from firstlesson.diagnostics import Diagnostic, in_order
from firstlesson.source.yaml import YamlDocument


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a course, or in a part of it."""

    told: list[Diagnostic]
    """What its authors are told, in reading order."""
    by_text: list[Diagnostic]
    """What the checks found that judge each text by itself, before anything was laid aside."""


def run_checks(course: Course, loaded: Sequence[Diagnostic], *, today: dt.date) -> list[Diagnostic]:
    """All that is wrong: what loading found and what the checks find, in reading order."""
    return judge(course, loaded, today=today).told


def judge(course: Course, loaded: Sequence[Diagnostic], *, today: dt.date) -> Judged:
    """As `run_checks`, with what the checks found that judge each text by itself."""
    by_text = [*_run(_those(by_text=True), course, course, today)]
    found = [*loaded, *by_text, *_run(_those(by_text=False), course, course, today)]
    return Judged(_told(found, course), by_text)


def run_checks_on(
    folders: Collection[str], course: Course, loaded: Sequence[Diagnostic], *, today: dt.date
) -> list[Diagnostic]:
    """The part of `run_checks` that speaks of some folders; all others may be closed.

    Raises `LooksFurtherError` where the others have to be open to say it.
    """
    return judge_folders(folders, course, loaded, today=today).told


def judge_folders(
    folders: Collection[str],
    course: Course,
    loaded: Sequence[Diagnostic],
    *,
    today: dt.date,
    text: str = "",
    known: Sequence[Diagnostic] = (),
) -> Judged:
    """As `run_checks_on`, with what the checks found that judge each text by itself.

    Where only the file `text` of the folders has to be judged by these, `known` tells what they found
    in all others.
    """
    own = alone(course, folders)
    part = with_one_text(own, text) if text else own
    by_text = [*known, *_run(_those(by_text=True), part, part, today)]
    found = [
        *loaded,
        *by_text,
        *_run((one for one in _those(by_text=False) if not one.across), own, own, today),
        *_run((one for one in all_checks() if one.across), own, course, today),
    ]
    told = [one for one in found if folder_of(one.span.path) in folders]
    return Judged(_told(told, own), by_text)


def _those(*, by_text: bool) -> Iterator[Check]:
    return (one for one in all_checks() if one.by_text is by_text)


def _run(
    checks: Iterable[Check], part: Course, course: Course, today: dt.date
) -> Iterator[Diagnostic]:
    """What checks find in the texts of a part; where they ask for the course, they are shown it all."""
    subjects = {**_subjects(part), Course: (course,)}
    given = {Course: course, dt.date: today}
    for one in checks:
        needs = [given[need] for need in one.needs]
        for subject in subjects[one.subject]:
            for made in one.function(subject, *needs):
                yield _as_diagnostic(one, made)


def _told(found: Sequence[Diagnostic], course: Course) -> list[Diagnostic]:
    return list(at_most(in_order(without_silenced(told_once(found), course))))


def _subjects(course: Course) -> Mapping[type, Iterable[object]]:
    return {
        Course: (course,),
        Lesson: course.lessons.values(),
        Protocol: course.protocols.values(),
        Page: course.pages.values(),
        Prose: course.prose,
        YamlDocument: course.documents.values(),
    }


def _as_diagnostic(one: Check, made: Finding) -> Diagnostic:
    return Diagnostic(one.kind, made.at, made.message, made.hint, made.fix, made.related)
