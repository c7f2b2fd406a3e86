"""Files in `media/`: of a known type, whole, and no larger than an old phone can show."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._media import faults_of
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.media import MAX_SIDE


@check(
    "FIL050",
    severity=Severity.ERROR,
    why=Text(
        sq="Vetëm skedarë që mund të kontrollohen dhe hapen kudo pa program tjetër shkojnë te fëmijët.",
        en="Only files that can be checked, and that open everywhere without another program, reach "
        "children.",
    ),
    locked=True,
)
def type_not_allowed(course: Course) -> Iterator[Finding]:
    """Files in `media/` are pictures, recordings, or their transcripts and captions."""
    for fault in faults_of(course, "type"):
        name = f"`.{fault.detail}`" if fault.detail else "–"
        yield Finding(
            fault.at,
            Text(
                sq=f"skedarët e tipit {name} nuk lejohen në `media/`",
                en=f"files of the type {name} are not allowed in `media/`",
            ),
            _INSTEAD.get(fault.detail, _TYPES),
        )


@check(
    "FIL051",
    severity=Severity.ERROR,
    why=Text(
        sq="Një skedar që quhet figurë por nuk është e tillë nuk hapet, ose bën diçka tjetër.",
        en="A file that is called a picture and is none does not open, or does something else.",
    ),
    locked=True,
)
def not_what_it_says(course: Course) -> Iterator[Finding]:
    """A file is what the end of its name says."""
    for fault in faults_of(course, "differs"):
        kind = fault.detail.upper()
        yield Finding(
            fault.at,
            Text(sq=f"brenda është {kind}", en=f"inside it is {kind}")
            if kind
            else Text(
                sq="brenda nuk është ajo që thotë emri", en="inside it is not what its name says"
            ),
            Text(
                sq="hapeni dhe ruajeni përsëri me tipin e duhur",
                en="open it and save it anew with the right type",
            ),
        )


@check(
    "FIL052",
    severity=Severity.ERROR,
    why=Text(
        sq="Në vend të një figure të prishur lexuesi sheh një katror të thyer.",
        en="Instead of a damaged picture the reader sees a broken square.",
    ),
    locked=True,
)
def damaged_picture(course: Course) -> Iterator[Finding]:
    """A picture is whole, and can be taken apart."""
    for fault in faults_of(course, "broken"):
        detail = f" ({fault.detail})" if fault.detail else ""
        yield Finding(
            fault.at,
            Text(
                sq=f"skedari është i prishur ose i paplotë{detail}",
                en=f"the file is damaged or incomplete{detail}",
            ),
            Text(
                sq='një SVG fillon me `<svg xmlns="http://www.w3.org/2000/svg"`'
                if fault.at.path.endswith(".svg")
                else "kopjojeni përsëri nga origjinali",
                en="an SVG begins with `<svg xmlns=“http://www.w3.org/2000/svg”`"
                if fault.at.path.endswith(".svg")
                else "copy it again from the original",
            ),
        )


@check(
    "FIL053",
    severity=Severity.ERROR,
    why=Text(
        sq="Një figurë shumë e madhe ose e ngatërruar e ndal telefonin e vjetër të një fëmije.",
        en="A picture that is too large or too tangled stops a child's old phone.",
    ),
    locked=True,
)
def picture_too_large(course: Course) -> Iterator[Finding]:
    """Pictures have at most some thousand pixels a side, drawings some thousand parts."""
    for fault in faults_of(course, "pixels", "tangled"):
        if fault.name == "pixels":
            said = Text(
                sq=f"figura ka {fault.detail} pika; lejohen {MAX_SIDE} në çdo anë",
                en=f"the picture has {fault.detail} pixels; {MAX_SIDE} a side are allowed",
            )
            hint = Text(sq="zvogëlojeni", en="make it smaller")
        else:
            said = Text(
                sq="vizatimi ka shumë pjesë, ose pjesë që thërrasin vetveten",
                en="the drawing has too many parts, or parts that call themselves",
            )
            hint = Text(sq="thjeshtojeni", en="simplify it")
        yield Finding(fault.at, said, hint)


_TYPES = Text(
    sq="figura: svg, png, jpg, webp; zë: mp3, ogg, opus; film: mp4, webm; tekst: vtt, txt",
    en="pictures: svg, png, jpg, webp; sound: mp3, ogg, opus; film: mp4, webm; text: vtt, txt",
)
_TEXT = Text(
    sq="shkruajeni tekstin si Markdown; fletët për shtyp i bën vetë faqja",
    en="write the text as Markdown; the site makes sheets for printing itself",
)
_INSTEAD = {
    "pdf": _TEXT,
    "doc": _TEXT,
    "docx": _TEXT,
    "odt": _TEXT,
    "gif": Text(sq="ruajeni si PNG, pa lëvizje", en="save it as PNG, without movement"),
    "heic": Text(sq="ruajeni si JPEG, pa vendin", en="save it as JPEG, without the place"),
}
