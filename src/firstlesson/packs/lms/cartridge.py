"""A lesson as a Common Cartridge 1.1: a page and quizzes that become the platform's own.

1.1, not a later edition: Moodle restores no other, and every platform that takes a later one takes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, tostring

from firstlesson.packs.about import About, about
from firstlesson.packs.archive import zipped
from firstlesson.packs.book.chapters import chapters_of
from firstlesson.packs.book.fit import MEDIA, PAGE
from firstlesson.packs.book.tree import classes
from firstlesson.packs.form import File
from firstlesson.packs.lms.cartridge_item import items, metadata
from firstlesson.packs.lms.lessons import name_of
from firstlesson.packs.lms.quizzes import help_line, quizzes_for
from firstlesson.packs.lms.xml import DECLARATION, tag, text
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Page, Source
from firstlesson.packs.whole import whole
from firstlesson.schema import Quiz
from firstlesson.site.words import Words, words_of

_SPACE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_QUIZ = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_QUIZ_TYPE = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
_MANIFEST, _LESSON = "imsmanifest.xml", "lesson.html"


def cartridge(source: Source, page: Page) -> File:
    """The cartridge of a lesson for pupils."""
    said = about(source, page.language, page.draft.audience)
    words = words_of(page.language)
    quizzes = quizzes_for(source, page)
    (chapter,) = chapters_of(source, [page], whole)
    content = chapter.content
    _without(content, {f"quiz-{quiz.id}" for quiz in quizzes})
    media = dict(_lead(content))
    files = {_LESSON: _page(content, chapter.title, said, page.language)}
    files |= {name: (source.site / path).read_bytes() for path, name in media.items()}
    files |= {f"{_name(quiz)}.xml": _assessment(quiz, said, words).encode() for quiz in quizzes}
    name = f"{name_of(page)}-{page.language}"
    files[_MANIFEST] = _manifest(name, page, said, quizzes, sorted(media.values())).encode()
    data = zipped(files, source.day, first=[_MANIFEST])
    return File(pack_name(source, "cc", name, suffix=".imscc"), data)


def _without(content: Element, ids: set[str]) -> None:
    """Takes the quizzes out that stand beside the page."""
    for parent in list(content.iter()):
        for child in list(parent):
            if "fl-quiz" in classes(child) and any(one.get("id") in ids for one in child.iter()):
                parent.remove(child)


def _lead(content: Element) -> Iterator[tuple[str, str]]:
    """Leads links and pictures to where they are in the cartridge; gives the pictures."""
    for link in content.iter("a"):
        href = link.get("href", "")
        if href.startswith(PAGE):
            link.set("href", "#" + href.partition("#")[2])
    for picture in content.iter("img"):
        path = picture.get("src", "").removeprefix(MEDIA)
        name = f"media/{PurePosixPath(path).name}"
        picture.set("src", name)
        yield path, name


def _page(content: Element, title: str, said: About, language: str) -> bytes:
    facts = "".join(f"<li>{text(line)}</li>" for line in said.lines())
    body = tostring(content, encoding="unicode", method="html")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{text(title)}</title>\n</head>\n<body>\n{body}\n<hr>\n<ul>{facts}</ul>\n"
        "</body>\n</html>\n"
    ).encode()


def _name(quiz: Quiz) -> str:
    return f"quiz-{quiz.id}"


def _assessment(quiz: Quiz, said: About, words: Words) -> str:
    language = words.language
    help_ = tag("p", text(help_line(said)))
    assessment = tag(
        "assessment",
        metadata(
            {
                "cc_profile": "cc.exam.v0p1",
                "qmd_assessmenttype": "Examination",
                "qmd_scoretype": "Percentage",
                "qmd_feedbackpermitted": "Yes",
                "cc_maxattempts": "unlimited",
            }
        ),
        tag("rubric", tag("material", tag("mattext", text(help_), texttype="text/html"))),
        tag(
            "section",
            *(made for question in quiz.questions for made in items(question, words)),
            ident="questions",
        ),
        **{"ident": quiz.id, "title": quiz.name[language], "xml:lang": language},
    )
    return DECLARATION + tag("questestinterop", assessment, xmlns=_QUIZ) + "\n"


def _manifest(
    name: str, page: Page, said: About, quizzes: tuple[Quiz, ...], media: list[str]
) -> str:
    language, title = page.language, page.draft.heading
    entries = [("lesson", title), *((_name(quiz), quiz.name[language]) for quiz in quizzes)]
    shown = [
        tag("item", tag("title", text(label)), identifier=f"to-{entry}", identifierref=entry)
        for entry, label in entries
    ]
    page_files = [tag("file", href=one) for one in (_LESSON, *media)]
    resources = [
        tag("resource", *page_files, identifier="lesson", type="webcontent", href=_LESSON),
        *(
            tag(
                "resource",
                tag("file", href=f"{_name(quiz)}.xml"),
                identifier=_name(quiz),
                type=_QUIZ_TYPE,
            )
            for quiz in quizzes
        ),
    ]
    top = tag("item", *shown, identifier="top")
    organization = tag("organization", top, identifier="contents", structure="rooted-hierarchy")
    return (
        DECLARATION
        + tag(
            "manifest",
            tag(
                "metadata",
                tag("schema", "IMS Common Cartridge"),
                tag("schemaversion", "1.1.0"),
                _lom(title, said, language),
            ),
            tag("organizations", organization),
            tag("resources", *resources),
            **{"xmlns": _SPACE, "xmlns:lom": _LOM, "identifier": name},
        )
        + "\n"
    )


def _lom(title: str, said: About, language: str) -> str:
    def string(plain: str) -> str:
        return tag("lom:string", text(plain), language=language)

    general = tag(
        "lom:general",
        tag("lom:title", string(title)),
        tag("lom:language", language),
        tag("lom:description", string(f"{said.title}. {said.made} {said.newer}")),
    )
    rights = tag(
        "lom:rights",
        tag("lom:copyrightAndOtherRestrictions", tag("lom:value", "yes")),
        tag("lom:description", string(f"{said.licence} {said.licence_address}")),
    )
    return tag("lom:lom", general, rights)
