"""Runs every check on every part of the course that it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from firstlesson.checks._once import at_most, told_once
from firstlesson.checks._registry import Check, Finding, all_checks
from firstlesson.checks._silence import without_silenced
from firstlesson.course.model import Course, Lesson, Page, Prose, Protocol
from firstlesson.diagnostics import Diagnostic, in_order
from firstlesson.source.yaml import YamlDocument


def run_checks(course: Course, loaded: Sequence[Diagnostic], *, today: dt.date) -> list[Diagnostic]:
    """All that is wrong: what loading found and what the checks find, in reading order."""
    found = list(loaded)
    subjects = _subjects(course)
    given = {Course: course, dt.date: today}
    for one in all_checks():
        needs = [given[need] for need in one.needs]
        for subject in subjects[one.subject]:
            found.extend(_as_diagnostic(one, made) for made in one.function(subject, *needs))
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
