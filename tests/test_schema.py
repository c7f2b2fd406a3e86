"""What may stand in each kind of file: the cases of `tests/schema/<kind>.yml`.

What is `given` takes the place of the same keys of the tiny course's file; the other keys follow
below, save those of `without`. So the places that are expected are places in what is given.
"""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from overlays import TESTS, TINY

from firstlesson.diagnostics import Diagnostic
from firstlesson.schema import FILE_KINDS, Localized, Role
from firstlesson.schema.again import read_again
from firstlesson.schema.read import read_model
from firstlesson.source.yaml import read_yaml

_BLOCK = re.compile(r"^(\w+):.*\n(?:(?!\w).*\n)*", re.MULTILINE)


def cases() -> list[object]:
    """All cases, named by file and title; those that wait for a fault to be mended are marked."""
    found: list[object] = []
    for file in sorted((TESTS / "schema").glob("*.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            reason = case.get("xfail")
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            name = f"{file.stem}: {case['title']}"
            found.append(pytest.param(file.name, case, id=name, marks=marks))
    return found


def read(name: str, given: str, without: tuple[str, ...] = ()) -> list[Diagnostic]:
    """All that is wrong with the tiny course's file of this name once it holds what is given."""
    file = min(TINY.rglob(name))
    left_out = {*without, *(match[1] for match in _BLOCK.finditer(given))}
    rest = _BLOCK.sub(
        lambda match: "" if match[1] in left_out else match[0], file.read_text(encoding="utf-8")
    )
    document, broken = read_yaml(name, given + rest)
    _, found = read_model(document, FILE_KINDS[name], languages=("sq", "en"))
    return broken + found


def files_of_the_course() -> list[object]:
    """Every YAML file of this edition and of the tiny course."""
    found = [
        path
        for root in (TESTS.parent, TINY)
        for folder in ("data", "lessons", "protocols", "docs")
        for path in sorted((root / folder).rglob("*.yml"))
        if path.name in FILE_KINDS
    ]
    return [pytest.param(path, id=str(path.relative_to(TESTS.parent))) for path in found]


@pytest.mark.parametrize(("name", "case"), cases())
def test_case(name: str, case: dict[str, Any]) -> None:
    found = read(name, case["given"], tuple(case.get("without", ())))
    places = sorted((one.span.line, one.span.column, one.kind.code) for one in found)
    expected = [(*map(int, one["at"].split(":")), one["code"]) for one in case["expect"]]
    assert places == expected


@pytest.mark.parametrize("path", files_of_the_course())
def test_what_was_judged_once_makes_the_same_model_again(path: Path) -> None:
    document, _ = read_yaml(path.name, path.read_text(encoding="utf-8"))
    judged, wrong = read_model(document, FILE_KINDS[path.name], languages=("sq", "en"))
    assert wrong == []
    assert read_again(document.data, FILE_KINDS[path.name]) == judged


def test_a_model_does_not_change() -> None:
    name = Localized({"sq": "Mësuesi", "en": "Teacher"})
    role = Role(id="teacher", name=name)
    assert role == replace(role)
    assert role != replace(role, id="head")
    assert role.description is None
    with pytest.raises(FrozenInstanceError):
        role.id = "head"  # type: ignore[misc]  # that is what is tested
    with pytest.raises(TypeError, match="Role has other fields"):
        Role(id="teacher", nmae=name)  # type: ignore[call-arg]  # as above


@pytest.mark.parametrize("name", FILE_KINDS)
def test_every_kind_of_file_has_cases(name: str) -> None:
    assert (TESTS / "schema" / name).is_file()


@pytest.mark.parametrize(
    ("name", "given", "message", "hint"),
    [
        ("lesson.yml", "audeince: [student]\n", "the key `audeince` is not known", "`audience`?"),
        ("lesson.yml", "teachs: [LO2.5.01]\n", "the key `teachs` is not known", "`teaches`?"),
        ("lesson.yml", "wind: north\n", "the key `wind` is not known", "allowed here: `about`, "),
        ("lesson.yml", "name: Fjalë\n", "the text in every language (`sq:`, `en:`) is", None),
        ("lesson.yml", "name: {sq: Fjalë}\n", "`name` lacks the language `en`", "in `en` too"),
        ("lesson.yml", "timeRequired: 45\n", "the value `45` is not allowed here", "`PT45M`"),
        ("lesson.yml", "help: helpline\n", "a list is needed here", None),
        ("lesson.yml", "help: [a, a]\n", "`a` stands twice", "remove one"),
        ("lesson.yml", "about: []\n", "this list needs at least 1 items", None),
        ("lesson.yml", "position: first\n", "`first` is not allowed", "a whole number"),
        ("lesson.yml", "position: 0\n", "`0` is not allowed", "≥ 1"),
        ("lesson.yml", "reviewBy: 22.11.2026\n", "`22.11.2026` is not", "a real date"),
        ("lesson.yml", "creativeWorkStatus: drafts\n", "`drafts` is not", "did you mean `draft`?"),
        ("lesson.yml", "supervisionLevel: x\n", "`x` is not", "allowed: `none`, `adult-nearby`"),
        ("course.yml", "publisher: ''\n", "this text is empty", None),
    ],
)
def test_words(name: str, given: str, message: str, hint: str | None) -> None:
    [found] = read(name, given)
    assert message in found.message.en
    if hint is None:
        assert found.hint is None
    else:
        assert found.hint
        assert hint in found.hint.en


def test_a_text_of_a_list_is_called_by_the_name_of_the_list() -> None:
    [found] = read("lesson.yml", "keyPoints:\n  - sq: Vetëm shqip\n")
    assert "`keyPoints`" in found.message.en


def test_every_mistake_is_told_in_both_languages() -> None:
    given = "name: {sq: a}\nwind: x\nposition: no\ntimeRequired: 45\nhelp: a\n"
    for found in read("lesson.yml", given, ("license",)):
        assert found.message.sq != found.message.en
        assert found.hint is None or found.hint.sq != found.hint.en
