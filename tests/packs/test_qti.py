"""QTI 3.0: a certified player takes every question, judges it, and talks about every answer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import validators
from lxml import etree
from playwright.sync_api import Browser, Page, expect
from teachers import held_by

from firstlesson.packs import all_forms
from firstlesson.packs.lms.qti_item import SPACE
from firstlesson.packs.source import Selection, Source
from firstlesson.packs.start import READ_ME

PUPILS = "mesimi-i-pare-qti-lesson-1-student-en.zip"
MOUNT = """() => {
  const on = {
    notifyQti3PlayerReady: (player) => { window.player = player; },
    notifyQti3ItemReady: () => { window.loaded = true; },
    notifyQti3EndAttemptCompleted: (said) => { window.ended = said.state; },
  };
  new Vue({render: (make) => make(window.qti3Player, {on})}).$mount('#app');
}"""
ONLY_COMPLAINTS = """() => {
  console.log = (said) => { if (/Exception/.test(said)) console.error(said); };
}"""
LOAD = """(xml) => {
  window.loaded = false;
  player.loadItemFromXml(xml, {
    guid: 'one',
    status: 'interacting',
    sessionControl: {max_attempts: 0, show_feedback: true, validate_responses: false},
  });
}"""
SHOW = """async (xml) => {
  document.body.innerHTML = '<qti-item><item-container></item-container></qti-item>';
  await customElements.whenDefined('item-container');
  document.querySelector('item-container').itemXML = xml;
}"""
FOUND = """() => {
  const place = document.querySelector('item-container');
  window.item = (place.shadowRoot || place).querySelector('qti-assessment-item');
  return window.item && window.item.getOutcome('SCORE');
}"""
ALL, ALL_BUT_ONE, TURNED = "all that is right", "all but one", "all, turned round"
JUDGE = """(given) => {
  item.updateResponseVariable('RESPONSE', given);
  item.processResponse();
  const said = (name) => item.getOutcome(name)?.value;
  return [Number(said('SCORE')), said('VERDICT'), said('TOLD') || []];
}"""


@pytest.fixture(scope="module")
def packages(source: Source, everything: Selection) -> Mapping[str, zipfile.ZipFile]:
    """Every package by its file name."""
    made = all_forms()["qti"].make(source, everything)
    return {file.name: zipfile.ZipFile(io.BytesIO(file.data)) for file in made}


@dataclass
class Player:
    """The QTI 3 player of Amp-up.io, which 1EdTech certified: an item is loaded, answered, ended."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def load(self, xml: bytes) -> None:
        """Shows an item."""
        self.page.evaluate(LOAD, xml.decode())
        self.page.wait_for_function("window.loaded")

    def end(self) -> dict[str, Any]:
        """Ends the attempt; gives the outcomes."""
        self.page.evaluate("() => { window.ended = null; player.endAttempt('here'); }")
        self.page.wait_for_function("window.ended")
        said = self.page.evaluate("window.ended.outcomeVariables")
        return {one["identifier"]: one["value"] for one in said}


@pytest.fixture(scope="module")
def player(browser: Browser) -> Iterator[Player]:
    """One player for all tests of this file."""
    page = browser.new_page()
    started = Player(page)
    style = validators.from_npm("qti3-item-player/dist/qti3Player.css").read_text("utf-8")
    page.set_content(f"<!doctype html><style>{style}</style><div id=app></div>")
    for script in ("vue/dist/vue.min.js", "qti3-item-player/dist/qti3Player.umd.min.js"):
        page.add_script_tag(path=validators.from_npm(script))
    page.on("pageerror", lambda error: started.complaints.append(str(error)))
    page.on("console", lambda said: started.complaints.append(said.text))
    page.evaluate(ONLY_COMPLAINTS)
    page.evaluate(MOUNT)
    page.wait_for_function("window.player")
    yield started
    page.close()


@pytest.fixture(scope="module")
def components(browser: Browser) -> Iterator[Page]:
    """A page with Citolab's QTI components, another reader than the player."""
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    page.add_script_tag(path=validators.from_npm("@citolab/qti-components/cdn/index.global.js"))
    yield page
    page.close()


def item(packages: Mapping[str, zipfile.ZipFile], name: str) -> bytes:
    return packages[PUPILS].read(f"items/{name}.xml")


def test_pupils_get_the_open_quizzes_and_teachers_all_of_them(
    packages: Mapping[str, zipfile.ZipFile], source: Source
) -> None:
    quizzes = {
        quiz.id: quiz.answers for quiz in source.course.lessons["first-lesson-6-10"].quiz.quizzes
    }
    assert set(quizzes.values()) == {"open", "teacher"}
    for audience, expected in (
        ("student", {name for name, answers in quizzes.items() if answers == "open"}),
        ("teacher", set(quizzes)),
    ):
        archive = packages[f"mesimi-i-pare-qti-lesson-1-{audience}-sq.zip"]
        tests = {Path(one).stem for one in archive.namelist() if one.startswith("tests/")}
        assert tests == expected
    assert {name.split("-")[-2] for name in packages} == {"student", "teacher"}


def test_the_manifest_lists_every_file_and_no_reference_is_dead(
    packages: Mapping[str, zipfile.ZipFile],
) -> None:
    for name, archive in packages.items():
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        files = manifest.xpath("//*[local-name()='file']/@href")
        assert sorted([*files, "imsmanifest.xml"]) == sorted(archive.namelist()), name
        ids = manifest.xpath("//*[local-name()='resource']/@identifier")
        assert len(set(ids)) == len(ids)
        assert set(manifest.xpath("//@identifierref")) <= set(ids)
        for path in files:
            if path.startswith("tests/"):
                test = etree.fromstring(archive.read(path))
                items = test.xpath("//q:qti-assessment-item-ref/@href", namespaces={"q": SPACE})
                assert items
                assert {one.replace("../", "") for one in items} <= set(files)


def test_every_option_and_every_item_has_something_said_about_it(
    packages: Mapping[str, zipfile.ZipFile],
) -> None:
    for archive in packages.values():
        for path in archive.namelist():
            if not path.startswith("items/"):
                continue
            made = etree.fromstring(archive.read(path))
            spaces = {"q": SPACE}
            told = set(made.xpath("//q:qti-feedback-inline/@identifier", namespaces=spaces))
            options = made.xpath(
                "//q:qti-choice-interaction/q:qti-simple-choice/@identifier", namespaces=spaces
            )
            assert told == set(options), path
            verdicts = made.xpath("//q:qti-feedback-block/@identifier", namespaces=spaces)
            assert {"right", "not-yet"} <= set(verdicts), path
            right = made.xpath("//q:qti-correct-response/q:qti-value/text()", namespaces=spaces)
            ids = set(made.xpath("//q:qti-item-body//@identifier", namespaces=spaces))
            assert right
            assert {part for one in right for part in one.split()} <= ids, path


@pytest.mark.browser
def test_the_player_takes_every_question(
    player: Player, packages: Mapping[str, zipfile.ZipFile]
) -> None:
    """The teachers' packages hold every question."""
    shown = 0
    for name, archive in packages.items():
        if not name.endswith("-teacher-sq.zip"):
            continue
        for path in archive.namelist():
            if path.startswith("items/"):
                xml = archive.read(path)
                player.load(xml)
                asked = etree.fromstring(xml).findtext(f".//{{{SPACE}}}qti-prompt")
                expect(player.page.locator("body")).to_contain_text(asked or "?")
                shown += 1
    assert shown > 100
    assert player.complaints == []


@pytest.mark.browser
def test_a_choice_is_judged_and_talked_about_and_can_be_tried_again(
    player: Player, packages: Mapping[str, zipfile.ZipFile]
) -> None:
    player.load(item(packages, "practice.hurtful-message"))
    page = player.page
    options = page.get_by_role("radio")
    options.filter(has_text="I write a hurtful word too.").click()
    assert player.end()["SCORE"] == 0
    expect(page.get_by_text("Not yet. Read it and try again.")).to_be_visible()
    expect(page.get_by_text("You are angry, and that makes sense.")).to_be_visible()
    expect(page.get_by_text("Very good. Now you are not alone.")).to_be_hidden()
    options.filter(has_text="I stop and tell an adult.").click()
    assert player.end()["SCORE"] == 1
    expect(page.get_by_text("Yes, that is right.")).to_be_visible()
    expect(page.get_by_text("Very good. Now you are not alone.")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("practice.promised-secret", "a-true", (1, "right", "a-true")),
        ("practice.promised-secret", "a-false", (0, "not-yet", "a-false")),
        ("practice.what-is-it", ALL, (1, "right", [])),
        ("practice.what-is-it", ALL_BUT_ONE, (0, "not-yet", [])),
        ("practice.put-it-right", ALL, (1, "right", [])),
        ("practice.put-it-right", TURNED, (0, "not-yet", [])),
        ("practice.kind-ways", ALL, (1, "right", ALL)),
        ("practice.kind-ways", ALL_BUT_ONE, (0, "some", ALL_BUT_ONE)),
    ],
)
def test_another_reader_judges_every_kind_of_question_alike(
    name: str,
    given: str,
    expected: tuple[int, str, Any],
    components: Page,
    packages: Mapping[str, zipfile.ZipFile],
) -> None:
    xml = item(packages, name)
    made = etree.fromstring(xml)
    right = [one.text for one in made.iterfind(f".//{{{SPACE}}}qti-correct-response/*")]
    meant = {ALL: right, ALL_BUT_ONE: right[:-1], TURNED: right[::-1]}
    score, verdict, told = expected
    components.evaluate(SHOW, xml.decode())
    components.wait_for_function(FOUND)
    said = components.evaluate(JUDGE, meant.get(given, given))
    assert said == [score, verdict, meant.get(told, told) if isinstance(told, str) else told]


def test_it_says_from_when_it_is_and_whom_to_call(
    packages: Mapping[str, zipfile.ZipFile], source: Source
) -> None:
    text = packages[PUPILS].read(READ_ME).decode("utf-8-sig")
    for said in (source.version, "CC BY-SA 4.0", "116 111"):
        assert said in text
    assert "116 111" in packages[PUPILS].read("tests/practice.xml").decode()


def test_a_pupils_package_holds_nothing_of_a_teacher(
    source: Source, everything: Selection, secrets: set[str]
) -> None:
    files = list(all_forms()["qti"].make(source, everything))
    held = " ¶ ".join(held_by(file.data) for file in files if "-student-" in file.name)
    assert sorted(one for one in secrets if one in held) == []


def test_the_same_site_gives_the_same_bytes(source: Source, everything: Selection) -> None:
    first, second = (
        {file.name: file.data for file in all_forms()["qti"].make(source, everything)}
        for _ in range(2)
    )
    assert first == second
