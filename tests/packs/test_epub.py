"""EPUB: judged by epubcheck and DAISY Ace, complete, small, and without a teacher's word for pupils."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
import validators
from lxml import etree, html
from pages import OF_LESSONS, Page, text_of, words_of
from teachers import answers_of_teachers, sentences_of_teachers

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source

AUDIENCES = ("student", "parent", "teacher", "professional")
BOOKS = [f"mesimi-i-pare-{one}-{lang}.epub" for lang, one in product(("sq", "en"), AUDIENCES)]
PUPILS = [name for name in BOOKS if "-student-" in name]
QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A Java program that runs for seconds gains nothing from being compiled well."""
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture(scope="module")
def books(source: Source, everything: Selection) -> Mapping[str, bytes]:
    """Every book by its file name."""
    return {file.name: file.data for file in all_forms()["epub"].make(source, everything)}


def pages_in(book: bytes) -> Mapping[str, html.HtmlElement]:
    """The pages of a book."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {
            name: html.document_fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }


def words_in(book: bytes) -> str:
    """All that a book says, as words, with a sign between its blocks."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        texts = {one: archive.read(one).decode() for one in archive.namelist() if ".xhtml" in one}
    return " ¶ ".join(Page(name, text.partition("\n")[2]).words for name, text in texts.items())


def test_there_is_one_for_each_audience_and_language(books: Mapping[str, bytes]) -> None:
    assert list(books) == BOOKS


@pytest.mark.parametrize("name", [f"mesimi-i-pare-{one}" for one in ("student-sq", "teacher-en")])
def test_epubcheck_finds_neither_error_nor_warning(
    name: str, books: Mapping[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / f"{name}.epub"
    file.write_bytes(books[file.name])
    jar = validators.beside_module("epubcheck", "epubcheck.jar")
    told = validators.said(validators.program("java"), *QUICKLY, "-jar", jar, file, expected=None)
    assert "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos" in told, told


@pytest.mark.browser
def test_ace_finds_no_obstacle(books: Mapping[str, bytes], tmp_path: Path) -> None:
    ace = validators.from_npm(".bin/ace-cli")
    file = tmp_path / BOOKS[1]
    file.write_bytes(books[file.name])
    validators.said(
        ace,
        *("--outdir", tmp_path / "report", file),
        PUPPETEER_EXECUTABLE_PATH=validators.browser(),
        HOME=str(tmp_path),
    )
    report = (tmp_path / "report/report.json").read_text("utf-8")
    assert '"earl:outcome": "pass"' in report
    assert '"earl:outcome": "fail"' not in report


@pytest.mark.parametrize("name", BOOKS)
def test_it_is_small(name: str, books: Mapping[str, bytes]) -> None:
    assert len(books[name]) <= 500_000


@pytest.mark.parametrize("name", BOOKS)
def test_it_says_what_it_is_from_when_and_whom_to_call(
    name: str, books: Mapping[str, bytes], source: Source
) -> None:
    front = text_of(pages_in(books[name])["EPUB/front.xhtml"])
    day = "22.11.2026" if "-sq." in name else "22 November 2026"
    for said in (day, source.version, "CC BY-SA 4.0", "116 111", "iSIGURT.al"):
        assert said in front
    with zipfile.ZipFile(io.BytesIO(books[name])) as archive:
        package = etree.fromstring(archive.read("EPUB/package.opf"))
    assert package.xpath("string(//dc:date)", namespaces=OPF) == "2026-11-22"
    assert "by-sa/4.0" in package.xpath("string(//dc:rights)", namespaces=OPF)
    assert package.xpath("string(//dc:language)", namespaces=OPF) in ("sq", "en")
    told = package.xpath("//opf:meta/@property", namespaces=OPF)
    assert {
        "accessMode",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    } <= {str(one).removeprefix("schema:") for one in told}
    assert ".example" not in etree.tostring(package, encoding="unicode")


@pytest.mark.parametrize(("audience", "language"), [*product(AUDIENCES, ("sq", "en"))])
def test_every_text_of_the_audience_is_in_its_book(
    audience: str, language: str, books: Mapping[str, bytes], source: Source
) -> None:
    held = words_in(books[f"mesimi-i-pare-{audience}-{language}.epub"])
    pages = [
        page
        for page in source.pages
        if page.language == language
        and (page.draft.kind, page.draft.audience)
        in {(kind, audience) for kind in (*OF_LESSONS, "protocol")}
    ]
    for page in pages:
        article = html.document_fromstring(source.html(page)).xpath("//main")[0]
        for text in article.xpath(".//p[not(ancestor-or-self::*[@hidden]) and not(.//a)]/text()"):
            screen = text.getparent().get("class") == "fl-screen" or not words_of(text)
            assert screen or words_of(text) in held, f"{page.path}: {text}"


@pytest.mark.parametrize("name", PUPILS)
def test_a_pupils_book_holds_no_sentence_of_a_teacher(
    name: str, books: Mapping[str, bytes], source: Source, project: Path
) -> None:
    held = words_in(books[name])
    written = sentences_of_teachers(source.course, project)
    assert len(written) > 1000
    assert sorted(one for one in written if one in held) == []
    answers = answers_of_teachers(source.course, project)
    assert answers
    assert sorted(one for one in answers if one in held) == []


def test_a_question_can_be_answered_on_paper_and_its_answer_stands_behind_the_quiz(
    books: Mapping[str, bytes],
) -> None:
    page = pages_in(books["mesimi-i-pare-student-en.epub"])["EPUB/lessons-lesson-1-student.xhtml"]
    (quiz,) = page.xpath("//section[@class='fl-quiz'][.//*[@id='quiz-practice']]")
    first = quiz.xpath(".//ol[@class='fl-questions']/li")[0]
    assert [text_of(one)[0] for one in first.xpath(".//li")] == ["☐", "☐", "☐"]
    solved = quiz.xpath(".//div[@class='fl-solved']/ol/li")
    assert len(solved) == len(quiz.xpath(".//ol[@class='fl-questions']/li"))
    assert "Right: I stop and tell an adult." in text_of(solved[0])
    assert quiz.xpath(".//input | .//select | .//details | .//button") == []


def test_a_story_leads_on_by_links(books: Mapping[str, bytes]) -> None:
    pages = pages_in(books["mesimi-i-pare-student-en.epub"])
    lesson, page = (pages[f"EPUB/lessons-lesson-1-{one}.xhtml"] for one in ("student", "story"))
    assert lesson.xpath("//a[starts-with(@href, 'lessons-lesson-1-story.xhtml#scenario-')]")
    assert page.xpath("//a[starts-with(@href, 'lessons-lesson-1-student.xhtml#quiz-')]")
    ids = set(page.xpath("//@id"))
    (first, *_) = page.xpath("//ul[@class='fl-choices']")
    chosen = [str(one).partition("#")[2] for one in first.xpath(".//a/@href")]
    assert len(chosen) == 4
    assert set(chosen) <= ids
    (after,) = page.xpath(f"//li[@id='{chosen[0]}']//a/@href")
    assert re.search(r"#scene-.*$", str(after))


def test_the_same_site_gives_the_same_bytes(
    books: Mapping[str, bytes], source: Source, everything: Selection
) -> None:
    again = {file.name: file.data for file in all_forms()["epub"].make(source, everything)}
    assert again == books
