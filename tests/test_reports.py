"""Reports as people and programs read them; the expected ones stand in `tests/reports/`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from overlays import TESTS, Changes
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from firstlesson import app
from firstlesson.diagnostics import Diagnostic, Edit, Fix, Kind, Severity, Text
from firstlesson.reports import formats, written
from firstlesson.span import Span

Golden = Callable[[str, str], None]
CourseWith = Callable[[Path | Changes], Path]
SHOWN_CODES = {"ACC001", "CON001", "FIL010", "REF001", "SCH010", "SCH040", "SCH042", "TRN012"}
"""A new check must not change these reports."""
CODE = Kind("TST001", "a-test", Severity.ERROR, Text(sq="Provë.", en="Test."))
ESCAPES = "\x1b[31m\x9b2J\x07\r\u202e\u200b\x00"
SHOWN = r"\u{1b}[31m\u{9b}2J\u{7}\u{d}\u{202e}\u{200b}\u{0}"


def report(form: str, one: Diagnostic, text: str = "", language: str = "en") -> str:
    return written(form, [one], {one.span.path: text}, language)


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("form", formats())
def test_report(
    form: str, language: str, course_with: CourseWith, today: dt.date, golden: Golden
) -> None:
    root = course_with(TESTS / "reports" / "course")
    app.accept(root, today=today, target=".")
    checked = app.check(root, today=today)
    found = [one for one in checked.diagnostics if one.kind.code in SHOWN_CODES]
    text = written(form, found, checked.texts, language)
    golden(f"reports/{form}.{language}.txt", text)


@pytest.mark.parametrize("form", ["full", "concise"])
def test_nothing_to_report(form: str) -> None:
    assert written(form, [], {}, "en") == ""


@pytest.mark.parametrize("form", ["full", "concise"])
def test_nothing_in_a_file_can_command_a_terminal(form: str) -> None:
    message = Text(sq=f"`{ESCAPES}`", en=f"`{ESCAPES}`")
    path = f"docs/{ESCAPES}.md"
    one = Diagnostic(CODE, Span(path, 1, 1, 1, 3), message, hint=message)
    shown = report(form, one, text=f"a {ESCAPES} b")
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert shown.count(SHOWN) == {"full": 4, "concise": 2}[form]


def test_json_gives_texts_back_as_they_are() -> None:
    one = Diagnostic(CODE, Span("a.md"), Text(sq=ESCAPES, en=ESCAPES))
    [found] = json.loads(report("json", one))["diagnostics"]
    assert found["message"] == ESCAPES
    assert found["hint"] is None


@pytest.mark.parametrize(
    ("text", "span", "line", "caret"),
    [
        ("një dy", Span("a", 1, 5, 1, 7), "1 | një dy", "  |     ^^ here"),
        ("një", Span("a", 1, 4, 1, 4), "1 | një", "  |    ^ here"),
        ("a\n\tb c", Span("a", 2, 4, 2, 5), "2 |  b c", "  |    ^ here"),
        ("një\ndy", Span("a", 1, 2, 2, 3), "1 | një", "  |  ^^ here"),
        ("x" * 400, Span("a", 1, 200, 1, 203), "1 | " + "x" * 160, "  | " + " " * 80 + "^^^"),
    ],
)
def test_the_caret_stands_below_the_place(text: str, span: Span, line: str, caret: str) -> None:
    rows = report("full", Diagnostic(CODE, span, Text(sq="këtu", en="here")), text).split("\n")
    assert rows[2] == line
    assert rows[3] == caret
    assert caret.endswith(" here") or rows[4] == "  | here"


@pytest.mark.parametrize("text", ["", "\n", "  \n"])
def test_without_a_line_to_show_only_the_message_stands(text: str) -> None:
    one = Diagnostic(CODE, Span("a.md", 1, 1, 1, 2), Text(sq="mungon", en="missing"))
    assert report("full", one, text).split("\n")[1] == "  | missing"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_sarif_keeps_to_its_schema(language: str, course_with: CourseWith, today: dt.date) -> None:
    """The models of `pydantic-sarif` are made from the standard's own JSON Schema."""
    checked = app.check(course_with(TESTS / "reports" / "course"), today=today)
    report = written("sarif", checked.diagnostics, checked.texts, language)
    run = Sarif.model_validate_json(report).runs[0]
    assert [one.ruleId for one in run.results] == [one.kind.code for one in checked.diagnostics]
    rules = run.tool.driver.rules
    assert all(rules[one.ruleIndex].id == one.ruleId for one in run.results)


def test_sarif_of_everything_a_diagnostic_can_hold() -> None:
    here, there = Span("docs/ë b.md", 2, 3, 2, 5), Span("docs/a.md", 1, 1, 1, 1)
    text = Text(sq=ESCAPES, en=ESCAPES)
    fix = Fix(text, (Edit(here, "x\ny"), Edit(there, "")), safe=True)
    one = Diagnostic(CODE, here, text, text, fix, (there,))
    report = written("sarif", [one], {}, "sq")
    [result] = Sarif.model_validate_json(report).runs[0].results
    place = result.locations[0].physicalLocation
    assert place.artifactLocation.uri == "docs/%C3%AB%20b.md"
    assert (place.region.startLine, place.region.endColumn) == (2, 5)
    assert result.fixes[0].artifactChanges[1].replacements[0].insertedContent.text == ""
    assert result.relatedLocations[0].id == 1


def test_sarif_without_a_mistake() -> None:
    assert Sarif.model_validate_json(written("sarif", [], {}, "en")).runs[0].results == []


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    def mark(line: int, text: str) -> str:
        one = Diagnostic(CODE, Span("a.md", line, 1, line, 2), Text(sq="këtu", en="here"))
        made = json.loads(written("sarif", [one], {"a.md": text}, "en"))
        return str(made["runs"][0]["results"][0]["partialFingerprints"]["line/v1"])

    assert mark(1, "bad\n") == mark(3, "new\n\nbad\n")
    assert mark(1, "bad\n") != mark(1, "worse\n")


def test_junit_fails_for_errors_alone() -> None:
    at, said = Span("a.md", 1, 1, 1, 2), Text(sq=f'`<&"{ESCAPES}`', en=f'`<&"{ESCAPES}`')
    mild = Kind("TST002", "mild", Severity.WARNING, said)
    report = written(
        "junit",
        [Diagnostic(CODE, at, said, said), Diagnostic(mild, at, said)],
        {"a.md": "", "b.md": ""},
        "en",
    )
    suites = ET.fromstring(report)  # noqa: S314  # we have just written it
    assert [suite.get("name") for suite in suites] == ["a.md", "b.md"]
    assert (suites.get("tests"), suites.get("failures")) == ("3", "1")
    failure, mild_one, passed = suites.iter("testcase")
    assert SHOWN in str(failure[0].get("message"))
    assert mild_one[0].tag == "system-out"
    assert len(passed) == 0
