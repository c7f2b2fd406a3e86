"""The hand-written pages of `docs/`, each with what the site itself adds to it."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import escape

from firstlesson.course.model import Course, Lesson, Page, Prose
from firstlesson.site.addresses import (
    AGES,
    HOME,
    NOT_FOUND,
    TOPICS,
    audience_path,
    page_path,
    relative,
)
from firstlesson.site.cards import (
    built_lessons,
    built_protocols,
    lesson_cards,
    protocol_cards,
)
from firstlesson.site.chrome import help_groups
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.hub import SECTION, hub_front, hub_list, reader_of, way_up
from firstlesson.site.prose import ready, summary
from firstlesson.site.render import h1, render
from firstlesson.site.truth import told
from firstlesson.site.words import Words

Sections = tuple[tuple[str, str], ...]
Added = tuple[str, Sections]
"""HTML that the site adds below a page's own text, and the sections in it."""

MADE_OF = "course"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """Every page of `docs/`, and those that the site makes even where nobody wrote a text."""
    del today
    for name in sorted({*course.pages, *_ADDED}):
        if name == NOT_FOUND and words.language != course.source_language:
            continue  # one 404 page answers for the whole site, in all languages
        page = course.pages.get(name)
        prose = course.in_language(page.prose, words.language) if page else None
        yield _written(name, prose, course, words) if prose else _bare(name, course, words)


def _written(name: str, prose: Prose, course: Course, words: Words) -> Draft:
    """A page with a text of its own, and what the site adds to it."""
    path = page_path(name)
    body = told(prose, course, words, at=path, media=_MEDIA)
    if name == NOT_FOUND:
        body += _in_other_languages(course.pages[name], course, words, path)
    adds = _ADDED.get(name, _hub if name == hub_front(course) else _nothing)
    html, added = adds(course, words, path)
    if name == HOME and html:  # the doors come before what is told at length
        before, heading, rest = body.partition("\n## ")
        title, gap, intro = before.partition("\n\n")
        before = f"{title}{gap}{render('welcome', words=words)}\n\n{intro}"
        body, html = f"{before}\n\n{html}\n{heading}{rest}", ""
    if name == HOME:
        html = hub_list(course, words, at=path, told=False)
    own = tuple((s.id, s.title) for s in prose.document.sections if s.level == 2 and s.id)
    images = {image.target for image in prose.document.images}
    return Draft(
        path=path,
        kind="sheet" if name in course.settings.sheets else _KINDS.get(name, "page"),
        heading=prose.document.title or name,
        body=f"{body}\n{html}" if html else body,
        description=summary(prose),
        audience=reader_of(name, course),
        crumbs=() if name in (HOME, NOT_FOUND) else way_up(name, course, words),
        sections=(*own, *added) if len(own) + len(added) > 1 else (),
        noindex=name == NOT_FOUND or prose.language != words.language,
        copies=tuple(
            (posixpath.normpath(f"docs/{one}"), f"{_MEDIA}/{posixpath.basename(one)}")
            for one in sorted(images)
        ),
    )


def _bare(name: str, course: Course, words: Words) -> Draft:
    """A page that the site makes although nobody wrote a text for it."""
    path = page_path(name)
    heading = course.settings.name[words.language] if name == HOME else words(_TITLES[name])
    html, sections = _ADDED[name](course, words, path)
    return Draft(
        path=path,
        kind=_KINDS.get(name, "page"),
        heading=heading,
        body=f"{h1(heading)}\n\n{html}",
        description=course.settings.description[words.language],
        crumbs=() if name == HOME else (Crumb(words("home"), HOME),),
        sections=sections if len(sections) > 1 else (),
    )


_MEDIA = "media"
"""Where the pictures of the hand-written pages stand in the site."""
_KINDS = {"index": "home", "help": "help", "404": "not-found"}
_TITLES = {
    "help": "help-title",
    "ages": "find-age",
    "topics": "find-topic",
    "protocols": "protocols",
    "glossary": "glossary",
    "sources": "sources",
}


def _nothing(course: Course, words: Words, path: str) -> Added:
    del course, words, path
    return "", ()


def _hub(course: Course, words: Words, path: str) -> Added:
    html = hub_list(course, words, at=path, told=True)
    name = course.settings.hub.name[words.language] if course.settings.hub else ""
    return html, ((SECTION, name),) if html else ()


def _home(course: Course, words: Words, path: str) -> Added:
    doors = [
        {
            "title": one.edition[words.language],
            "description": one.description[words.language],
            "href": relative(audience_path(one.id), path) + ".html",
            "audience": one.id,
            "icon": one.icon,
        }
        for one in course.audiences.values()
    ]
    more = [
        {"title": words(key), "href": relative(to, path) + ".html"}
        for to, key in ((AGES, "find-age"), (TOPICS, "find-topic"))
    ]
    return render("home", doors=doors, more=more, words=words), ()


def _help(course: Course, words: Words, path: str) -> Added:
    groups = help_groups(course, words, adult=False, everyone=True)
    sources = relative("sources", path) + ".html"
    html = render("help", groups=groups, words=words, course=course, sources=sources)
    return html, tuple((f"help-{group['kind']}", str(group["title"])) for group in groups)


def _ages(course: Course, words: Words, path: str) -> Added:
    ranges: dict[str, list[Lesson]] = {}
    for lesson in built_lessons(course):
        if lesson.data.typical_age_range:
            ranges.setdefault(str(lesson.data.typical_age_range), []).append(lesson)
    ordered = sorted(ranges, key=lambda ages: [int(age) for age in ages.split("-")])
    groups = [
        {
            "id": f"age-{ages}",
            "title": words("years", age=ages),
            "html": lesson_cards(ranges[ages], course, words, at=path),
        }
        for ages in ordered
    ]
    return _grouped(groups)


def _topics(course: Course, words: Words, path: str) -> Added:
    groups = []
    for topic in course.topics.values():
        lessons = [one for one in built_lessons(course) if topic.id in one.data.about]
        protocols = [one for one in built_protocols(course) if topic.id in one.data.about]
        if lessons or protocols:
            html = lesson_cards(lessons, course, words, at=path) if lessons else ""
            html += "\n" + protocol_cards(protocols, words, at=path) if protocols else ""
            title = topic.name[words.language]
            description = topic.description[words.language]
            groups.append(
                {"id": topic.id, "title": title, "text": description, "html": html.strip("\n")}
            )
    return _grouped(groups)


def _protocols(course: Course, words: Words, path: str) -> Added:
    cards = protocol_cards(built_protocols(course), words, at=path)
    title = escape(words("protocols"))
    return f'<h2 id="all">{title}</h2>\n{cards}', ()


def _glossary(course: Course, words: Words, path: str) -> Added:
    del path
    language = words.language
    terms = sorted(course.terms.values(), key=lambda one: sort_key(one.name[language]))
    names = lambda others: ", ".join(one[language] for one in others)  # noqa: E731  # said where it is used
    return render("glossary", terms=terms, words=words, names=names), ()


def _sources(course: Course, words: Words, path: str) -> Added:
    del path
    sources = sorted(course.sources.values(), key=lambda one: sort_key(one.name))
    return render("sources", sources=sources, words=words), ()


def _grouped(groups: list[dict[str, str]]) -> Added:
    html = render("groups", groups=groups)
    return html, tuple((group["id"], group["title"]) for group in groups)


_PAGE_LINK = re.compile(r"\[([^\]]+)\]\(([^):]+)\.md(#[^)]*)?\)")


def _in_other_languages(page: Page, course: Course, words: Words, path: str) -> str:
    """The same text in the other languages, its title one level down."""
    texts = []
    for language in course.languages:
        prose = page.prose.get(language)
        if prose and language != words.language:
            text = ready(prose, course, words, at=path).replace("# ", "## ", 1)
            text = _PAGE_LINK.sub(rf'<a href="{language}/\2.html\3">\1</a>', text)
            texts.append(f'<div lang="{language}" markdown="1">\n\n{text.strip()}\n\n</div>')
    return "\n" + "\n\n".join(texts)


_ALBANIAN = [
    "a",
    "b",
    "c",
    "ç",
    "d",
    "dh",
    "e",
    "ë",
    "f",
    "g",
    "gj",
    "h",
    "i",
    "j",
    "k",
    "l",
    "ll",
    "m",
    "n",
    "nj",
    "o",
    "p",
    "q",
    "r",
    "rr",
    "s",
    "sh",
    "t",
    "th",
    "u",
    "v",
    "w",
    "x",
    "xh",
    "y",
    "z",
    "zh",
]
_ORDER = {letter: index for index, letter in enumerate(_ALBANIAN)}


def sort_key(text: str) -> list[int]:
    """The Albanian alphabet, in which `dh`, `sh` … are letters; it sorts English well too."""
    key, at, folded = [], 0, text.lower()
    while at < len(folded):
        two = folded[at : at + 2]
        letter = two if two in _ORDER else folded[at]
        key.append(_ORDER.get(letter, -1))
        at += len(letter)
    return key


_ADDED: Mapping[str, Callable[[Course, Words, str], Added]] = {
    "index": _home,
    "help": _help,
    "ages": _ages,
    "topics": _topics,
    "protocols": _protocols,
    "glossary": _glossary,
    "sources": _sources,
}
