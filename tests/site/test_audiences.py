"""Everyone is led to what is theirs, and pupils never meet what is meant for their teachers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import product
from pathlib import Path

import pytest
from pages import OF_LESSONS, Page, Pages, pages_of, text_of, words_of
from projects import build, files, run, tiny_project

from firstlesson.course.model import Course, Prose
from firstlesson.site.prose import plain

BUILT = ("draft", "in-review", "published")


def for_pupils(page: Page) -> bool:
    """Whether a pupil is led to a page; pages for everybody are read by pupils too."""
    return page.audience in ("", "student")


# Doors


@pytest.mark.parametrize("home", ["index.html", "en/index.html"])
def test_the_home_page_sends_each_audience_to_its_edition(
    home: str, pages: Pages, course: Course
) -> None:
    page = pages[home]
    doors = page.tree.xpath("//section[@aria-labelledby='doors']//h3/a")
    assert [text_of(door) for door in doors] == [
        one.edition[page.language] for one in course.audiences.values()
    ]
    for door, audience in zip(doors, course.audiences, strict=True):
        edition = pages[page.leads_to(door.get("href")) or ""]
        assert (edition.place, edition.audience) == (f"for/{audience}.html", audience)
        cards = {edition.leads_to(a.get("href")) for a in edition.main.xpath(".//h3/a")}
        prefix = "en/" if page.language == "en" else ""
        lessons = {
            f"{prefix}lessons/{one.data.slug or one.id}/{audience}.html"
            for one in course.lessons.values()
            if audience in one.data.audience and one.data.creative_work_status in BUILT
        }
        protocols = {
            f"{prefix}protocols/{one.data.slug or one.id}.html"
            for one in course.protocols.values()
            if audience in one.data.audience and one.data.creative_work_status in BUILT
        }
        assert cards == lessons | protocols, edition.path


def test_every_edition_leads_to_its_sisters(pages: Pages, course: Course) -> None:
    for lesson in course.lessons.values():
        places = [f"lessons/{lesson.data.slug or lesson.id}/{one}.html" for one in lesson.editions]
        for page in (page for page in pages.values() if page.place in places):
            links = page.of_class("fl-edition")
            led = [(page.leads_to(link.get("href")) or "").removeprefix("en/") for link in links]
            assert led == places, page.path
            assert [link.get("aria-current") for link in links].count("page") == 1, page.path


# What is not built


def test_outlines_are_not_built(pages: Pages, course: Course) -> None:
    kept = {
        str(one.data.slug or one.id)
        for one in (*course.lessons.values(), *course.protocols.values())
        if one.data.creative_work_status in BUILT
    }
    found = {
        re.sub(r"\.html$", "", page.place.split("/")[1])
        for page in pages.values()
        if page.kind in (*OF_LESSONS, "protocol")
    }
    assert found == kept


@pytest.mark.parametrize("status", ["outline", "retired"])
def test_an_outline_and_what_was_retired_leave_no_trace(status: str, tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    for file in ("lessons/kind-words/lesson.yml", "protocols/listen/protocol.yml"):
        text = (root / file).read_text("utf-8")
        text = text.replace("creativeWorkStatus: draft", f"creativeWorkStatus: {status}")
        (root / file).write_text(text, "utf-8")
    site = build(root)
    assert [path for path in files(site) if "kind-words" in path or "listen" in path] == []
    seen = [page for page in pages_of(site).values() if page.kind != "status"]
    assert [page.path for page in seen if "kind-words" in page.source] == []
    said = (site / "sitemap.xml").read_text("utf-8")
    assert "kind-words" not in said


# What teachers alone read


def sentences(prose: Prose) -> Iterator[tuple[str, str]]:
    """The sentences of a text, as words alone, and the block of each; short ones are anybody's."""
    for passage in prose.document.passages:
        for sentence in re.split(r"(?<=[.!?…])[”\"’)]*\s+", plain(passage.text)):
            words = words_of(sentence)
            if words.count(" ") > 2:
                yield words, passage.block


def written_for_pupils(project: Path, *patterns: str) -> str:
    """All that authors wrote for pupils or for everybody, as words; `patterns` name more of it."""
    own = ("docs/*.md", "data/*.yml", "lessons/*/student.*.md", "lessons/*/easy.*.md")
    files = [file for pattern in (*own, *patterns) for file in sorted(project.glob(pattern))]
    texts = [re.sub(r"\]\([^)]*\)", "]", file.read_text("utf-8")) for file in files]
    return words_of("\n".join(texts))


def met_by_pupils(texts: Iterable[str], pages: Pages) -> list[tuple[str, str]]:
    """The pages for pupils on which some texts stand."""
    words = {path: page.words for path, page in pages.items() if for_pupils(page)}
    anywhere = "\n".join(words.values())
    return [
        (path, text) for text in texts if text in anywhere for path in words if text in words[path]
    ]


def test_no_sentence_for_teachers_is_on_a_page_for_pupils(
    pages: Pages, course: Course, project: Path
) -> None:
    everybodys = written_for_pupils(project, "lessons/*/*.yml")
    for_teachers = set()
    for lesson, language in product(course.lessons.values(), course.languages):
        prose = lesson.prose.get(("teacher", language))
        if prose is None or lesson.data.creative_work_status not in BUILT:
            continue
        prefix = "" if language == course.source_language else f"{language}/"
        folder = f"{prefix}lessons/{lesson.data.slug or lesson.id}"
        own = "\n".join(pages[f"{folder}/{name}.html"].words for name in ("teacher", "beside"))
        wall = pages.get(f"{folder}/projector.html")
        found = dict(sentences(prose))
        assert [one for one in found if one not in own] == [], folder
        for_teachers |= {one for one in found if one not in everybodys}
        asked = {one for one, block in sentences(prose) if block in ("say", "task")}
        heard = {one for one, block in found.items() if block in ("listen", "note")} - asked
        shown = [one for one in heard if one not in everybodys and wall and one in wall.words]
        assert shown == [], "the wall shows what the teacher hopes to hear"
    assert for_teachers
    assert met_by_pupils(sorted(for_teachers), pages) == []


def test_no_short_text_for_teachers_is_on_a_page_for_pupils(
    pages: Pages, course: Course, project: Path
) -> None:
    texts: list[str] = []
    others: list[str] = []
    for lesson in course.lessons.values():
        texts += texts_named(asdict(lesson.data), "response", "materials")
        for quiz in lesson.quiz.quizzes if lesson.quiz else ():
            if quiz.answers == "teacher":
                texts += texts_named(asdict(quiz), "feedback", "try_again")
            else:
                others += all_texts(asdict(quiz))
        for scenario in lesson.scenario.scenarios if lesson.scenario else ():
            texts += texts_named(asdict(scenario), "teacher_notes")
            others += texts_named(asdict(scenario), "text", "feedback")
    everybodys = written_for_pupils(project) + words_of("\n".join(others))
    for_teachers = {words_of(text) for text in texts if words_of(text) not in everybodys}
    assert for_teachers
    assert met_by_pupils(sorted(for_teachers), pages) == []


def texts_named(data: object, *names: str) -> Iterator[str]:
    """Every text, in every language, below some keys."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from all_texts(value) if key in names else texts_named(value, *names)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts_named(value, *names)


def all_texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list | tuple):
        for value in data.values() if isinstance(data, dict) else data:
            yield from all_texts(value)


FOR_TEACHERS = """
Everybody reads walnut. Talk to [116 111](contact:helpline).

!!! teacher
    Only teachers read pomegranate.

!!! note "For all"
    Everybody reads chestnut.

    !!! teacher "A title with pomegranate"
        - A list with pomegranate.

        Another paragraph with pomegranate.
"""
FOR_NOBODY = """
Everybody reads walnut. Talk to [116 111](contact:helpline).

<!-- A note of the author's with pomegranate. -->
"""


def pages_for_pupils_with(text: str, folder: Path) -> dict[str, Page]:
    """The pages for pupils of the tiny course with one text in it; none where it is refused."""
    changes = {
        f"lessons/kind-words/{edition}.{language}.md": f"## {title} {{#our-words}}\n{text}"
        for language, title in (("sq", "Fjalët tona"), ("en", "Our words"))
        for edition in ("student", "easy")
    }
    root = tiny_project(folder, changes)
    run(root, "firstlesson", "build")
    return {path: page for path, page in pages_of(root / "site").items() if for_pupils(page)}


def test_a_block_for_teachers_never_reaches_pupils(tmp_path: Path) -> None:
    pages = pages_for_pupils_with(FOR_TEACHERS, tmp_path)
    assert [path for path, page in pages.items() if "pomegranate" in page.source] == []


def test_a_note_of_the_author_reaches_nobody(tmp_path: Path) -> None:
    pages = pages_for_pupils_with(FOR_NOBODY, tmp_path)
    assert "walnut" in pages["lessons/kind-words/student.html"].words
    assert "walnut" in pages["en/lessons/kind-words/easy.html"].words
    assert [path for path, page in pages.items() if "pomegranate" in page.source] == []
