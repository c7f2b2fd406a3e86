"""Pages that are made from data: what they say on which day, and that they are there when asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from overlays import TINY
from projects import read

from firstlesson.course.model import Course
from firstlesson.site.plan import make_plan

DUE = dt.date(2027, 1, 31)
OVERDUE = "fl-note--overdue"


@pytest.fixture(scope="module")
def tiny() -> Course:
    """The smallest complete course."""
    return read(TINY)


def page(course: Course, path: str, today: dt.date = DUE) -> str:
    """A staged page; empty where there is none."""
    staged = {path: text() for path, text in make_plan(course, today=today).pages.items()}
    return staged.get(path, "")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_protocol_says_when_its_review_is_overdue(tiny: Course, language: str) -> None:
    path = f"{language}/protocols/listen.md"
    assert OVERDUE not in page(tiny, path, DUE)
    assert OVERDUE in page(tiny, path, DUE + dt.timedelta(days=1))


def test_a_protocol_tells_its_owner_version_and_reviews(tiny: Course) -> None:
    data = tiny.protocols["listen"].data
    text = page(tiny, "en/protocols/listen.md")
    for told in (data.owner, data.version, "Last review", "not reviewed", "31 January 2027"):
        assert told in text


def test_the_sheets_of_a_lesson_hold_both_feedback_forms(tiny: Course) -> None:
    for language in ("sq", "en"):
        text = page(tiny, f"{language}/lessons/kind-words/sheets.md")
        assert 'id="feedback-pupil"' in text
        assert 'id="feedback-teacher"' in text
        assert "<form" not in text.partition("\n---\n")[2]


def test_there_is_no_page_of_worries_where_nobody_wrote_any(tiny: Course) -> None:
    assert page(tiny, "sq/worries.md") == ""


def test_the_map_has_a_column_for_each_audience_and_age_and_shows_gaps(tiny: Course) -> None:
    text = page(tiny, "en/coverage.md")
    for audience in ("student", "parent", "teacher"):
        assert f">{tiny.audiences[audience].name['en']}</th>" in text
    assert "lessons/kind-words/parent.html" in text
    assert text.count('<td class="fl-gap">') > text.count("<td><a")
