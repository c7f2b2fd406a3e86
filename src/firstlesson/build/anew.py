"""What all folders showed when the course was last judged, so that one can be judged anew alone.

Beside the last answer (`memory`) stand the digest of every file and how each folder stands in its
languages, and in a file of its own the face of every folder: an edit seldom changes one. Where the
files of one folder changed and its face did not, all others can be left closed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firstlesson.build.kept import keep, kept
from firstlesson.build.memory import MEMORY, as_data, of_data
from firstlesson.build.snapshot import Snapshot
from firstlesson.course.faces import Face, faces_of
from firstlesson.course.folders import SHARED, alone, folder_of
from firstlesson.course.model import Course
from firstlesson.course.parity import State, Unit
from firstlesson.course.status import OwnerStatus, standing_of
from firstlesson.diagnostics import Diagnostic
from firstlesson.schema import Localized
from firstlesson.span import Span

_FORM = "firstlesson-faces-4"
_PLACE = f"{MEMORY}/shown"
_FACES = f"{MEMORY}/faces"


@dataclass(frozen=True, slots=True)
class Shown:
    """What all folders showed when the course was last found to be readable."""

    snapshot: Snapshot
    faces: Mapping[str, Face]
    standing: tuple[OwnerStatus, ...]
    """How each folder stands in each language into which it is translated."""
    since: str
    """The state of the course from which on all faces are as they are."""
    by_text: tuple[Diagnostic, ...] = ()
    """What the checks found that judge each text by itself, before anything was laid aside."""


def changed_folder(before: Snapshot, now: Snapshot) -> str:
    """The one folder in which files changed; empty where the whole has to be looked at."""
    if before.ground != now.ground or before.files.keys() != now.files.keys():
        return ""
    folders = {folder_of(path) for path, one in now.files.items() if before.files[path] != one}
    return folders.pop() if len(folders) == 1 and SHARED not in folders else ""


def recall(root: Path, ground: str) -> Shown | None:
    """What was shown the last time; nothing where that is unknown, damaged or not ours."""
    data = kept(root / _PLACE, f"{_FORM} {ground}")
    try:
        shown = kept(root / _FACES, f"{_FORM} {data['since']}")
        faces = {folder: Face(*both) for folder, both in shown.items()}
        standing = tuple(_row(one) for one in data["standing"])
        by_text = of_data(data["by text"])
        return Shown(Snapshot(ground, dict(data["files"])), faces, standing, data["since"], by_text)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def remember(root: Path, shown: Shown) -> None:
    """Keeps what all folders show; a folder that cannot be written to is no mistake."""
    data: dict[str, Any] = {
        "files": shown.snapshot.files,
        "standing": [_written(one) for one in shown.standing],
        "since": shown.since,
        "by text": as_data(shown.by_text),
    }
    with suppress(OSError):
        if shown.since == shown.snapshot.state:
            faces = {folder: [one.facts, one.places] for folder, one in shown.faces.items()}
            keep(root / _FACES, f"{_FORM} {shown.since}", faces)
        keep(root / _PLACE, f"{_FORM} {shown.snapshot.ground}", data)


def forget(root: Path) -> None:
    """Nothing is known of the folders any more."""
    with suppress(OSError):
        (root / _PLACE).unlink(missing_ok=True)


def changed_text(before: Snapshot, now: Snapshot) -> str:
    """The one text file that changed; empty where more did, or no text."""
    changed = [path for path, one in now.files.items() if before.files.get(path) != one]
    return changed[0] if len(changed) == 1 and changed[0].endswith(".md") else ""


def shown_by(course: Course, snapshot: Snapshot, by_text: Sequence[Diagnostic]) -> Shown:
    """What all folders of a course show that is open as a whole and could be read without a fault."""
    standing = tuple(standing_of(course))
    return Shown(snapshot, faces_of(course), standing, snapshot.state, tuple(by_text))


def shown_after(shown: Shown, course: Course, folder: str, snapshot: Snapshot) -> Shown | None:
    """The same after one folder changed; nothing where it shows another face than before."""
    if faces_of(course, [folder]) != {folder: shown.faces[folder]}:
        return None
    new = {(one.owner, one.language): one for one in standing_of(alone(course, [folder]))}
    if new.keys() != {(one.owner, one.language) for one in shown.standing if one.owner == folder}:
        return None
    standing = tuple(new.get((one.owner, one.language), one) for one in shown.standing)
    return Shown(snapshot, shown.faces, standing, shown.since)


def _written(one: OwnerStatus) -> list[Any]:
    units = [[unit.key, unit.state, unit.digest, unit.source, unit.target] for unit in one.open]
    name = one.name.root if one.name else None
    return [
        one.owner,
        name,
        one.language,
        one.counts,
        units,
        one.creative_work_status,
        one.reviewed,
    ]


def _row(data: list[Any]) -> OwnerStatus:
    owner, name, language, counts, units, status, reviewed = data
    return OwnerStatus(
        owner,
        Localized(name) if name else None,
        language,
        {State(state): number for state, number in counts.items()},
        tuple(
            Unit(owner, language, key, State(state), digest, Span(*source), Span(*target))
            for key, state, digest, source, target in units
        ),
        status,
        reviewed,
    )
