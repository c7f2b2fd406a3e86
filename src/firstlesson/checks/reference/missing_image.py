"""Pictures that are not there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.addresses import REFUSED, verdict
from firstlesson.span import Span


@check(
    "REF003",
    severity=Severity.ERROR,
    why=Text(
        sq="Në vend të figurës lexuesi do të shihte një katror të thyer.",
        en="Instead of the picture the reader would see a broken square.",
    ),
    locked=True,
)
def missing_image(prose: Prose, course: Course) -> Iterator[Finding]:
    """A picture in prose must be a file of the same folder's `media/`."""
    for image in prose.document.images:
        if verdict(image.target) in REFUSED - {"elsewhere"}:
            continue  # SEC003 says what is wrong with it
        if "://" in image.target or image.target.startswith("//"):
            yield Finding(
                image.target_span,
                Text(
                    sq="figura vjen nga një faqe tjetër", en="the picture comes from another site"
                ),
                Text(sq="ruajeni në `media/`", en="save it in `media/`"),
            )
        else:
            yield from missing(prose.owner, image.target, image.target_span, course)


@check(
    "REF004",
    severity=Severity.ERROR,
    why=Text(
        sq="Në vend të figurës lexuesi do të shihte një katror të thyer.",
        en="Instead of the picture the reader would see a broken square.",
    ),
    locked=True,
)
def missing_scene_picture(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """A picture of a scene must be a file of the lesson's `media/`."""
    if lesson.scenario is None or lesson.scenario_source is None:
        return
    for first, scenario in enumerate(lesson.scenario.scenarios):
        for second, scene in enumerate(scenario.scenes):
            if scene.picture:
                route = ("scenarios", first, "scenes", second, "picture", "file")
                at = lesson.scenario_source.span(*route)
                yield from missing(lesson.folder, f"media/{scene.picture.file}", at, course)


def missing(folder: str, target: str, at: Span, course: Course) -> Iterator[Finding]:
    """Says so where a file does not exist, with the name that comes closest."""
    path = posixpath.normpath(f"{folder}/{target}")
    if path in course.files and path.startswith(f"{folder}/media/") and target[0] != "/":
        return
    here = [name for name in course.files if name.startswith(f"{folder}/media/")]
    close = get_close_matches(path, here, n=1, cutoff=0.6)
    name = close[0].removeprefix(f"{folder}/") if close else ""
    yield Finding(
        at,
        Text(sq=f"`{target}` nuk ekziston", en=f"`{target}` does not exist"),
        Text(sq=f"mos deshët të shkruani `{name}`?", en=f"did you mean `{name}`?")
        if name
        else Text(
            sq=f"vendoseni skedarin në `{folder}/media/`", en=f"put the file into `{folder}/media/`"
        ),
    )
