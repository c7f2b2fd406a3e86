"""Common Cartridge 1.1: a page and quizzes, by the rules that the profile writes beside its schemas.

No package of PyPI, npm or Debian brings the schemas or reads a cartridge; these tests ask what
the rules say and what Moodle's restore looks for.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import pytest
from lxml import etree, html
from teachers import held_by

from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source

LESSON = "mesimi-i-pare-cc-lesson-1-student-en.imscc"
SPACES = {
    "cc": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
}
QUIZ = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


@pytest.fixture(scope="module")
def made(source: Source, everything: Selection) -> Mapping[str, bytes]:
    """Every cartridge by its file name."""
    return {file.name: file.data for file in all_forms()["cc"].make(source, everything)}


@pytest.fixture(scope="module")
def cartridges(made: Mapping[str, bytes]) -> Mapping[str, zipfile.ZipFile]:
    return {name: zipfile.ZipFile(io.BytesIO(data)) for name, data in made.items()}


def items(archive: zipfile.ZipFile) -> Iterator[etree._Element]:
    for name in archive.namelist():
        if name.startswith("quiz-"):
            yield from etree.fromstring(archive.read(name)).iterfind(".//q:item", SPACES)


def profile(item: etree._Element) -> str:
    (field,) = item.iterfind("q:itemmetadata/q:qtimetadata/q:qtimetadatafield", SPACES)
    assert field.findtext("q:fieldlabel", "", SPACES) == "cc_profile"
    return field.findtext("q:fieldentry", "", SPACES)


def test_there_is_one_for_each_lesson_of_pupils_in_each_language(
    cartridges: Mapping[str, zipfile.ZipFile], source: Source
) -> None:
    lessons = [
        page
        for page in source.pages
        if (page.draft.kind, page.draft.audience) == ("lesson", "student")
    ]
    assert len(cartridges) == len(lessons) > 10
    assert LESSON in cartridges


def test_the_manifest_is_what_platforms_know_a_cartridge_by(
    cartridges: Mapping[str, zipfile.ZipFile],
) -> None:
    for name, archive in cartridges.items():
        text = archive.read("imsmanifest.xml")
        assert f'xmlns="{SPACES["cc"]}"'.encode() in text[:500]  # Moodle looks no further
        manifest = etree.fromstring(text)
        assert "version" not in manifest.attrib
        assert manifest.findtext("cc:metadata/cc:schema", "", SPACES) == "IMS Common Cartridge"
        assert manifest.findtext("cc:metadata/cc:schemaversion", "", SPACES) == "1.1.0"
        (top,) = manifest.iterfind("cc:organizations/cc:organization/cc:item", SPACES)
        assert top.find("cc:title", SPACES) is None
        resources = list(manifest.iterfind("cc:resources/cc:resource", SPACES))
        ids = [one.get("identifier") for one in resources]
        assert [one.get("identifierref") for one in top] == ids
        assert all(one.findtext("cc:title", "", SPACES) for one in top)
        files = [one.get("href", "") for one in manifest.iterfind(".//cc:file", SPACES)]
        assert sorted([*files, "imsmanifest.xml"]) == sorted(archive.namelist()), name
        for one in resources:
            held = [file.get("href") for file in one]
            if one.get("type") == QUIZ:
                assert len(held) == 1
                assert "href" not in one.attrib
            else:
                assert one.get("type") == "webcontent"
                assert one.get("href") in held


def test_every_question_fits_its_profile(cartridges: Mapping[str, zipfile.ZipFile]) -> None:
    seen = set()
    for archive in cartridges.values():
        for item in items(archive):
            kind = profile(item)
            seen.add(kind)
            (given,) = item.iterfind("q:presentation/q:response_lid", SPACES)
            labels = [one.get("ident") for one in given.iterfind(".//q:response_label", SPACES)]
            assert len(set(labels)) == len(labels) > 1
            several = kind == "cc.multiple_response.v0p1"
            assert given.get("rcardinality") == ("Multiple" if several else "Single")
            if kind == "cc.true_false.v0p1":
                assert set(labels) == {"true", "false"}  # Moodle knows no others
            tests = list(item.iterfind(".//q:varequal", SPACES))
            assert {one.get("respident") for one in tests} == {given.get("ident")}
            assert {one.get("case") for one in tests} == {"Yes"}
            assert {one.text for one in tests} == set(labels)
    assert seen == {"cc.multiple_choice.v0p1", "cc.multiple_response.v0p1", "cc.true_false.v0p1"}


def test_every_answer_is_talked_about_and_the_right_ones_count(
    cartridges: Mapping[str, zipfile.ZipFile],
) -> None:
    for archive in cartridges.values():
        for item in items(archive):
            said = {
                one.get("ident"): one.findtext("q:flow_mat/q:material/q:mattext", "", SPACES)
                for one in item.iterfind("q:itemfeedback", SPACES)
            }
            shown = [one.get("linkrefid") for one in item.iterfind(".//q:displayfeedback", SPACES)]
            labels = list(item.iterfind(".//q:response_label", SPACES))
            assert sorted(shown) == sorted(said)
            assert len(said) == len(labels)
            assert all(said.values())
            (counting,) = (
                one
                for one in item.iterfind(".//q:respcondition", SPACES)
                if one.findtext("q:setvar", "", SPACES) == "100"
            )
            assert counting.get("continue") == "No"
            right = counting.xpath(".//q:varequal[not(parent::q:not)]", namespaces=SPACES)
            assert len(right) >= 1
            if profile(item) != "cc.multiple_response.v0p1":
                assert len(right) == 1


def test_what_is_put_in_order_and_matched_becomes_questions_of_choice(
    cartridges: Mapping[str, zipfile.ZipFile],
) -> None:
    asked = {one.get("ident"): one for one in items(cartridges[LESSON])}
    right = {
        name: item.xpath("string(.//q:respcondition[q:setvar]//q:varequal)", namespaces=SPACES)
        for name, item in asked.items()
    }
    places = [right[name] for name in asked if name.startswith("put-it-right.")]
    assert sorted(places) == ["1", "2", "3"]
    pairs = {name: answer for name, answer in right.items() if name.startswith("what-is-it.")}
    assert len(pairs) == 4
    assert all(name == f"what-is-it.{answer}" for name, answer in pairs.items())


def test_the_page_stands_on_its_own(
    cartridges: Mapping[str, zipfile.ZipFile], source: Source
) -> None:
    for archive in cartridges.values():
        page = html.fromstring(archive.read("lesson.html"))
        assert page.xpath("//script | //form | //input | //select | //style") == []
        pictures = page.xpath("//img/@src")
        assert set(pictures) <= set(archive.namelist())
        links = page.xpath("//a/@href")
        assert [one for one in links if not one.startswith(("#", "tel:", "https:", "sms:"))] == []
        anchors = set(page.xpath("//@id"))
        assert {one[1:] for one in links if one.startswith("#") and one != "#"} <= anchors
    text = cartridges[LESSON].read("lesson.html").decode()
    for said in (source.version, "CC BY-SA 4.0", "116 111"):
        assert said in text
    assert "Someone writes a word that hurts. What do you do?" not in text  # it is in the quiz
    assert "116 111" in cartridges[LESSON].read("quiz-practice.xml").decode()


def test_a_pupils_cartridge_holds_nothing_of_a_teacher(
    made: Mapping[str, bytes], secrets: set[str]
) -> None:
    held = " ¶ ".join(held_by(data) for data in made.values())
    assert sorted(one for one in secrets if one in held) == []


def test_the_same_site_gives_the_same_bytes(
    made: Mapping[str, bytes], source: Source, everything: Selection
) -> None:
    assert {file.name: file.data for file in all_forms()["cc"].make(source, everything)} == made
