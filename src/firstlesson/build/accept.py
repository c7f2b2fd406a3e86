"""Noting that a translation is true to its source again: the one writer of `translation.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from firstlesson.build.atomic import write_bytes
from firstlesson.course.model import Course
from firstlesson.course.parity import State, Unit, owners, units_of

_HEAD = """\
# Written by `firstlesson status --accept`, never by hand: from which text each translation was made.
"""


def accept(course: Course, *, root: Path, target: str) -> list[Unit]:
    """Accepts every unit that `target` names and gives those that were not current before.

    `target` is a folder, a file, or one unit (`lessons/x/teacher.en.md#warm-up`); `.` is all.
    """
    accepted: list[Unit] = []
    by_owner: dict[str, list[Unit]] = {owner: [] for owner in owners(course)}
    for unit in units_of(course):
        by_owner[unit.owner].append(unit)
    for owner, units in by_owner.items():
        named = [u for u in units if u.state is not State.MISSING and names(target, u, course)]
        fresh = [unit for unit in named if unit.state is State.STALE]
        if fresh:
            _write(course, root, owner, units, {(u.language, u.key) for u in named})
            accepted.extend(fresh)
    return accepted


def renew(course: Course, *, root: Path, units: Iterable[Unit]) -> None:
    """Notes that these units are up to date, and leaves all others as they are."""
    keys: dict[str, set[tuple[str, str]]] = {}
    for unit in units:
        keys.setdefault(unit.owner, set()).add((unit.language, unit.key))
    every = list(units_of(course))
    for owner, named in keys.items():
        _write(course, root, owner, [unit for unit in every if unit.owner == owner], named)


def names(target: str, unit: Unit, course: Course) -> bool:
    """Whether a target names a unit; a key may also be the beginning of a YAML path."""
    path, _, key = target.removeprefix("./").partition("#")
    path = path.rstrip("/")
    for language in course.languages:
        path = path.removesuffix(f".{language}.md")
    file, _, own = unit.key.partition("#")
    if key and own != key and not own.startswith(f"{key}/"):
        return False
    whole = f"{unit.owner}/{file}"
    return path in ("", ".") or whole == path or whole.startswith(f"{path}/")


def _write(
    course: Course, root: Path, owner: str, units: list[Unit], named: set[tuple[str, str]]
) -> None:
    """Writes the owner's file: units that are gone go, all others keep what was noted."""
    noted = course.made_from.get(owner, {})
    lines = [_HEAD.rstrip("\n"), "madeFrom:"]
    for language in course.languages[1:]:
        lines.append(f"  {language}:")
        for unit in sorted(units, key=lambda one: one.key):
            if unit.language != language:
                continue
            known = noted.get(language, {}).get(unit.key)
            now = unit.digest if (language, unit.key) in named else known
            if now:
                lines.append(f'    "{unit.key}": "{now}"')
    write_bytes(root / owner / "translation.yml", ("\n".join(lines) + "\n").encode(), durable=True)
