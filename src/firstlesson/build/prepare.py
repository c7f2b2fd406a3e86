"""What every build goes on with: plan and stage."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from firstlesson.build.garbage import without_gc
from firstlesson.build.stage import Staged, stage
from firstlesson.course import Course
from firstlesson.course.view import without_outlines
from firstlesson.site.plan import make_plan

STAGE = ".build/stage"
"""The staged tree, below the project's root."""


def stage_course(
    course: Course, *, root: Path, today: dt.date, to: str = STAGE, outlines: bool = False
) -> Staged:
    """Stages every page of a course that has no errors; `outlines` are for a preview alone."""
    shown = course if outlines else without_outlines(course)
    with without_gc():
        return stage(make_plan(shown, today=today), root=root, to=root / to)
