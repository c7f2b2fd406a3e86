"""Pictures that are more than pictures."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._media import faults_of
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "SEC020",
    severity=Severity.ERROR,
    why=Text(
        sq="Një SVG mund të mbajë programe që punojnë kur dikush e hap vetë skedarin.",
        en="An SVG can hold scripts that run when someone opens the file by itself.",
    ),
    locked=True,
)
def acting_picture(course: Course) -> Iterator[Finding]:
    """An SVG holds shapes and words, no scripts, foreign parts or reactions to taps."""
    for fault in faults_of(course, "active"):
        yield Finding(
            fault.at,
            Text(
                sq=f"`{shown(fault.detail)}` nuk ka vend në një figurë",
                en=f"`{shown(fault.detail)}` has no place in a picture",
            ),
            Text(
                sq="ruajeni figurën si “SVG e thjeshtë” (Inkscape: “Plain SVG”)",
                en="save the picture as “Plain SVG” (Inkscape)",
            ),
        )


@check(
    "SEC021",
    severity=Severity.ERROR,
    why=Text(
        sq="Një figurë që merr diçka nga një vend tjetër i tregon atij kush po lexon, dhe pa internet "
        "del bosh.",
        en="A picture that fetches something from elsewhere tells them who is reading, and stays empty "
        "without the internet.",
    ),
    locked=True,
)
def asking_picture(course: Course) -> Iterator[Finding]:
    """An SVG points only to its own parts."""
    for fault in faults_of(course, "outside"):
        yield Finding(
            fault.at,
            Text(
                sq=f"`{shown(fault.detail)}` tregon jashtë figurës",
                en=f"`{shown(fault.detail)}` points out of the picture",
            ),
            Text(
                sq="lejohen vetëm `#…` të vetë figurës; shkronjat kthejini në vija",
                en="only `#…` of the picture itself is allowed; turn letters into paths",
            ),
        )


@check(
    "SEC022",
    severity=Severity.ERROR,
    why=Text(
        sq="Një tip dokumenti mund ta rrisë një figurë të vogël në gjigabajte, ose të lexojë skedarë.",
        en="A document type can grow a small picture to gigabytes, or read files.",
    ),
    locked=True,
)
def document_type(course: Course) -> Iterator[Finding]:
    """An SVG begins with `<svg`, without `<!DOCTYPE`, entities or instructions."""
    for fault in faults_of(course, "doctype"):
        yield Finding(
            fault.at,
            Text(
                sq=f"`{shown(fault.detail)}` nuk lejohet në një figurë",
                en=f"`{shown(fault.detail)}` is not allowed in a picture",
            ),
            Text(sq="fshijeni këtë rresht", en="delete this line"),
        )


@check(
    "SEC023",
    severity=Severity.WARNING,
    why=Text(
        sq="Lëvizja që nis vetë e largon vëmendjen, dhe xixëllimi mund të shkaktojë një krizë "
        "epilepsie.",
        en="Movement that starts by itself distracts, and flashing can cause a seizure.",
    ),
)
def moving_picture(course: Course) -> Iterator[Finding]:
    """Pictures stand still."""
    for fault in faults_of(course, "moving"):
        yield Finding(
            fault.at,
            Text(sq="figura lëviz vetë", en="the picture moves by itself"),
            Text(sq="përdorni një figurë që rri", en="use a picture that stands still"),
        )


@check(
    "SEC026",
    severity=Severity.ERROR,
    why=Text(
        sq="Ajo që xixëllon më shumë se tri herë në sekondë mund të shkaktojë një krizë epilepsie te kush e sheh "
        "(WCAG 2.3.1).",
        en="What flashes more than three times in a second can cause a seizure in someone who looks at it (WCAG 2.3.1).",
    ),
    locked=True,
)
def flashing_picture(course: Course) -> Iterator[Finding]:
    """Nothing in a picture flashes more than three times in a second."""
    for fault in faults_of(course, "flashing"):
        yield Finding(
            fault.at,
            Text(
                sq="figura xixëllon më shumë se tri herë në sekondë",
                en="the picture flashes more than three times in a second",
            ),
            Text(sq="përdorni një figurë që rri", en="use a picture that stands still"),
        )


@check(
    "SEC024",
    severity=Severity.ERROR,
    why=Text(
        sq="Ajo që fshihet pas fundit të një figure nuk shihet dhe nuk kontrollohet.",
        en="What hides behind the end of a picture is neither seen nor checked.",
    ),
    locked=True,
)
def hidden_behind_picture(course: Course) -> Iterator[Finding]:
    """A picture's file ends where the picture ends."""
    for fault in faults_of(course, "behind"):
        yield Finding(
            fault.at,
            Text(
                sq="pas fundit të figurës ka edhe diçka tjetër",
                en="something else follows the end of the picture",
            ),
            Text(sq="hapeni figurën dhe ruajeni përsëri", en="open the picture and save it anew"),
        )


@check(
    "SEC025",
    severity=Severity.ERROR,
    why=Text(
        sq="Një foto brenda një SVG-je nuk kontrollohet dot: mund të mbajë vendin ose një fytyrë.",
        en="A photo inside an SVG cannot be checked: it may hold a place or a face.",
    ),
    locked=True,
)
def picture_in_picture(course: Course) -> Iterator[Finding]:
    """An SVG is drawn; photos are files of their own."""
    for fault in faults_of(course, "embedded"):
        yield Finding(
            fault.at,
            Text(sq="në këtë SVG ka një foto të futur", en="a photo is embedded in this SVG"),
            Text(
                sq="ruajeni foton si PNG ose JPEG në `media/`",
                en="save the photo as PNG or JPEG in `media/`",
            ),
        )
