"""The types of blocks: whom they are for, and whether there is such a type."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import EASY, Course, Prose
from firstlesson.diagnostics import Edit, Fix, Severity, Text
from firstlesson.source.markdown import Block
from firstlesson.span import Span

_KNOWN = ("say", "pupils", "listen", "note", "tip", "task", "example", "help")
_ANSWERS = "listen"
# What a writer may mean by a type of their own language or of another house.
_MEANT = {
    "mesues": "teacher",
    "mesuesi": "teacher",
    "mesuesit": "teacher",
    "per-mesuesit": "teacher",
    "teachers": "teacher",
    "for-teacher": "teacher",
    "for-teachers": "teacher",
    "teacher-only": "teacher",
    "instructor": "teacher",
    "educator": "teacher",
    "prind": "parent",
    "prinder": "parent",
    "prinderit": "parent",
    "parents": "parent",
    "for-parents": "parent",
    "nxenes": "student",
    "nxenesit": "student",
    "students": "student",
    "for-students": "student",
    "profesionist": "professional",
    "profesioniste": "professional",
    "professionals": "professional",
    "psychologist": "professional",
}
_ELSEWHERE = {
    "warning": "note",
    "danger": "note",
    "caution": "note",
    "important": "note",
    "attention": "note",
    "info": "note",
    "hint": "tip",
    "question": "task",
    "exercise": "task",
    "pupil": "pupils",
    "shenim": "note",
    "keshille": "tip",
    "detyre": "task",
    "shembull": "example",
    "ndihme": "help",
    "thoni": "say",
}


@check(
    "AUD009",
    severity=Severity.ERROR,
    why=Text(
        sq="Teksti i mësuesit ose i prindit nuk ka vend në skedarin që lexojnë fëmijët: ai duhet të mungojë aty, "
        "jo të fshihet.",
        en="Text for a teacher or a parent has no place in the file that children read: it must be absent there, "
        "not hidden.",
    ),
    locked=True,
)
def adults_block_in_pupils_text(prose: Prose, course: Course) -> Iterator[Finding]:
    """A text that pupils read holds no block for anyone else."""
    reader = _only_reader(prose, course)
    if reader is None or not course.audiences[reader].minor:
        return
    for block in prose.document.blocks:
        if block.type in course.audiences and block.type != reader:
            yield _foreign(block, reader)
        elif block.type == _ANSWERS:
            yield Finding(
                block.span,
                Text(
                    sq="`listen` thotë si tingëllon një përgjigje e mirë; atë e di vetëm mësuesi",
                    en="`listen` says what a good answer sounds like; only the teacher knows that",
                ),
                Text(sq="zhvendoseni te `teacher.….md`", en="move it to `teacher.….md`"),
            )


@check(
    "AUD016",
    severity=Severity.WARNING,
    why=Text(
        sq="Një bllok për të tjerë te një tekst që lexon vetëm një palë nuk shfaqet askund.",
        en="A block for others in a text that only one side reads appears nowhere.",
    ),
)
def block_that_nobody_sees(prose: Prose, course: Course) -> Iterator[Finding]:
    """A text for one audience of adults holds no block for another."""
    reader = _only_reader(prose, course)
    if reader is None or course.audiences[reader].minor:
        return
    for block in prose.document.blocks:
        if block.type in course.audiences and block.type != reader:
            yield _foreign(block, reader)


@check(
    "AUD010",
    severity=Severity.ERROR,
    why=Text(
        sq="Një bllok me emrin e një audience të shkruar gabim u shfaqet të gjithëve, edhe fëmijëve.",
        en="A block whose audience is misspelt is shown to everyone, children too.",
    ),
    locked=True,
)
def misspelt_audience(prose: Prose, course: Course) -> Iterator[Finding]:
    """The type of a block that looks like an audience must be one."""
    for block in prose.document.blocks:
        meant = _audience_meant(block.type, course)
        if meant:
            at = _type_span(block)
            yield Finding(
                at,
                Text(
                    sq=f"nuk ka audiencë `{block.type}`", en=f"there is no audience `{block.type}`"
                ),
                _did_you_mean(meant),
                _replacing(at, meant),
            )


@check(
    "AUD011",
    severity=Severity.WARNING,
    why=Text(
        sq="Një bllok i panjohur nuk ka titull në të dy gjuhët dhe nuk duket si të tjerët.",
        en="An unknown block has no title in both languages and does not look like the others.",
    ),
)
def unknown_block(prose: Prose, course: Course) -> Iterator[Finding]:
    """The type of a block is one that the site knows."""
    for block in prose.document.blocks:
        if _is_known(block.type, course) or _audience_meant(block.type, course):
            continue
        plain = block.type.replace("ë", "e").replace("ç", "c")
        close = get_close_matches(plain, _KNOWN, n=1, cutoff=0.6)
        meant = _ELSEWHERE.get(plain) or (close[0] if close else "")
        at = _type_span(block)
        yield Finding(
            at,
            Text(sq=f"nuk ka bllok `{block.type}`", en=f"there is no block `{block.type}`"),
            _did_you_mean(meant)
            if meant
            else Text(
                sq=f"blloqet janë: {', '.join(_KNOWN)}",
                en=f"the blocks are: {', '.join(_KNOWN)}",
            ),
            _replacing(at, meant) if meant else None,
        )


def _only_reader(prose: Prose, course: Course) -> str | None:
    """The one audience of an edition of a lesson."""
    if not prose.owner.startswith("lessons/"):
        return None
    name = "student" if prose.name == EASY else prose.name
    return name if name in course.audiences else None


def _is_known(kind: str, course: Course) -> bool:
    return kind in _KNOWN or kind in course.audiences


def _audience_meant(kind: str, course: Course) -> str:
    if _is_known(kind, course):
        return ""
    plain = kind.replace("ë", "e").replace("ç", "c").strip("\"'+:")
    if plain in _KNOWN or plain in _ELSEWHERE:
        return ""
    if plain in _MEANT and _MEANT[plain] in course.audiences:
        return _MEANT[plain]
    close = get_close_matches(plain, list(course.audiences), n=1, cutoff=0.75)
    return close[0] if close else ""


def _did_you_mean(meant: str) -> Text:
    return Text(sq=f"mos deshët të shkruani `!!! {meant}`?", en=f"did you mean `!!! {meant}`?")


def _replacing(at: Span, meant: str) -> Fix:
    return Fix(Text(sq=f"`{meant}`", en=f"`{meant}`"), (Edit(at, meant),), safe=False)


def _type_span(block: Block) -> Span:
    """The type itself, behind `!!! `."""
    start = block.span.column + 4
    return Span(block.span.path, block.span.line, start, block.span.line, start + len(block.type))


def _foreign(block: Block, reader: str) -> Finding:
    return Finding(
        block.span,
        Text(
            sq=f"ky bllok është për `{block.type}`, por këtë tekst e lexon vetëm `{reader}`",
            en=f"this block is for `{block.type}`, but only `{reader}` reads this text",
        ),
        Text(
            sq=f"zhvendoseni te `{block.type}.….md`",
            en=f"move it to `{block.type}.….md`",
        ),
    )
