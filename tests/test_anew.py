"""One folder judged anew, all others closed: the answer is that of the whole, or the whole is asked."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from overlays import TESTS, Changes
from test_checks import cases

from firstlesson import app
from firstlesson.build.anew import _FACES as FACES
from firstlesson.build.anew import _PLACE as SHOWN
from firstlesson.build.examine import _shares, read_and_check
from firstlesson.checks import (
    all_checks,
    all_kinds,
    judge,
    judge_folders,
    run_checks,
    run_checks_on,
)
from firstlesson.course import load
from firstlesson.course.faces import CLOSED, LooksFurtherError, faces_of
from firstlesson.course.folders import SHARED, folder_of
from firstlesson.diagnostics import has_errors, in_order

CourseWith = Callable[[Path | Changes], Path]
LESSON, SECOND = "lessons/kind-words", "lessons/second"


def more(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def replaced(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("overlay", cases("*/*"))
def test_what_is_judged_by_text_is_judged_alike_text_by_text(
    overlay: Path, course_with: CourseWith, today: dt.date
) -> None:
    course, loaded = load(course_with(overlay))
    whole = judge(course, loaded, today=today)
    for text in (prose.path for prose in course.prose if (overlay / prose.path).is_file()):
        folder = folder_of(text)
        known = [one for one in whole.by_text if one.span.path != text]
        judged = judge_folders([folder], course, loaded, today=today, text=text, known=known)
        assert judged.told == [one for one in whole.told if folder_of(one.span.path) == folder]
        assert in_order(judged.by_text) == in_order(whole.by_text)


@pytest.mark.parametrize("overlay", cases("*/bad"))
def test_every_example_is_judged_alike_folder_by_folder(
    overlay: Path, course_with: CourseWith, today: dt.date
) -> None:
    root = course_with(overlay)
    course, loaded = load(root)
    if has_errors(loaded):
        return  # then the whole is read
    whole, faces = run_checks(course, loaded, today=today), faces_of(course)
    for folder in faces.keys() - {SHARED}:
        others = {name: face for name, face in faces.items() if name != folder}
        alone, own = load(root, closed=others)
        try:
            found = run_checks_on([folder], alone, own, today=today)
        except (LooksFurtherError, TypeError):
            continue  # then too
        if any(folder_of(place.path) != folder for one in found for place in one.related):
            continue  # and where a closed folder would have to say in which line something stands
        assert found == [one for one in whole if folder_of(one.span.path) == folder]


EDITS: dict[str, Callable[[Path], None]] = {
    "a sentence": lambda root: more(root, f"{LESSON}/parent.sq.md", "\nNjë fjali më shumë.\n"),
    "a mistake": lambda root: more(root, f"{LESSON}/teacher.en.md", "\nCall 116 111!!\n"),
    "a link": lambda root: more(root, f"{LESSON}/student.en.md", "\n[Listen](protocol:listn)\n"),
    "a question": lambda root: replaced(root, f"{LESSON}/quiz.yml", "Which word", "What word"),
    "a protocol": lambda root: more(root, "protocols/listen/protocol.en.md", "\nStay calm.\n"),
    "a page": lambda root: more(root, "docs/index.en.md", "\nOne sentence more.\n"),
    "an accepted text": lambda root: (root / f"{LESSON}/translation.yml").unlink(),
    "a section": lambda root: more(root, f"{LESSON}/parent.en.md", "\n## More {#more}\n\nText.\n"),
    "a fact": lambda root: replaced(root, f"{LESSON}/lesson.yml", "version: 0.1.0", "version: 1.0"),
    "broken": lambda root: replaced(root, f"{LESSON}/quiz.yml", "quizzes:", "quizzes: a: b"),
    "a term": lambda root: more(root, "data/glossary.yml", "# nothing\n"),
    "a new file": lambda root: more(root, f"{LESSON}/odd.txt", "?"),
}
ALONE = {"a sentence", "a mistake", "a link", "a question", "a protocol", "a page"}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_judged_as_if_all_were_read(
    name: str, course_with: CourseWith, today: dt.date
) -> None:
    root = course_with({})
    app.check_what_changed(root, today=today)
    EDITS[name](root)
    checked = app.check_what_changed(root, today=today)
    assert checked.diagnostics == read_and_check(root, today=today).diagnostics
    assert (checked.part is not None) == (name in ALONE)
    again = app.check_what_changed(root, today=today)
    assert again.diagnostics == checked.diagnostics


def test_mistakes_elsewhere_are_told_again(course_with: CourseWith, today: dt.date) -> None:
    root = course_with({})
    more(root, "docs/index.sq.md", "\nTelefono 116 111!!\n")
    first = app.check_what_changed(root, today=today).diagnostics
    EDITS["a sentence"](root)
    checked = app.check_what_changed(root, today=today)
    assert checked.part
    assert set(first) <= set(checked.diagnostics)
    assert "Telefono" in checked.texts["docs/index.sq.md"]


@pytest.mark.parametrize("kept", [FACES, SHOWN])
@pytest.mark.parametrize("spoil", [b"", b"firstlesson-faces-1 0 0\n{}", b"\x80\x04\x95"])
def test_faces_that_are_not_ours_are_not_believed(
    spoil: bytes, kept: str, course_with: CourseWith, today: dt.date
) -> None:
    root = course_with({})
    app.check_what_changed(root, today=today)
    (root / kept).write_bytes(spoil)
    EDITS["a mistake"](root)
    checked = app.check_what_changed(root, today=today)
    assert checked.part is None
    assert checked.diagnostics == read_and_check(root, today=today).diagnostics


def test_faces_of_another_time_are_not_believed(course_with: CourseWith, today: dt.date) -> None:
    root = course_with({})
    app.check_what_changed(root, today=today)
    old = (root / FACES).read_bytes()
    name = root / "lessons/kind-words/lesson.yml"
    name.write_text(name.read_text("utf-8").replace("en: Kind words", "en: Kinder words"), "utf-8")
    app.check_what_changed(root, today=today)
    assert (root / FACES).read_bytes() != old
    (root / FACES).write_bytes(old)
    EDITS["a mistake"](root)
    assert app.check_what_changed(root, today=today).part is None


def test_an_edit_that_leaves_a_face_as_it_is_does_not_write_all(
    course_with: CourseWith, today: dt.date
) -> None:
    root = course_with({})
    app.check_what_changed(root, today=today)
    old = (root / FACES).stat().st_ino
    for _ in range(2):
        EDITS["a sentence"](root)
        assert app.check_what_changed(root, today=today).part
    assert (root / FACES).stat().st_ino == old


def test_a_face_that_is_none_is_not_believed_though_its_sum_is_right(
    course_with: CourseWith, today: dt.date
) -> None:
    root = course_with({})
    app.check_what_changed(root, today=today)
    head, _, body = (root / FACES).read_bytes().partition(b"\n")
    data = json.loads(body)
    data["protocols/listen"] = [{"protocols/listen/protocol.yml": {"id": "listen"}}, {}]
    forged = json.dumps(data).encode()
    begin = head.rpartition(b" ")[0]
    sum_ = hashlib.sha256(forged).hexdigest().encode()
    (root / FACES).write_bytes(begin + b" " + sum_ + b"\n" + forged)
    EDITS["a mistake"](root)
    checked = app.check_what_changed(root, today=today)
    assert checked.part is None
    assert checked.diagnostics == read_and_check(root, today=today).diagnostics


def test_another_day_is_judged_as_a_whole(course_with: CourseWith, today: dt.date) -> None:
    root = course_with({})
    app.check_what_changed(root, today=today)
    EDITS["a sentence"](root)
    assert app.check_what_changed(root, today=dt.date(2027, 2, 1)).part is None


@pytest.mark.parametrize(
    "look",
    [len, list, bool, lambda it: it.text, lambda it: it["x"], lambda it: "x" in it],
    ids=["len", "list", "bool", "attribute", "item", "in"],
)
def test_what_is_closed_refuses_to_answer(look: Callable[[object], object]) -> None:
    with pytest.raises(LooksFurtherError):
        look(CLOSED)


def test_shares_find_what_the_whole_finds(today: dt.date) -> None:
    """Several years later, so that there is something to find: reviews are overdue by then."""
    course, loaded = load(TESTS.parent)
    later = today.replace(year=today.year + 3)
    shares = _shares(course, loaded, 3)
    assert len(set.union(*shares)) == sum(map(len, shares))
    found = [one for share in shares for one in run_checks_on(share, course, loaded, today=later)]
    assert found
    assert in_order(found) == run_checks(course, loaded, today=later)


def test_checks_across_folders_say_so() -> None:

    across = {one.kind.code for one in all_checks() if one.across}
    assert across == {"REF001", "REF002", "REF005", "SCH060", "SCH061"}
    assert across <= set(all_kinds())
