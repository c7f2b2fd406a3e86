"""PDF: tagged for everybody's reader, its letters can be read out, and it says what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import validators
from pages import words_of
from teachers import answers_of_teachers, sentences_of_teachers

from firstlesson.packs import all_forms
from firstlesson.packs.pdf import render
from firstlesson.packs.source import Selection, Source

SHEETS = ("teacher-kit", "hand-outs", "protocol-cards")
AUDIENCES = ("student", "parent", "teacher", "professional")
LAID_OUT = [f"mesimi-i-pare-{one}-sq.pdf" for one in ("parent", "hand-outs", "protocol-cards")]
"""What is laid out here: tables, lists, pictures, terms and sheets are all in these."""


@pytest.fixture(scope="module")
def pdfs(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The parents' handbook and the teacher's sheets, in Albanian."""
    if render.unable() or all_forms()["pdf"].missing():
        validators.module("Pango or weasyprint")
    form = all_forms()["pdf"]
    folder = tmp_path_factory.mktemp("pdf")
    documents = {
        name: document
        for name, document in form_documents(source, Selection(AUDIENCES, ("sq",), whole=False))
        if name in LAID_OUT
    }
    assert form.extra == "pdf"
    for name, data in zip(documents, render.rendered(documents.values()), strict=True):
        (folder / name).write_bytes(data)
    return {name: folder / name for name in documents}


def form_documents(source: Source, selection: Selection) -> list[tuple[str, str]]:
    from firstlesson.packs.forms.pdf import documents  # noqa: PLC0415  # a form is found by walking

    return list(documents(source, selection))


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
    told = validators.said(validators.program("pdffonts"), pdfs[name]).splitlines()[2:]
    assert told
    for line in told:
        assert re.search(r"yes\s+yes\s+yes\s+\d+\s+\d+$", line), line  # embedded, subset, readable
        assert re.match(r"[A-Z]{6}\+Text", line), line


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
    text = text_of(pdfs[LAID_OUT[0]])
    contents = text.partition("Përmbajtja")[2].partition("\f")[0]
    assert re.search(r"\.{5,}\s*\d+", contents)
    assert "Fjalori" in contents


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_pupils_handbook_holds_no_word_of_a_teacher(
    language: str, source: Source, project: Path
) -> None:
    ((_, document),) = form_documents(source, Selection(("student",), (language,), whole=False))
    held = f" {words_of(re.sub(r'<[^>]*>', ' ¶ ', document))} "
    secrets = sentences_of_teachers(source.course, project)
    secrets |= answers_of_teachers(source.course, project)
    assert len(secrets) > 1000
    assert sorted(one for one in secrets if f" {one} " in held) == []


def test_everything_is_printed_in_every_language(source: Source, everything: Selection) -> None:
    assert sorted(name for name, _ in form_documents(source, everything)) == sorted(
        f"mesimi-i-pare-{one}-{language}.pdf"
        for one in (*AUDIENCES, *SHEETS)
        for language in ("sq", "en")
    )


def test_the_same_text_gives_the_same_bytes(pdfs: Mapping[str, Path], source: Source) -> None:
    name = LAID_OUT[2]
    selection = Selection(AUDIENCES, ("sq",), whole=False)
    (again,) = render.rendered([dict(form_documents(source, selection))[name]])
    assert again == pdfs[name].read_bytes()


def test_without_pango_one_sentence_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str, *rest: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return kept(name, *rest)

    kept = __import__
    monkeypatch.setattr("builtins.__import__", without)
    said = render.unable()
    assert said is not None
    assert "libpango-1.0-0" in said.en
    assert "libpango-1.0-0" in said.sq
