"""Every page of the site in every language: what is staged for the host."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import firstlesson.site.pages
from firstlesson.course.model import Course
from firstlesson.site.chrome import aside, footer, header
from firstlesson.site.draft import Draft
from firstlesson.site.words import Words, words_of

Make = Callable[[Course, Words, dt.date], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page as the host will read it: Markdown with its front matter."""

    path: str
    """Inside the staged tree, as `sq/lessons/lesson-2/student.md`."""
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages, and the files that go with them."""

    pages: tuple[StagedPage, ...]
    copies: Mapping[str, str]
    """Path in the staged tree → file below the project's root."""


def make_plan(course: Course, *, today: dt.date) -> Plan:
    """The whole site, ready to be staged."""
    drafts = {
        language: [d for make in _kinds() for d in make(course, words_of(language), today)]
        for language in course.languages
    }
    there: dict[str, list[str]] = {}
    for language, made in drafts.items():
        for draft in made:
            there.setdefault(draft.path, []).append(language)
    pages: list[StagedPage] = []
    copies: dict[str, str] = {}
    for language, made in drafts.items():
        words = words_of(language)
        for draft in made:
            text = _staged(draft, course, words, there[draft.path])
            pages.append(StagedPage(f"{language}/{draft.path}.md", text))
            copies.update({f"{language}/{to}": source for source, to in draft.copies})
    return Plan(tuple(sorted(pages, key=lambda page: page.path)), dict(sorted(copies.items())))


def _staged(draft: Draft, course: Course, words: Words, languages: list[str]) -> str:
    """Front matter is plain: short texts, and the chrome as blocks of finished HTML."""
    site = course.settings.name[words.language]
    title = draft.title or draft.heading
    front = {
        "title": title if draft.kind == "home" else f"{title} · {site}",
        "description": draft.description,
        "language": words.language,
        "kind": draft.kind,
        "audience": draft.audience,
    }
    lines = ["---"]
    lines += [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in front.items()]
    if draft.noindex:
        lines.append("noindex: true")
    for key, html in (
        ("bar", header(draft, course, words, languages)),
        ("side", aside(draft, words)),
        ("foot", footer(draft, course, words)),
    ):
        if html:
            lines += [f"{key}: |-", *(f"  {line}" for line in html.split("\n"))]
    return "\n".join([*lines, "---", "", draft.body.strip("\n"), ""])


@cache
def _kinds() -> tuple[Make, ...]:
    package = firstlesson.site.pages
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(module.pages for module in modules)
