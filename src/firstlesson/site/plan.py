"""Every page of the site in every language: what is staged for the host."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import pkgutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import firstlesson.site.pages
from firstlesson.course.again import only_of
from firstlesson.course.folders import alone
from firstlesson.course.model import Course
from firstlesson.site import catalogue
from firstlesson.site.addresses import (
    EXIT,
    SEARCH,
    lesson_path,
    protocol_path,
    root_relative,
    script_path,
)
from firstlesson.site.assets import script
from firstlesson.site.chrome import aside, footer, header
from firstlesson.site.draft import Draft
from firstlesson.site.exit_page import exit_page
from firstlesson.site.head import head, robots, sitemap
from firstlesson.site.redirects import redirects
from firstlesson.site.search.files import search_files
from firstlesson.site.security import headers_file
from firstlesson.site.words import Words, words_of

Make = Callable[[Course, Words, dt.date], Iterator[Draft]]
"""How a module of `site/pages/` makes its pages. Beside it stands `MADE_OF`: `lessons` or `protocols`
where each of these has pages of its own, which rest on nothing of the others but their faces; else
`course`."""


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A page as the host will read it: Markdown with its front matter."""

    path: str
    """Inside the staged tree, as `sq/lessons/lesson-2/student.md`."""
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages, and the files that go with them."""

    pages: Mapping[str, Callable[[], str]]
    """Path in the staged tree → its text, put together when it is asked for: all at once are large."""
    copies: Mapping[str, str]
    """Path in the staged tree → file below the project's root."""
    files: Mapping[str, str]
    """Path in the staged tree → text, of files that the host passes on as they are."""


def make_plan(course: Course, *, today: dt.date) -> Plan:
    """The whole site, ready to be staged."""
    drafts = drafts_of(course, today=today)
    there: dict[str, list[str]] = {}
    for language, made in drafts.items():
        for draft in made:
            there.setdefault(draft.path, []).append(language)
    pages: dict[str, Callable[[], str]] = {}
    copies: dict[str, str] = {}
    files = _site_files(course, drafts)
    for language, made in drafts.items():
        words = words_of(language)
        for draft in made:
            pages[f"{language}/{draft.path}.md"] = partial(
                staged, draft, course, words, there[draft.path]
            )
            copies.update({f"{language}/{to}": source for source, to in draft.copies})
        files |= {f"{language}/{path}": html for path, html in redirects(course, words)}
        found = search_files(made, course, words)
        files |= {f"{course.source_language}/{SEARCH}/{to}": text for to, text in found.items()}
        files[f"{language}/{EXIT}.html"] = exit_page(words)
        files[f"{course.source_language}/{script_path(language)}"] = script(course, words)
    return Plan(
        dict(sorted(pages.items())), dict(sorted(copies.items())), dict(sorted(files.items()))
    )


def pages_of(course: Course, owners: Collection[str], *, today: dt.date) -> list[StagedPage]:
    """The pages of some lessons, protocols (`lessons/x`) and hand-written pages (`docs/x`) alone."""
    few = only_of(course, owners)
    kinds = sorted({_made_of(owner) for owner in owners})
    drafts: dict[str, list[Draft]] = {language: [] for language in course.languages}
    for kind in kinds:
        for language, made in drafts_of(few, today=today, made_of=kind).items():
            drafts[language].extend(made)
    begin = tuple(_beginnings(course, owners))
    found = []
    for language, made in drafts.items():
        words = words_of(language)
        for draft in made:
            if draft.path.startswith(begin) or f"docs/{draft.path}" in owners:
                there = [
                    one for one, other in drafts.items() if any(o.path == draft.path for o in other)
                ]
                text = staged(draft, course, words, there)
                found.append(StagedPage(f"{language}/{draft.path}.md", text))
    return found


def pages_of_folder(
    course: Course, folder: str, languages: Mapping[str, list[str]], *, today: dt.date
) -> dict[str, list[tuple[Draft, str]]]:
    """The pages of one lesson or protocol by language, each as it is staged; others may be closed.

    `languages` says in which languages a page is there.
    """
    own = alone(course, [folder])
    drafts = drafts_of(own, today=today, made_of=folder.partition("/")[0])
    return {
        language: [
            (one, staged(one, own, words_of(language), languages.get(one.path, []))) for one in made
        ]
        for language, made in drafts.items()
    }


def _made_of(owner: str) -> str:
    """Of what the pages of an owner are made."""
    kind = owner.partition("/")[0]
    return "course" if kind == "docs" else kind


def _beginnings(course: Course, owners: Collection[str]) -> Iterator[str]:
    """How the paths of the pages of lessons and protocols begin."""
    for owner in owners:
        kind, _, name = owner.partition("/")
        if kind == "lessons":
            yield lesson_path(course.lessons[name], "")
        elif kind == "protocols":
            yield protocol_path(course.protocols[name])


def drafts_of(
    course: Course, *, today: dt.date, made_of: str = ""
) -> Mapping[str, Sequence[Draft]]:
    """Every page by language, before anything is put around it; or only those made of one kind."""
    makes = [make for kind, make in _kinds() if made_of in ("", kind)]
    return {
        language: [d for make in makes for d in make(course, words_of(language), today)]
        for language in course.languages
    }


def _site_files(course: Course, drafts: Mapping[str, Sequence[Draft]]) -> dict[str, str]:
    """What machines ask a site for; it stands at the root, with the source language."""
    found: dict[str, list[str]] = {}
    for language, made in drafts.items():
        for draft in made:
            if not draft.noindex:
                found.setdefault(draft.path, []).append(language)
    root = course.source_language
    return {
        f"{root}/sitemap.xml": sitemap(sorted(found.items()), course),
        f"{root}/catalogue.json": catalogue.as_json(course),
        f"{root}/catalogue.csv": catalogue.as_csv(course),
        f"{root}/robots.txt": robots(course),
        f"{root}/_headers": headers_file(),
    }


def staged(draft: Draft, course: Course, words: Words, languages: list[str]) -> str:
    """Front matter is plain: a few words, and the frame of the page as finished HTML."""
    front = {
        "title": draft.title or draft.heading,
        "language": words.language,
        "kind": draft.kind,
        "audience": draft.audience,
        "script": root_relative(
            script_path(words.language), draft.path, words.language, course.source_language
        ),
    }
    lines = ["---"]
    lines += [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in front.items()]
    for key, html in (
        ("head", head(draft, course, words)),
        ("bar", header(draft, course, words, languages)),
        ("side", aside(draft, words)),
        ("foot", footer(draft, course, words)),
    ):
        if html:
            lines += [f"{key}: |-", *(f"  {line}" for line in html.split("\n"))]
    return "\n".join([*lines, "---", "", draft.body.strip("\n"), ""])


@cache
def _kinds() -> tuple[tuple[str, Make], ...]:
    package = firstlesson.site.pages
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return tuple((module.MADE_OF, module.pages) for module in modules)
