"""A QTI 3.0 package: every question an item, every quiz a test, and the list of both."""

from __future__ import annotations

from firstlesson.packs.about import about
from firstlesson.packs.archive import zipped
from firstlesson.packs.form import File
from firstlesson.packs.lms.lessons import name_of
from firstlesson.packs.lms.qti_item import SPACE, item
from firstlesson.packs.lms.quizzes import help_line
from firstlesson.packs.lms.xml import DECLARATION, tag, text
from firstlesson.packs.names import pack_name
from firstlesson.packs.source import Page, Source
from firstlesson.packs.start import READ_ME, Part, read_me
from firstlesson.schema import Quiz
from firstlesson.site.words import words_of

_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_MANIFEST = "imsmanifest.xml"


def qti_package(source: Source, page: Page, quizzes: tuple[Quiz, ...]) -> File:
    """The package of a lesson's quizzes for pupils or for their teachers."""
    words = words_of(page.language)
    name = f"{name_of(page)}-{page.language}"
    part = Part(page.language, about(source, page.language, page.draft.audience), (), ())
    files = {READ_ME: read_me([part], {page.language: page.draft.heading})}
    listed = [_resource("read-me", "webcontent", READ_ME)]
    for quiz in quizzes:
        items = {f"{quiz.id}.{one.id}": one for one in quiz.questions}
        for identity, question in items.items():
            path = f"items/{identity}.xml"
            files[path] = item(question, identity, words).encode()
            listed.append(_resource(f"item-{identity}", "imsqti_item_xmlv3p0", path))
        path = f"tests/{quiz.id}.xml"
        files[path] = _test(quiz, list(items), page.language, help_line(part.about)).encode()
        needs = [f"item-{identity}" for identity in items]
        listed.append(_resource(f"test-{quiz.id}", "imsqti_test_xmlv3p0", path, needs))
    files[_MANIFEST] = _manifest(name, listed).encode()
    data = zipped(files, source.day, first=[_MANIFEST])
    return File(pack_name(source, "qti", name_of(page), page.language, suffix=".zip"), data)


def _test(quiz: Quiz, items: list[str], language: str, help_: str) -> str:
    """A quiz: the questions in their order; one may go to any of them and try as often as one likes."""
    references = [
        tag("qti-assessment-item-ref", identifier=one, href=f"../items/{one}.xml") for one in items
    ]
    section = tag(
        "qti-assessment-section",
        tag("qti-item-session-control", max_attempts="0", show_feedback="true"),
        tag(
            "qti-rubric-block",
            tag("qti-content-body", tag("p", text(help_), **{"xml:lang": language})),
            use="instructions",
            view="candidate",
        ),
        *references,
        identifier="questions",
        title=quiz.name[language],
        visible="true",
    )
    part = tag(
        "qti-test-part",
        section,
        identifier="quiz",
        navigation_mode="nonlinear",
        submission_mode="individual",
    )
    return (
        DECLARATION
        + tag(
            "qti-assessment-test",
            part,
            xmlns=SPACE,
            identifier=quiz.id,
            title=quiz.name[language],
        )
        + "\n"
    )


def _manifest(name: str, listed: list[str]) -> str:
    metadata = tag("metadata", tag("schema", "QTI Package"), tag("schemaversion", "3.0.0"))
    return (
        DECLARATION
        + tag(
            "manifest",
            metadata,
            tag("organizations"),
            tag("resources", *listed),
            xmlns=_PACKAGE,
            identifier=name,
        )
        + "\n"
    )


def _resource(identity: str, kind: str, path: str, needs: list[str] | None = None) -> str:
    return tag(
        "resource",
        tag("file", href=path),
        *(tag("dependency", identifierref=one) for one in needs or ()),
        identifier=identity,
        type=kind,
        href=path,
    )
