"""PDF: tagged for everybody's reader, its letters can be read out, and it says what it is."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import validators
from pages import words_of
from teachers import answers_of_teachers, sentences_of_teachers

from firstlesson.packs import all_forms
from firstlesson.packs.pdf import fonts, render
from firstlesson.packs.source import Selection, Source

SHEETS = ("teacher-kit", "hand-outs", "protocol-cards")
AUDIENCES = ("student", "parent", "teacher", "professional")
EVERY = [f"mesimi-i-pare-{one}-{to}.pdf" for to in ("sq", "en") for one in (*AUDIENCES, *SHEETS)]
ONE_OF_EACH = [f"mesimi-i-pare-{one}.pdf" for one in ("teacher-sq", *(f"{s}-sq" for s in SHEETS))]
LAID_OUT = EVERY if os.environ.get("FIRSTLESSON_ALL") == "1" else ONE_OF_EACH
"""What is laid out here: with `--all` every book, else one of each kind, the longest among them."""
HANDBOOK, KIT, _, CARDS = ONE_OF_EACH


@pytest.fixture(scope="module")
def documents(source: Source, everything: Selection) -> Mapping[str, str]:
    """The XML of every book by its file's name."""
    return form_documents(source, everything)


@pytest.fixture(scope="module")
def pdfs(
    source: Source, documents: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """The books as files, laid out without a warning: what Typst warns of, it leaves out."""
    if all_forms()["pdf"].missing():
        validators.module("typst")
    folder = tmp_path_factory.mktemp("pdf")
    for name in LAID_OUT:
        data, warnings = render.laid_out(documents[name], site=source.site, work=source.work)
        assert warnings == []
        (folder / name).write_bytes(render.small(data))
    return {name: folder / name for name in LAID_OUT}


def form_documents(source: Source, selection: Selection) -> dict[str, str]:
    from firstlesson.packs.forms.pdf import documents  # noqa: PLC0415  # a form is found by walking

    return dict(documents(source, selection))


def text_of(pdf: Path) -> str:
    return validators.said(validators.program("pdftotext"), "-layout", pdf, "-")


@pytest.mark.parametrize("name", LAID_OUT)
def test_it_is_pdf_ua(name: str, pdfs: Mapping[str, Path]) -> None:
    page = pytest.importorskip("page")
    report = page.validate_pdf(str(pdfs[name]), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.rule_id for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("name", LAID_OUT)
def test_its_letters_are_in_the_file(name: str, pdfs: Mapping[str, Path]) -> None:
    said = validators.said(validators.program("pdffonts"), pdfs[name]).splitlines()
    told = [line for line in said if re.search(r"\d+\s+\d+$", line)]
    assert told
    for line in told:
        assert re.search(r"yes\s+yes\s+yes\s+\d+\s+\d+$", line), line  # embedded, subset, readable
        assert re.match(r"[A-Z]{6}\+SourceSansPro", line), line


@pytest.mark.parametrize("name", LAID_OUT)
def test_it_says_what_it_is_from_when_and_whom_to_call(
    name: str, pdfs: Mapping[str, Path], source: Source
) -> None:
    text = " ".join(text_of(pdfs[name]).split())
    for said in ("22.11.2026", source.version, "CC BY-SA 4.0", "116 111", "iSIGURT.al"):
        assert said in text
    assert "Nëse" in text
    assert "ç" in text
    about = validators.said(validators.program("pdfinfo"), pdfs[name])
    assert re.search(r"Tagged:\s+yes", about)
    assert "Mësimi i parë" in about


def test_the_handbook_holds_its_chapters_and_its_contents(pdfs: Mapping[str, Path]) -> None:
    pages = text_of(pdfs[HANDBOOK]).split("\f")
    contents = pages[1]
    assert contents.strip().startswith("Përmbajtja")
    listed = dict(re.findall(r"^(\S.*?)(?: \.){5,}\W*(\d+)$", contents, re.MULTILINE))
    assert "Fjalori" in listed
    for title, number in listed.items():
        page = pages[int(number) - 1]
        assert page.split("\n")[0].strip().startswith(title[:30])
        foot = page.strip().split("\n")
        assert any(re.fullmatch(rf"{re.escape(title)}\s+{number}", one.strip()) for one in foot)


def test_no_page_is_empty(pdfs: Mapping[str, Path]) -> None:
    for file in pdfs.values():
        for page in text_of(file).split("\f")[:-1]:
            lines = [line for line in page.split("\n") if line.strip()]
            assert len(lines) > 2, f"{file.name}: {page}"  # two of them are its foot


def test_a_card_is_one_sheet_and_a_plan_two(pdfs: Mapping[str, Path], source: Source) -> None:
    assert len(text_of(pdfs[CARDS]).split("\f")[1:-1]) == len(source.course.protocols)
    pages = text_of(pdfs[KIT]).split("\f")[1:-1]
    plans = [at for at, page in enumerate(pages) if "plani në dy fletë" in page.split("\n")[0]]
    assert len(plans) > 15
    for at in plans:
        head = pages[at + 2].split("\n")[0].strip()
        assert head in pages[at], "what follows is the next sheet of the same lesson"


@pytest.mark.parametrize("name", LAID_OUT)
def test_every_word_is_printed(
    name: str, documents: Mapping[str, str], pdfs: Mapping[str, Path]
) -> None:
    pages = validators.said(validators.program("pdftotext"), "-raw", pdfs[name], "-")
    there = set(re.findall(r"\w+", pages))
    book = ET.fromstring(documents[name])  # noqa: S314  # our own
    wanted = set(re.findall(r"\w+", " ".join(book.itertext())))
    assert len(wanted) > 300
    assert sorted(wanted - there) == []


def test_a_sign_that_the_typeface_lacks_becomes_a_box_and_the_rest_stays() -> None:
    assert fonts.drawable("Çfarë thua? 😀 mirë\u200d") == "Çfarë thua? ■ mirë"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_pupils_handbook_holds_no_word_of_a_teacher(
    language: str, source: Source, project: Path
) -> None:
    (document,) = form_documents(source, Selection(("student",), (language,), whole=False)).values()
    held = f" {words_of(re.sub(r'<[^>]*>', ' ¶ ', document))} "
    secrets = sentences_of_teachers(source.course, project)
    secrets |= answers_of_teachers(source.course, project)
    assert len(secrets) > 1000
    assert sorted(one for one in secrets if f" {one} " in held) == []


def test_everything_is_printed_in_every_language(documents: Mapping[str, str]) -> None:
    assert sorted(documents) == sorted(EVERY)


def test_the_same_text_gives_the_same_bytes(
    pdfs: Mapping[str, Path], documents: Mapping[str, str], source: Source
) -> None:
    for name in (KIT, CARDS):
        again = render.printed(documents[name], site=source.site, work=source.work)
        assert again == pdfs[name].read_bytes()
