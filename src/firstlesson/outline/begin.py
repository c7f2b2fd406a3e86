"""The first files of a lesson or protocol: written together, tried, and put in place as one."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from firstlesson.build.accept import accept
from firstlesson.build.atomic import write_bytes
from firstlesson.build.examine import Checked
from firstlesson.build.replace import WORK
from firstlesson.checks import run_checks
from firstlesson.course import Course, load
from firstlesson.outline.render import template_for, written
from firstlesson.schema import Contact

PLAN = {"warm-up": 5, "explore": 15, "practice": 15, "reflection": 7, "where-to-get-help": 3}
"""The parts of a new lesson with their minutes in a lesson of 45."""
REVIEW_AFTER = dt.timedelta(days=90)
"""When the organisation is asked to look at a new text: a wish, not a promise in its name."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the author wants."""

    kind: Literal["lesson", "protocol"]
    id: str
    names: Mapping[str, str]
    """The title in each language."""
    about: Sequence[str]
    audience: Sequence[str]
    age: str = ""
    minutes: int = 45


@dataclass(frozen=True, slots=True)
class Begun:
    """The new folder, or what is wrong with what was wished for: then nothing was written."""

    folder: str
    files: tuple[str, ...]
    checked: Checked


def begin(wish: Wish, course: Course, *, root: Path, today: dt.date) -> Begun:
    """Writes the files of a new lesson or protocol: all of them, or none.

    They are written below `.build`, checked there together with the course's data, noted as
    translated, and put in place by renaming their folder.
    """
    folder = f"{wish.kind}s/{wish.id}"
    texts = _files(wish, course, today)
    (root / WORK).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="new-", dir=root / WORK) as name:
        trial = Path(name)
        shutil.copytree(root / "data", trial / "data")
        for file, text in texts.items():
            write_bytes(trial / folder / file, text.encode())
        made, loaded = load(trial)
        found = run_checks(made, loaded, today=today)
        inside = tuple(one for one in found if one.span.path.startswith(f"{folder}/"))
        checked = Checked(made, inside)
        if checked.failed:
            return Begun(folder, (), checked)
        accept(made, root=trial, target=folder)
        files = tuple(sorted(file.name for file in (trial / folder).iterdir()))
        (root / folder).parent.mkdir(exist_ok=True)
        (trial / folder).rename(root / folder)
    return Begun(folder, files, checked)


def _files(wish: Wish, course: Course, today: dt.date) -> dict[str, str]:
    """Every file's text by its name."""
    position = _next_position(wish, course)
    values = {
        "wish": wish,
        "course": course,
        "today": today,
        "review_by": today + REVIEW_AFTER,
        "position": position,
        "slug": _neutral_address(wish, course, position),
        "sensitive": [one for one in wish.about if course.topics[one].sensitive],
        "help": _help(course),
        "talk": [one for one in _help(course) if one.contact_type == "talk"],
        "outcome": _outcome(wish, course),
        "roles": list(course.roles)[:2],
        "parts": _parts(wish.minutes),
    }
    files = {f"{wish.kind}.yml": written(f"{wish.kind}/{wish.kind}.yml", **values)}
    for language in course.languages:
        values |= {"language": language, "name": wish.names[language]}
        if wish.kind == "protocol":
            files[f"protocol.{language}.md"] = written(
                template_for("protocol/protocol", language), **values
            )
            continue
        for audience in wish.audience:
            role = course.audiences[audience].educational_role
            template = template_for(f"lesson/{role}", language)
            files[f"{audience}.{language}.md"] = written(template, **values)
    return files


def _next_position(wish: Wish, course: Course) -> int:
    others = course.lessons if wish.kind == "lesson" else course.protocols
    return max((one.data.position or 0 for one in others.values()), default=0) + 1


def _neutral_address(wish: Wish, course: Course, position: int) -> str:
    """An address that gives nothing away, where a topic is one that others should not see."""
    if not any(course.topics[one].sensitive for one in wish.about):
        return ""
    others = course.lessons if wish.kind == "lesson" else course.protocols
    taken = {name for one in others.values() for name in (one.id, one.data.slug)}
    number = position
    while f"{wish.kind}-{number}" in taken:
        number += 1
    return f"{wish.kind}-{number}"


def _help(course: Course) -> list[Contact]:
    """The contacts of the help box; the first there is where no box is filled."""
    contacts = list(course.contacts.values())
    return [one for one in contacts if one.in_help_box] or contacts[:1]


def _outcome(wish: Wish, course: Course) -> str:
    """A learning outcome to begin with: what lessons on the same topics teach most."""
    taught = Counter(
        outcome
        for lesson in course.lessons.values()
        if set(lesson.data.about) & set(wish.about)
        for outcome in lesson.data.teaches
        if outcome in course.outcomes
    )
    named = [one.id for one in course.outcomes.values() if one.name]
    return next(iter([*(one for one, _ in taught.most_common(1)), *named, *course.outcomes]))


def _parts(minutes: int) -> dict[str, int]:
    """The plan stretched to the minutes there are; each part keeps at least one."""
    total, spare = sum(PLAN.values()) - len(PLAN), minutes - len(PLAN)
    parts, passed, given = {}, 0, 0
    for part, weight in PLAN.items():
        passed += weight - 1
        share = spare * passed // total - given
        given += share
        parts[part] = 1 + share
    return parts
