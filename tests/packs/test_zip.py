"""ZIP: it unpacks everywhere, opens from the disk, and a pupil's holds nothing of a teacher's."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from asking import typed
from packing import STUDENTS, WHOLE
from pages import pages_of, text_of
from playwright.sync_api import Browser, expect
from reader import visiting
from teachers import answers_of_teachers, held_by, sentences_of_teachers
from test_links import dead_links

from firstlesson.packs import all_forms
from firstlesson.packs.archive import zipped
from firstlesson.packs.form import NotPossibleError
from firstlesson.packs.source import Selection, Source
from firstlesson.packs.start import READ_ME, START

NAMES = [
    f"mesimi-i-pare-{audience}-{language}.zip"
    for audience in ("student", "parent", "teacher", "professional")
    for language in ("sq", "en")
]


def test_there_is_one_for_each_audience_and_language_and_one_of_everything(
    zips: Mapping[str, bytes],
) -> None:
    assert list(zips) == [*NAMES, WHOLE]


@pytest.mark.parametrize("name", [*NAMES, WHOLE])
def test_every_system_can_unpack_it(name: str, zips: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(zips[name])) as archive:
        assert archive.testzip() is None
        paths = archive.namelist()
    top = name.removesuffix(".zip")
    assert paths[:2] == [f"{top}/{START}", f"{top}/{READ_ME}"]
    assert sorted({path.split("/")[1] for path in paths}) == [START, READ_ME, "site"]
    assert [path for path in paths if not re.fullmatch(r"[\w./-]+", path, re.ASCII)] == []
    assert max(map(len, paths)) <= 135
    assert len({path.lower() for path in paths}) == len(paths)


def test_everything_in_one_is_small_enough_for_a_slow_line(zips: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(zips[WHOLE])) as archive:
        pages = sum(path.endswith(".html") for path in archive.namelist())
    assert len(zips[WHOLE]) / max(pages, 200) <= 3_000_000 / 200


@pytest.mark.parametrize("name", [*NAMES, WHOLE])
def test_no_link_is_dead(name: str, folders: Mapping[str, Path]) -> None:
    assert dead_links(folders[name]) == []


@pytest.mark.parametrize("name", [*NAMES, WHOLE])
def test_it_says_what_it_is_from_when_and_whom_to_call(
    name: str, folders: Mapping[str, Path], source: Source
) -> None:
    raw = (folders[name] / READ_ME).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")  # so that old editors read ë
    assert b"\n" not in raw.replace(b"\r\n", b"")
    start = text_of(pages_of(folders[name])[START].tree.body)
    for text in (raw.decode("utf-8-sig"), start):
        for said in ("22.11.2026", "22 November 2026", source.version, "CC BY-SA 4.0", "116 111"):
            assert said in text
        assert "iSIGURT.al" in text
        assert ".example" not in text
    for path, page in pages_of(folders[name]).items():
        assert ".example" not in page.source, path
        if page.kind:
            links = page.tree.xpath("//footer//a/@href")
            assert START in [page.leads_to(one) for one in links], path


@pytest.mark.parametrize("name", STUDENTS)
def test_a_pupils_copy_holds_no_sentence_of_a_teacher(
    name: str, zips: Mapping[str, bytes], source: Source, project: Path
) -> None:
    held = held_by(zips[name])
    written = sentences_of_teachers(source.course, project)
    assert len(written) > 1000
    assert sorted(one for one in written if one in held) == []


@pytest.mark.parametrize("name", STUDENTS)
def test_a_pupils_copy_holds_no_answer_that_is_the_teachers(
    name: str, zips: Mapping[str, bytes], source: Source, project: Path
) -> None:
    held = held_by(zips[name])
    answers = answers_of_teachers(source.course, project)
    assert answers
    assert sorted(one for one in answers if one in held) == []


@pytest.mark.parametrize("name", STUDENTS)
def test_a_quiz_of_the_teachers_has_no_key_in_a_pupils_copy(
    name: str, folders: Mapping[str, Path], source: Source
) -> None:
    ids = {
        f"quiz-{quiz.id}"
        for lesson in source.course.lessons.values()
        for quiz in (lesson.quiz.quizzes if lesson.quiz else ())
        if quiz.answers == "teacher"
    }
    found = [
        quiz
        for page in pages_of(folders[name]).values()
        for quiz in page.of_class("fl-quiz")
        if quiz.get("aria-labelledby") in ids
    ]
    assert found
    for quiz in found:
        assert quiz.xpath(".//*[@data-answer or @data-correct or @data-right]") == []
        assert quiz.xpath(".//details") == []


@pytest.mark.browser
@pytest.mark.parametrize("name", [*STUDENTS, WHOLE])
def test_it_opens_from_the_disk_and_everything_works(
    name: str, folders: Mapping[str, Path], browser: Browser
) -> None:
    folder = folders[name]
    language, query = ("en", "password") if name.endswith("-en.zip") else ("sq", "fjalekalim")
    roots = {"file": f"{folder.as_uri()}/"}
    with visiting(browser, roots, "file") as page:
        page.goto(f"{roots['file']}{START}")
        page.locator(f".open a[hreflang={language}]").first.click()
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("html").get_attribute("lang") == language
        typed(page, query).locator("a[href*=lesson-14]").first.click()
        expect(page.locator(".fl-quiz").first).to_be_visible()
        background = "getComputedStyle(document.querySelector('.fl-exit')).backgroundColor"
        assert page.evaluate(background) != "rgba(0, 0, 0, 0)"  # its style was found
        page.locator(".fl-exit").first.click()
        page.wait_for_url("**/table.html")


def test_the_same_site_gives_the_same_bytes(
    zips: Mapping[str, bytes], source: Source, everything: Selection
) -> None:
    again = {file.name: file.data for file in all_forms()["zip"].make(source, everything)}
    assert again == zips


def test_another_day_is_another_copy(source: Source) -> None:
    tomorrow = replace(source, day=source.day + dt.timedelta(days=1))
    selection = Selection(("parent",), ("en",), whole=False)
    (file,) = all_forms()["zip"].make(tomorrow, selection)
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        text = archive.read(f"mesimi-i-pare-parent-en/{READ_ME}").decode()
        dates = {entry.date_time[:3] for entry in archive.infolist()}
    assert "23 November 2026" in text
    assert dates == {(2026, 11, 23)}


@pytest.mark.parametrize(
    "path", ["con.html", "a/NUL", "ë.html", "a b.html", "a:b", "x" * 136, "a./b", "/a", "a/../b"]
)
def test_a_name_that_some_system_refuses_is_refused_here(path: str, source: Source) -> None:
    with pytest.raises(NotPossibleError, match="does not open everywhere"):
        zipped({path: b""}, source.day)


def test_two_names_that_differ_only_in_case_are_refused(source: Source) -> None:
    with pytest.raises(NotPossibleError):
        zipped({"a.html": b"", "A.html": b""}, source.day)
