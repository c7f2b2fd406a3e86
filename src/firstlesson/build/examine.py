"""Reading and checking a course: what every command begins with."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from firstlesson.build import anew, memory
from firstlesson.build.cores import Tell, cores, side_by_side
from firstlesson.build.garbage import without_gc
from firstlesson.build.snapshot import Snapshot, digests_below, snapshot_of
from firstlesson.checks import Judged, all_checks, judge, judge_folders, run_checks
from firstlesson.course import Course, load
from firstlesson.course.faces import LooksFurtherError
from firstlesson.course.folders import folder_of
from firstlesson.course.status import OwnerStatus
from firstlesson.diagnostics import Diagnostic, has_errors, in_order

_WORTH_A_PROCESS = 100
"""How many texts make a share for which it pays to start one."""


@dataclass(frozen=True, slots=True)
class Part:
    """The one folder that was judged anew, and what is known of the others."""

    folder: str
    since: str
    """The state of the course from which all others were taken over."""
    standing: tuple[OwnerStatus, ...]
    texts: Mapping[str, str]
    """The text of every file, read when it is asked for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A course and all that is wrong with it."""

    course: Course
    diagnostics: tuple[Diagnostic, ...]
    state: str = ""
    """Of the course before it was read; empty where it changed meanwhile."""
    contents: str = ""
    """Of its files alone."""
    part: Part | None = None
    """Where only one folder was read: in `course` all others are closed."""

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing may be built."""
        return has_errors(self.diagnostics)

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of every file, by its path: reports quote from it."""
        if self.part:
            return self.part.texts
        texts = {path: document.text for path, document in self.course.documents.items()}
        return texts | {prose.path: prose.document.text for prose in self.course.prose}

    @property
    def size(self) -> tuple[int, int]:
        """How many lessons and protocols there are."""
        return len(self.course.lessons), len(self.course.protocols)


def read_and_check(
    root: Path, *, today: dt.date, instead: Mapping[str, str] = MappingProxyType({})
) -> Checked:
    """The course below `root` with everything that is wrong with it.

    `instead` holds texts that are read in place of the files of these paths.
    """
    with without_gc():
        course, loaded = load(root, instead=instead)
        return Checked(course, tuple(run_checks(course, loaded, today=today)))


def examine(
    root: Path,
    now: Snapshot,
    *,
    today: dt.date,
    trust: bool = True,
    meanwhile: Callable[[Course], object] = lambda _: None,
) -> Checked:
    """Reads and checks the course, and remembers the answer; where one folder changed, only that one.

    In the course that is given then, all other folders are closed. `now` is what stands there. Without
    `trust` nothing is taken over from the last time. Where several cores check a course that could be
    read, this process does `meanwhile` with it.
    """
    if trust and (known := _one_folder(root, now, today)):
        return known
    with without_gc():
        course, loaded = load(root)
        work = partial(meanwhile, course) if not has_errors(loaded) else lambda: None
        judged = _judged(course, loaded, today, work)
    found = tuple(judged.told)
    if snapshot_of(root, today=today) != now:  # somebody saved while we read
        return Checked(course, found)
    checked = Checked(course, found, now.state, now.contents)
    memory.remember(root, checked.state, checked.diagnostics, checked.texts, checked.size)
    if has_errors(loaded):
        anew.forget(root)
    else:
        anew.remember(root, anew.shown_by(course, now, judged.by_text))
    return checked


def _judged(
    course: Course,
    loaded: Sequence[Diagnostic],
    today: dt.date,
    meanwhile: Callable[[], object],
) -> Judged:
    """What is wrong with the whole course; each core looks through a share of its folders."""
    most = cores()
    if most < 2 or len(course.prose) < _WORTH_A_PROCESS * most:
        return judge(course, loaded, today=today)
    all_checks()  # once, not in every process

    def look(share: set[str], _: Tell) -> Judged:
        return judge_folders(share, course, loaded, today=today)

    shares = enumerate(_shares(course, loaded, most))
    works = {number: partial(look, share) for number, share in shares}
    parts = [own for _, own in side_by_side(works, lambda *_: None, meanwhile)]
    told = in_order([one for part in parts for one in part.told])
    return Judged(told, [one for part in parts for one in part.by_text])


def _shares(course: Course, loaded: Sequence[Diagnostic], number: int) -> list[set[str]]:
    """The folders of the course in shares of about as many texts."""
    texts = Counter(one.owner for one in course.prose)
    texts.update({folder_of(path): 0 for path in course.files})
    texts.update({folder_of(one.span.path): 0 for one in loaded})
    shares: list[set[str]] = [set() for _ in range(number)]
    sizes = [0] * number
    for folder, size in sorted(texts.items(), key=lambda one: (-one[1], one[0])):
        least = sizes.index(min(sizes))
        shares[least].add(folder)
        sizes[least] += size + 1
    return shares


def _one_folder(root: Path, now: Snapshot, today: dt.date) -> Checked | None:
    """What is wrong, where it is enough to judge one folder anew."""
    before = anew.recall(root, now.ground)
    folder = anew.changed_folder(before.snapshot, now) if before else ""
    if before is None or not folder:
        return None
    since = before.snapshot.state
    last = memory.recall(root, since)
    if last is None:
        return None
    closed = {name: face for name, face in before.faces.items() if name != folder}
    known = frozenset(path for path, one in now.files.items() if before.snapshot.files[path] == one)
    try:
        with without_gc():
            course, loaded = load(root, closed=closed, known=known)
            if has_errors(loaded) or not (after := anew.shown_after(before, course, folder, now)):
                return None
            text = anew.changed_text(before.snapshot, now)
            heard = [one for one in before.by_text if _is_other(one, folder, text)] if text else []
            judged = judge_folders([folder], course, loaded, today=today, text=text, known=heard)
            own = judged.told
    except (LooksFurtherError, LookupError, TypeError, ValueError):
        # Something has to be open, which libraries say in their own ways; or a face is none.
        return None
    if any(now.files[path] != one for path, one in digests_below(root, folder)):
        return None  # somebody saved while we read
    if any(folder_of(place.path) != folder for one in own for place in one.related):
        return None  # in a closed folder the line is not known
    others = [one for one in last.diagnostics if folder_of(one.span.path) != folder]
    found = tuple(in_order([*others, *own]))
    part = Part(folder, since, after.standing, last.texts)
    checked = Checked(course, found, now.state, now.contents, part)
    memory.remember(root, now.state, found, last.texts, checked.size)
    elsewhere = (one for one in before.by_text if folder_of(one.span.path) != folder)
    anew.remember(root, replace(after, by_text=(*elsewhere, *judged.by_text)))
    return checked


def _is_other(one: Diagnostic, folder: str, text: str) -> bool:
    """Whether it speaks of another file of the folder than this text."""
    return one.span.path != text and folder_of(one.span.path) == folder
